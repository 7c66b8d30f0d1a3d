/** Raised when a device does not answer, or refuses what it was asked for. */
export class NodeUnavailableError extends Error {
  override readonly name: string = 'NodeUnavailableError';
}

/** The device is not connected; a value to be written is kept and written once it is. */
export class DisconnectedError extends NodeUnavailableError {}

/** Raised for a value that a node does not allow; the message says which are. */
export class OutOfRangeError extends RangeError {
  override readonly name = 'OutOfRangeError';
}

/** Raised when another process holds a node that is to be written (semantics 7.5). */
export class ClaimedError extends Error {
  override readonly name = 'ClaimedError';
}

/** The errors that a process can tell apart: what the module `hardware` exports of them. */
export const deviceErrors = { ClaimedError, NodeUnavailableError, OutOfRangeError };
