/** A file as it is kept. Never changed: what is done to it gives another one. */
export interface StoredFile {
  /** What it holds, in pieces, so that appending does not copy all of it. */
  readonly pieces: readonly Uint8Array[];
  readonly size: number;
  /** Virtual seconds. */
  readonly created: number;
  readonly modified: number;
}

/** A file that holds `bytes`, in the place of `before` if there is one. */
export function written(before: StoredFile | undefined, bytes: Uint8Array, seconds: number): StoredFile {
  return { pieces: [bytes], size: bytes.length, created: before?.created ?? seconds, modified: seconds };
}

/**
 * A file with `bytes` at its end. Neighbours are joined when the later one has become as long as the earlier one: so there are
 * few pieces, and each byte is copied few times.
 */
export function appended(before: StoredFile | undefined, bytes: Uint8Array, seconds: number): StoredFile {
  if (before === undefined) return written(before, bytes, seconds);
  const pieces = [...before.pieces, bytes];
  while (pieces.length > 1 && pieces.at(-1)!.length >= pieces.at(-2)!.length) pieces.push(joined(pieces.splice(-2)));
  return { ...before, pieces, size: before.size + bytes.length, modified: seconds };
}

/** Everything that it holds. The bytes are a copy. */
export function bytesOf({ pieces }: StoredFile): Uint8Array {
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
