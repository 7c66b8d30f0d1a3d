import { readRecordingFile, type RecordingFile } from '../../model/files/recording-file.js';
import type { TraceEvent } from '../../model/events.js';
import { read } from '../runtime/border.js';
import { event as eventSchema } from '../runtime/wire-events.js';

/** `leftOut`: how many events this page cannot show. */
export type ShownRecording =
  { readonly ok: true; readonly file: RecordingFile; readonly leftOut: number } | { readonly ok: false; readonly message: string };

/** What the text of a file holds, or why it cannot be opened. Events that this page cannot show are left out: the run is carried out anew. */
export function readRecording(text: string): ShownRecording {
  const result = readRecordingFile(text);
  if (!result.ok) return result;
  const { trace } = result.file;
  const shown = trace.filter(isShown);
  return { ok: true, file: { ...result.file, trace: shown }, leftOut: trace.length - shown.length };
}

function isShown(event: TraceEvent): boolean {
  try {
    read(eventSchema, event);
    return true;
  } catch {
    return false;
  }
}
