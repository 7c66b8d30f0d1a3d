import type { CheckOptions, CheckRun } from '../../model/lessons/check.js';
import type { Ask } from './runtime-link.js';

/** Asks for the runs of checks: they are had beside the run that is on, which goes on as it does. */
export class CheckClient {
  constructor(private readonly ask: Ask) {}

  /** `null`: it was ended, or a newer one is wanted. Raises an error with a sentence when the runtime does not answer. */
  run(options: CheckOptions): Promise<CheckRun | null> {
    const plain = $state.snapshot(options as unknown) as CheckOptions;
    return this.ask((connection) => connection.check(plain));
  }

  /** Nobody wants it any more. */
  end(): void {
    this.ask((connection) => connection.endCheck()).catch(() => undefined);
  }
}
