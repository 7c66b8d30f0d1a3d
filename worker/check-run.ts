import type { NodeView } from '../model/devices.js';
import type { TraceEvent } from '../model/events.js';
import type { Json } from '../model/json.js';
import type { CheckOptions, CheckRun, CheckStop } from '../model/lessons/check.js';
import { CheckGuard } from './check-guard.js';
import { microseconds } from './clock/virtual-clock.js';
import type { RealTime } from './clock/real-time.js';
import type { LoadEnvironment } from './languages.js';
import { RecordedRun } from './recorded-run.js';
import { inSlices } from './slices.js';

/** Milliseconds of work after which the run of a check is given up. */
const workMilliseconds = 15_000;
/** Events that are kept: more than any lesson makes. */
const mostEvents = 20_000;
/** Things that happen between two looks at the real clock. */
const turnsPerLook = 256;

/**
 * Has a run beside the one that is on, of which nobody hears, for a check: the same recording that a page shows afterwards. In slices, so that the
 * page is answered meanwhile. `null`: not wanted any more.
 */
export async function checkRun(
  { recording, probes, nodes }: CheckOptions,
  real: RealTime,
  outer: LoadEnvironment['guard'],
  wanted: () => boolean,
): Promise<CheckRun | null> {
  const { source, data, point, seed, bench, acts, end } = recording;
  const guard = new CheckGuard(() => real.now(), outer);
  const events: TraceEvent[] = [];
  const values: (Json | undefined)[] = probes.map(() => undefined);
  const units: (string | null)[] = probes.map(() => null);
  const keep = (event: TraceEvent): void => {
    if (event.event === 'device' ? nodes.includes(event.path) : event.event !== 'suspended' && event.event !== 'resumed')
      events.push(event);
  };
  const recorded = new RecordedRun({
    recipe: { source, data, point, seed, bench },
    acts,
    guard: (line, column) => guard.check(line, column),
    devices: nodes.length > 0,
    silent: true,
    onEvent: keep,
  });
  const { run, played } = recorded;
  const done = (stop: CheckStop): CheckRun => ({ events, values, units, stop });
  const looped = (): CheckRun | null => (guard.line === null ? null : done({ type: 'loop', line: guard.line }));
  if (!run.load.ok) return looped() ?? done({ type: 'over' });

  let work = 0;
  let stop: CheckStop | null = null;
  const tooMuch = (): boolean => work > workMilliseconds || events.length > mostEvents;
  /** Brings the run to an instant; true when it is there or will not come there. */
  const playTo = (at: number): boolean => {
    const before = real.now();
    guard.begin();
    const there = played.playTo(at, turnsPerLook);
    work += real.now() - before;
    if (guard.line !== null) stop = { type: 'loop', line: guard.line };
    else if (!there && recorded.standsStillAt(played.now)) stop = { type: 'stands-still' };
    else if (!there && tooMuch()) stop = { type: 'too-long' };
    return there || stop !== null;
  };

  guard.begin();
  recorded.start();
  const inTime = probes.map(({ at }, index) => ({ at: microseconds(at), index })).sort((one, other) => one.at - other.at);
  for (const { at, index } of inTime) {
    if (at > end || stop !== null) break;
    if (!(await inSlices(real, () => playTo(at), wanted))) return null;
    if (stop !== null) break;
    const node = nodeOf(recorded, probes[index]!.node);
    // What was only set counts for a node that cannot be read.
    values[index] = node?.readable === false ? node.target : node?.value;
    units[index] = node?.spec.type === 'numeric' ? node.spec.unit : null;
  }
  if (stop === null && !(await inSlices(real, () => playTo(end), wanted))) return null;
  if (stop === null || (stop as CheckStop).type !== 'loop') run.end();
  return done(stop ?? { type: 'over' });
}

/** As the page shows it: numbers in the unit of the node. */
function nodeOf({ run }: RecordedRun, path: string): NodeView | undefined {
  return run.bench
    .views()
    .flatMap(({ nodes }) => nodes)
    .find((one) => one.path === path);
}
