/** Something that a process has brought about in the world, for `sendEffect()`. */
export abstract class Effect {
  abstract readonly type: string;
}

export interface GenericEffectOptions {
  readonly description?: string;
  readonly icon?: string;
}

/** An effect in plain words. */
export class GenericEffect extends Effect {
  readonly type = 'generic';
  readonly message: string;
  readonly description: string | null;
  readonly icon: string | null;

  constructor(message: string, options: GenericEffectOptions = {}) {
    super();
    if (typeof message !== 'string') throw new TypeError('An effect needs a message: a text that says what was brought about.');
    this.message = message;
    this.description = options.description ?? null;
    this.icon = options.icon ?? null;
  }
}

/** A file was created. It tells of the file; it does not create it (semantics 5.4). */
export class FileCreatedEffect extends Effect {
  readonly type = 'fileCreated';
  readonly path: string;

  constructor(path: string) {
    super();
    if (typeof path !== 'string' || path === '')
      throw new TypeError("FileCreatedEffect needs the path of the file, such as 'results.csv'.");
    this.path = path;
  }
}
