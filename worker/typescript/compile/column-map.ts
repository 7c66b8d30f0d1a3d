/**
 * Where generated text comes from: a sorted table of offsets, one entry where a stretch of the source begins to be copied and one
 * where something is inserted, which counts as standing at the place of the source where it was put.
 */
export class ColumnMap {
  private readonly generated: number[] = [];
  private readonly source: number[] = [];
  private readonly isCopied: boolean[] = [];

  copied(generated: number, source: number): void {
    this.add(generated, source, true);
  }

  inserted(generated: number, source: number): void {
    this.add(generated, source, false);
  }

  /** Offset in the source for an offset in the generated text. */
  sourceOffset(offset: number): number {
    let low = 0;
    let high = this.generated.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.generated[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const from = this.source[low] ?? 0;
    return this.isCopied[low] ? from + offset - this.generated[low]! : from;
  }

  /** Entries come in order. */
  private add(generated: number, source: number, copied: boolean): void {
    this.generated.push(generated);
    this.source.push(source);
    this.isCopied.push(copied);
  }
}
