/** What `this`, `arguments`, `super` and `new.target` belong to; an arrow function passes them through. */
export type FrameKind = 'module' | 'function' | 'arrow' | 'field' | 'static';

/** Things (`superMethods`: `super` before a call) that an async arrow or method must hand over to its generator by name, because a generator has its own or none. */
export type Capture = 'arguments' | 'super' | 'superMethods' | 'newTarget';

/** A function while its text is being rewritten. */
export class Frame {
  usesThis = false;
  usesArguments = false;
  readonly captures = new Set<Capture>();
  /** Awaits so far, those of inner functions not counted. */
  awaits = 0;
  /** How many try blocks are open. */
  tries = 0;

  constructor(
    readonly parent: Frame | null,
    readonly kind: FrameKind,
    readonly async: boolean,
    readonly generator: boolean,
    /** Number of the function; -1 at the top level. */
    readonly functionId: number,
  ) {}

  /** `this` is used: everything between here and what it belongs to must pass it on. */
  useThis(): void {
    for (const frame of this.withLexicalParents()) frame.usesThis = true;
  }

  /**
   * Whether `arguments`, `super` or `new.target` must be written as a captured name here; the frame outside of the outermost async one
   * in between declares it then.
   */
  capture(what: Capture): boolean {
    const chain = this.withLexicalParents();
    const owner = chain.at(-1)!;
    if (what === 'arguments') owner.usesArguments = true;
    // A method's own generator gets the arguments; it has no `super`, though.
    const crossed = chain.filter((frame) => frame.async && (frame.kind === 'arrow' || what.startsWith('super')));
    crossed.at(-1)?.captures.add(what);
    return crossed.length > 0;
  }

  /** What `this` belongs to. */
  get owner(): Frame {
    return this.withLexicalParents().at(-1)!;
  }

  /** This frame and those around it, up to the first that is no arrow function. */
  private withLexicalParents(): readonly Frame[] {
    return this.kind === 'arrow' && this.parent !== null ? [this, ...this.parent.withLexicalParents()] : [this];
  }
}
