/** A text in which stretches become spaces, so that everything else keeps its line and column. */
export class Blanks {
  /** Start and end of the stretches, one after the other; they may overlap. */
  private readonly ranges: number[] = [];
  private readonly marks = new Map<number, string>();
  private lastEnd = -1;

  constructor(readonly text: string) {}

  /** Makes spaces of a stretch; line ends stay. */
  blank(start: number, end: number): void {
    if (start >= end) return;
    this.ranges.push(start, end);
    this.lastEnd = end;
  }

  /** Puts one character where one was blanked. */
  mark(at: number, character: string): void {
    this.marks.set(at, character);
  }

  /** Blanks a whole statement or member. The semicolon keeps the code before it from running on into the code behind it. */
  blankStatement(start: number, end: number): void {
    this.blank(start, end);
    this.mark(start, ';');
  }

  /** Whether the stretch that was blanked last ends here. */
  endsAt(end: number): boolean {
    return this.lastEnd === end;
  }

  toString(): string {
    if (this.ranges.length === 0 && this.marks.size === 0) return this.text;
    const characters = this.text.split('');
    const { ranges } = this;
    for (let index = 0; index < ranges.length; index += 2) {
      for (let at = ranges[index]!; at < ranges[index + 1]!; at++) {
        if (!isLineEnd(this.text.charCodeAt(at))) characters[at] = ' ';
      }
    }
    for (const [at, character] of this.marks) characters[at] = character;
    return characters.join('');
  }
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}
