import { readRecordingFile, type ReadRecording } from '../../model/files/recording-file.js';
import type { TraceEvent } from '../../model/events.js';
import { read } from '../runtime/border.js';
import { event as eventSchema } from '../runtime/wire-events.js';

/** What the text of a file holds, or why it cannot be opened. Events that this page cannot show are left out: the run is carried out anew. */
export function readRecording(text: string): ReadRecording {
  const result = readRecordingFile(text);
  return result.ok ? { ok: true, file: { ...result.file, trace: result.file.trace.filter(isShown) } } : result;
}

function isShown(event: TraceEvent): boolean {
  try {
    read(eventSchema, event);
    return true;
  } catch {
    return false;
  }
}
