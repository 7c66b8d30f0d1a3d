/** An expression that cannot be read or evaluated; `start` and `end` delimit the wrong part. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';

  constructor(
    message: string,
    readonly hint: string | null,
    readonly start: number,
    readonly end: number,
  ) {
    super(message);
  }
}
