import type { ServicesDescription } from '../bench.js';
import { benchNamed, defaultBench } from './index.js';

/** A document to begin with: the bench that was chosen. */
export function firstBench(name: string): string {
  const { devices, environment, services } = benchNamed(name) ?? defaultBench;
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
${services === undefined ? '' : servicesText(services)}`;
}

function block(key: string, entries: Readonly<Record<string, string | number>>): readonly string[] {
  const lines = Object.entries(entries).map(([name, value]) => `      ${name}: ${value}`);
  return lines.length === 0 ? [] : [`    ${key}:`, ...lines];
}

/** Values are written as JSON, which is YAML too. */
function servicesText({ web, mail, files }: ServicesDescription): string {
  const entry = (entry: object): readonly string[] =>
    Object.entries(entry).map(([key, value], index) => {
      const shown: unknown = key === 'latency' && value === null ? 'never' : value;
      return `    ${index === 0 ? '-' : ' '} ${key}: ${JSON.stringify(shown)}`;
    });
  const lines = [
    'services:',
    ...(web === undefined ? [] : ['  web:', ...web.flatMap(entry)]),
    ...(mail === undefined ? [] : ['  mail:', ...Object.entries(mail).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`)]),
    ...(files === undefined ? [] : ['  files:', ...files.flatMap(entry)]),
  ];
  return `${lines.join('\n')}\n`;
}
