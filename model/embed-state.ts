import type { DeviceView } from './devices.js';
import type { EmbedDevice, EmbedRow, EmbedState } from './embed.js';
import { importedDevices } from './embed-names.js';
import type { Json } from './json.js';
import { dataText } from './messages.js';
import { stateName } from './owner.js';
import { progressAt } from './progress.js';
import { remainingOf } from './remaining.js';
import { serviceLabels } from './service-faults.js';
import type { ServiceName, ServicesView } from './services.js';
import type { Snapshot } from './snapshot.js';
import { unitText } from './unit-text.js';
import { valueText } from './value-text.js';

interface Options {
  /** Virtual seconds; left out: those of the snapshot. */
  readonly now?: number;
  /** The length in seconds that the process announced first (`RunLog.announced['']`). */
  readonly announced?: number | null;
  /** The text of the process: of the devices those are shown that it names; left out: all of them. */
  readonly code?: string;
  /** The services of the run, and the text whose services are shown: those that it imports; left out: none. */
  readonly services?: { readonly view: ServicesView; readonly code: string };
  readonly failure?: string | null;
}

/** More says nobody anything at one look. */
const mostRows = 3;
const longestText = 40;

/** How a run stands, ready to be shown. */
export function embedState(
  snapshot: Snapshot,
  { now = snapshot.clock.now, announced = null, code, services, failure }: Options = {},
): EmbedState {
  const { process } = snapshot;
  const remaining = remainingOf(process, now, announced);
  const location = process?.location?.value;
  const failed = process?.failure?.message ?? null;
  return {
    state: process === null ? 'Ready' : stateName(process.state),
    now,
    line: process?.suspension?.at.at(-1)?.line ?? null,
    left: remaining.main,
    progress: (location === undefined ? null : progressAt(location, now)) ?? remaining.share,
    location: location === undefined ? [] : locationRows(location),
    devices: [
      ...(code === undefined ? snapshot.devices : namedDevices(snapshot.devices, code)).map(deviceOf),
      ...(services && (process || snapshot.devices.length > 0) ? servicesOf(services) : []),
    ],
    failure: failure ?? failed,
  };
}

/** Those that a process names: the devices that a reader of its text wants to see. */
export function namedDevices(devices: readonly DeviceView[], code: string): readonly DeviceView[] {
  return devices.filter(({ id }) => new RegExp(`\\b${id.replace(/\W/g, '\\$&')}\\b`).test(code));
}

function deviceOf({ label, nodes, headline, activity, connected }: DeviceView): EmbedDevice {
  const node = nodes.find(({ path }) => path === headline) ?? nodes[0];
  const claim = nodes.map((each) => each.claim).find((each) => each !== null);
  const notes = [activity, connected ? '' : 'disconnected', claim ? `claimed by ${claim.type === 'user' ? 'you' : claim.name}` : ''];
  return { label, headline: node ? valueText(node, node.value) : '', note: notes.filter(Boolean).join(' · ') };
}

/** What the services that a text imports have done so far: `2 requests`, `1 mail`, `3 files`. */
function servicesOf({ view: { web, mail, files }, code }: NonNullable<Options['services']>): readonly EmbedDevice[] {
  const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;
  const rows: Readonly<Record<ServiceName, readonly [headline: string, note: string]>> = {
    web: [counted(web.started, 'request'), web.failed > 0 ? `${web.failed} failed` : ''],
    mail: [counted(mail.accepted, 'mail'), ''],
    files: [counted(files.count, 'file'), ''],
  };
  return importedDevices(code)
    .filter((name): name is ServiceName => Object.hasOwn(rows, name))
    .map((name) => ({ label: serviceLabels[name], headline: rows[name][0], note: rows[name][1] }));
}

/** What a bar shows of a location is no row. */
const progressKeys: readonly string[] = ['progress', 'date', 'duration'];

function locationRows(location: Json): readonly EmbedRow[] {
  if (typeof location !== 'object' || location === null || Array.isArray(location)) return [['', dataText(location, longestText)]];
  const hidden = progressAt(location, 0) === null ? [] : progressKeys;
  return Object.entries(location)
    .filter(([key]) => !hidden.includes(key))
    .slice(0, mostRows)
    .map(([key, value]: readonly [string, Json]) => [key, rowText(value)]);
}

function rowText(value: Json): string {
  if (typeof value === 'string') return value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value;
  if (typeof value === 'object' && value !== null && 'value' in value && 'unit' in value && typeof value.unit === 'string')
    return `${dataText(value.value)} ${unitText(value.unit)}`.trim();
  return dataText(value, longestText);
}
