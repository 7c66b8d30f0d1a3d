import { benchNamed, defaultBench } from '../../model/benches/index.js';

/** A document to begin with: the bench that was chosen. */
export function firstBench(name: string): string {
  const { devices, environment } = benchNamed(name) ?? defaultBench;
  const lines = devices.flatMap(({ name, type, label, parameters = {}, wiring = {} }) => [
    `  - name: ${name}`,
    `    type: ${type}`,
    ...(label === undefined ? [] : [`    label: ${label}`]),
    ...block('parameters', parameters),
    ...block('wiring', wiring),
  ]);
  return `# The bench: a process imports each device by its name. Without any text it is the one that was chosen beside Hardware.
# Parameters are numbers or quantities (heater: 50 W), wiring joins a port to another device (block: oven).
ambient: ${environment?.ambient ?? 22} degC
devices:
${lines.join('\n')}
`;
}

function block(key: string, entries: Readonly<Record<string, string | number>>): readonly string[] {
  const lines = Object.entries(entries).map(([name, value]) => `      ${name}: ${value}`);
  return lines.length === 0 ? [] : [`    ${key}:`, ...lines];
}
