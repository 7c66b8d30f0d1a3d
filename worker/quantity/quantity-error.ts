/** A quantity, unit or calculation with them that makes no sense. The message is a sentence for people. */
export class QuantityError extends Error {
  override readonly name = 'QuantityError';

  /**
   * `offset`, `length`: the wrong part of the text that was read, in UTF-16 units; both absent when no text was read.
   * `hint`: what to do about it.
   */
  constructor(
    message: string,
    readonly hint: string | null = null,
    readonly offset: number | null = null,
    readonly length: number = 0,
  ) {
    super(message);
  }
}
