import { type RecordingFile, writeRecordingFile } from '../../model/files/recording-file.js';
import type { Trace } from '../../model/trace.js';
import { browserSlices, inSlices, type SliceTime } from '../ui/slices.js';

/** The file of a recording, in parts: the events of a long run are written a slice at a time, so that the page goes on meanwhile. */
export async function recordingParts(
  file: Omit<RecordingFile, 'trace'>,
  { events, length }: Trace,
  time: SliceTime = browserSlices,
): Promise<readonly string[]> {
  if (length === 0) return [writeRecordingFile({ ...file, trace: [] })];
  const whole = writeRecordingFile({ ...file, trace: [] });
  const cut = whole.lastIndexOf('[]');
  const parts = [whole.slice(0, cut), '[\n'];
  let lines: string[] = [];
  const join = (): void => {
    if (lines.length > 0) parts.push(lines.join(''));
    lines = [];
  };
  await inSlices(
    length,
    (index) => {
      lines.push(`    ${JSON.stringify(events[index])}${index + 1 < length ? ',' : ''}\n`);
      if (lines.length >= 4096) join();
    },
    time,
  );
  join();
  return [...parts, '  ]', whole.slice(cut + 2)];
}
