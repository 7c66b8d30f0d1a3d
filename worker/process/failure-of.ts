import type { Failure } from '../../model/failure.js';
import { isErrorLike } from './error-text.js';
import type { ErrorDescription, Program } from './program.js';
import { ContextEndedError, PauseRequest, ProcessFailureError } from './requests.js';
import { safely } from './safely.js';

/** The failure of a process by an error that left its body: the wording of semantics 1.2 and 5.3. */
export function failureOf(program: Program, error: unknown, whileHalting: boolean): Failure {
  const description = program.describe(error);
  const hint = hintFor(error, whileHalting);
  return {
    kind: 'process',
    name: description.name,
    message: messageFor(program, error, description),
    ...(hint === null ? {} : { hint }),
    ...(description.place ? { place: description.place } : {}),
    ...(description.causes.length > 0 ? { causes: description.causes } : {}),
    ...(description.stack.length > 0 ? { stack: description.stack } : {}),
  };
}

function messageFor(program: Program, error: unknown, description: ErrorDescription): string {
  if (error instanceof PauseRequest) return 'Process internal error: the process let the pause request (PauseRequest) out of its body.';
  if (!(error instanceof ProcessFailureError)) return `Process internal error: ${description.repr}`;
  if (description.message !== '') return description.message;
  const cause = safely(() => error.cause, undefined);
  return cause === undefined || cause === null ? 'Unknown error' : program.describe(cause).repr;
}

function hintFor(error: unknown, whileHalting: boolean): string | null {
  if (error instanceof PauseRequest)
    return 'Catch the PauseRequest around context.wait() and call checkpoint() there: await context.checkpoint().';
  if (error instanceof ContextEndedError) return 'A task that goes on after its process has ended must not use the context.';
  if (!isErrorLike(error)) return 'What was thrown is no error. Throw one that says what happened: new am.ProcessFailureError("…").';
  return whileHalting ? 'Raised while halting. Halt or Skip leaves the process.' : null;
}
