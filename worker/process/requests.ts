/** Base of what the owner raises inside a process to make a request known to it. */
export class ProcessException extends Error {
  override readonly name: string = 'ProcessException';
}

/** Raised by `wait()` (and `test()`) when a pause is pending. Answer it with `checkpoint()`; letting it out of the process is a failure. */
export class PauseRequest extends ProcessException {
  override readonly name = 'PauseRequest';
  constructor() {
    super('a pause was requested');
  }
}

/** Raised by `wait()`, `checkpoint()` and `test()` when a jump is pending. One that leaves the process recreates it at the point. */
export class JumpRequest extends ProcessException {
  override readonly name = 'JumpRequest';
  constructor(
    readonly point: unknown,
    /** The point applied last: the starting point, or that of the jump before; `null` when there is none. */
    readonly oldPoint: unknown = null,
  ) {
    super('a jump was requested');
  }
}

/** Raised by `wait()`, `checkpoint()` and `test()` when new data is pending. One that leaves the process recreates it with the data. */
export class SwapRequest extends ProcessException {
  override readonly name = 'SwapRequest';
  constructor(
    readonly data: unknown,
    /** The data applied last. */
    readonly oldData: unknown = null,
    /** Where to start with the data, should the process be recreated with it; `null`: at the beginning. */
    readonly point: unknown = null,
  ) {
    super('new data was requested');
  }
}

/** Thrown by a process to fail with a message for people; without a message that of the cause is shown. */
export class ProcessFailureError extends Error {
  override readonly name = 'ProcessFailureError';
}

/** Raised when a process uses its context after it has ended, or that of an instance that was recreated. */
export class ContextEndedError extends Error {
  override readonly name = 'ContextEndedError';
  constructor() {
    super('The context was used after the process ended: nothing that it sends can be shown any more.');
  }
}
