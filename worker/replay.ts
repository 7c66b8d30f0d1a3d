import type { Recording } from '../model/recording.js';
import type { RealTime } from './clock/real-time.js';
import { microseconds } from './clock/virtual-clock.js';
import type { LoadEnvironment } from './languages.js';
import { RecordedRun } from './recorded-run.js';
import { inSlices } from './slices.js';

/** A run made from a recording: at its beginning, with everything that was done to it still to come. `silent`: nothing is kept of what it tells. */
export function replayOf(recording: Recording, guard?: LoadEnvironment['guard'], silent = false): RecordedRun {
  const { source, data, point, seed, bench, acts } = recording;
  const replay = new RecordedRun({ recipe: { source, data, point, seed, bench }, acts, guard, silent });
  replay.start();
  return replay;
}

/** Things that happen between two looks at the real clock. */
const turnsPerLook = 256;

/** Brings a run to an instant, in slices; it is not beyond that yet. False: given up, because it is not wanted any more. */
export function bringTo(replay: RecordedRun, seconds: number, real: RealTime, wanted: () => boolean): Promise<boolean> {
  const at = microseconds(Math.max(0, seconds));
  return inSlices(real, () => replay.played.playTo(at, turnsPerLook) || replay.standsStillAt(at), wanted);
}
