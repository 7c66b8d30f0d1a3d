/**
 * Where generated text comes from: a sorted table of offsets, one entry where a stretch of the source begins to be copied and one
 * where something is inserted, which counts as standing at one place of the source, or at none.
 */
export class ColumnMap {
  private readonly generated: number[] = [];
  private readonly source: (number | null)[] = [];
  private readonly isCopied: boolean[] = [];

  copied(generated: number, source: number): void {
    this.add(generated, source, true);
  }

  inserted(generated: number, source: number | null): void {
    this.add(generated, source, false);
  }

  /** Offset in the source for an offset in the generated text; `null` for what stands nowhere in the source. */
  sourceOffset(offset: number): number | null {
    let low = 0;
    let high = this.generated.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.generated[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const from = this.source[low] ?? null;
    return this.isCopied[low] && from !== null ? from + offset - this.generated[low]! : from;
  }

  /** Entries come in order. */
  private add(generated: number, source: number | null, copied: boolean): void {
    this.generated.push(generated);
    this.source.push(source);
    this.isCopied.push(copied);
  }
}
