/** A protocol to begin with: the process that is there, twice, with its data. */
export function firstProtocol(data: string): string {
  const lines =
    data.trim() === ''
      ? []
      : [
          '  data:',
          ...data
            .trim()
            .split('\n')
            .map((line) => `    ${line}`),
        ];
  const step = (name: string): string => [`- name: ${name}`, '  process:', ...lines].join('\n');
  return `# Steps, one after the other. process: an exported function of process.ts; left empty, the default export.
# There are also: sequence and parallel with a list of steps, repeat: 3 with steps, stable: true. Without any text the process runs alone.
${step('First')}
${step('Second')}
`;
}
