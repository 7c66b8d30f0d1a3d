/** Numbers that are only ever added to, in memory that doubles: a million of them cost 8 MB and no objects. */
export class Floats {
  values = new Float64Array(64);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}

/** The same for small whole numbers, 0 to 255. */
export class Bytes {
  values = new Uint8Array(64);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}

/** The first index in `sorted` (of which `length` count) whose value is above `value`. */
export function firstAbove(sorted: Float64Array, length: number, value: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The same, known to be `from` or later, and probably soon after it. */
export function firstAboveFrom(sorted: Float64Array, length: number, value: number, from: number): number {
  let low = from;
  let high = from;
  for (let step = 1; high < length && sorted[high]! <= value; step *= 2) {
    low = high + 1;
    high = low + step;
  }
  high = Math.min(high, length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
