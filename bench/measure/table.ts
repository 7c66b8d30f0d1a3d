/** Lines of aligned columns: the first to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_title, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const text = lines.map((line) =>
    widths.map((width, column) => (column === 0 ? (line[column] ?? '').padEnd(width) : (line[column] ?? '').padStart(width))).join('   '),
  );
  return [text[0], widths.map((width) => '─'.repeat(width)).join('───'), ...text.slice(1)].map((line) => `  ${line}`).join('\n');
}

/** A number as people compare it: three digits, with k and M. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1e6) return `${digits(value / 1e6)} M`;
  if (Math.abs(value) >= 1e4) return `${digits(value / 1e3)} k`;
  return digits(value);
}

/** `median [min–max]` */
export function spread(middle: number, numbers: readonly number[]): string {
  return `${short(middle)} [${short(Math.min(...numbers))}–${short(Math.max(...numbers))}]`;
}

function digits(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
