/**
 * The declarations of the module `hardware` with the devices of a bench document: what it names is declared as what it is there,
 * whatever a built-in bench calls so. The document may be half written: what can be made out counts.
 */
export function withBench(hardware: string, document: string): string {
  let text = hardware;
  for (const [name, type] of devicesOf(document)) {
    const declared = interfaceOf(type);
    if (!new RegExp(`export interface ${declared} extends Device\\b`).test(hardware)) continue;
    const constant = `  /** A device of bench.yaml. */\n  export const ${name}: ${declared};\n`;
    text = text.replace(new RegExp(`^  export const ${name}: .*\\n`, 'm'), '');
    text = text.replace(/\}\s*$/, `\n${constant}}\n`);
  }
  return text;
}

/** Names and types, an entry of a list each. */
function devicesOf(document: string): ReadonlyMap<string, string> {
  const devices = new Map<string, string>();
  // What a body of the services holds is no device.
  const plain = document.replaceAll(/(^|\s)#.*$/gm, '$1').replace(/^services:.*(?:\n(?:[ \t].*)?$)*/m, '');
  for (const entry of plain.split(/^\s*-\s+/m).slice(1)) {
    const name = /\bname:\s*["']?([a-z_]\w*)/.exec(entry)?.[1];
    const type = /\btype:\s*["']?([a-z][a-z-]*)/.exec(entry)?.[1];
    if (name !== undefined && type !== undefined && !devices.has(name)) devices.set(name, type);
  }
  return devices;
}

/** `rotary-valve`: `RotaryValve`. */
function interfaceOf(type: string): string {
  return type.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
