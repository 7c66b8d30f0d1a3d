import { causesOf, errorMessage, errorName, errorText, isErrorLike } from '../../process/error-text.js';
import type { ErrorDescription } from '../../process/program.js';
import { safely } from '../../process/safely.js';
import type { ErrorTrail } from './error-trail.js';
import { type Positions, type UserFrame, placeOf } from './positions.js';
import { framesOf, ownPosition } from './source-name.js';

/** What is known about something that the process threw. Raises nothing, whatever it is. */
export function describeError(error: unknown, positions: Positions, trail: ErrorTrail): ErrorDescription {
  const stack = safely(() => userStack(error, positions, trail), []);
  const message = withoutOurNames(errorMessage(error));
  const first = stack[0];
  return {
    name: errorName(error),
    message,
    repr: errorText(error, message),
    causes: causesOf(error).map((cause) => ({ ...cause, message: withoutOurNames(cause.message) })),
    ...(first === undefined ? {} : { place: placeOf(first) }),
    stack: stack.map(({ function: name, line, column }) => ({ function: name, line, column })),
  };
}

/** The functions of the process that an error came through: those on the engine's stack, then those that awaited them. */
function userStack(error: unknown, positions: Positions, trail: ErrorTrail): readonly UserFrame[] {
  const frames: UserFrame[] = engineFrames(error, positions);
  const thrown = trail.siteOf(error);
  const at = frames.length === 0 && thrown !== null ? positions.siteFrame(thrown) : null;
  if (at !== null) frames.push(at);
  // Functions that called each other before the first one waited are on both lists.
  let known = 0;
  for (const { functionId, site } of trail.of(error)) {
    const found = frames.findIndex((frame, index) => index >= known && frame.functionId === functionId);
    if (found !== -1) {
      known = found + 1;
      continue;
    }
    const frame = positions.siteFrame(site);
    if (frame === null) continue;
    frames.push(frame);
    known = frames.length;
  }
  return frames;
}

function engineFrames(error: unknown, positions: Positions): UserFrame[] {
  if (!isErrorLike(error)) return [];
  const named = framesOf((error as { readonly stack?: unknown }).stack);
  const own = named.length === 0 ? ownPosition(error) : null;
  return [...named, ...(own === null ? [] : [own])].map((position) => positions.frame(position)).filter((frame) => frame !== null);
}

/** Engines quote code in messages; what the compile step has put there means nothing to people. */
function withoutOurNames(message: string): string {
  return message
    .replace(/__p[sm]\b/g, 'super')
    .replace(/__pa\b/g, 'arguments')
    .replace(/\(?yield __p\.at\(\d+, ?/g, 'await ')
    .replace(/__p\w*/g, '…');
}
