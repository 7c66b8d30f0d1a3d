import type { Slot } from './output.js';

/**
 * A block in which the generators of its async functions are kept, so that each is made once per run of the block and not with every
 * call: a new generator function is some twenty times as dear as calling one that is there.
 *
 * Sharing is right wherever the function could be evaluated twice without anything that it can see being another.
 */
export class SharedGenerators {
  private readonly names: string[] = [];

  constructor(private readonly slot: Slot) {}

  /** Name of the variable for the generator of a function. */
  add(functionId: number): string {
    const name = `__pg${functionId}`;
    this.names.push(name);
    return name;
  }

  /** Declares what was added; call it when the block has been rewritten. */
  declare(): void {
    if (this.names.length > 0) this.slot.text += `let ${this.names.join(',')};`;
  }
}
