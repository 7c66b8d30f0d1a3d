import type { Recording } from '../../model/recording.js';
import type { Request } from '../../model/requests.js';
import type { Foresight, Glimpse, Moment } from '../../model/travel.js';
import type { Ask } from './runtime-link.js';

/** What is asked about the run that changes nothing in it: its past, and what a request would do. `null` is the answer of a runtime that does not answer, too. */
export class PastClient {
  constructor(private readonly ask: Ask) {}

  /** The run as it stood at `at` virtual seconds of its past, everything of that instant included; `null`: there is none, or a newer call came in between. */
  moment(at: number): Promise<Moment | null> {
    return this.ask((connection) => connection.moment(at)).catch(() => null);
  }

  /** The bench as it was shortly before `at` virtual seconds, which is known at once; `null`: nothing is. */
  glimpse(at: number): Promise<Glimpse | null> {
    return this.ask((connection) => connection.glimpse(at)).catch(() => null);
  }

  /** What a request that is made now would do; `null`: there is no run, or a newer question came in between. */
  foresee(request: Request): Promise<Foresight | null> {
    const plain = $state.snapshot(request) as Request;
    return this.ask((connection) => connection.foresee(plain)).catch(() => null);
  }

  /** What the present run was made from and what was done to it so far; `null`: there is none. */
  recording(): Promise<Recording | null> {
    return this.ask((connection) => connection.recording()).catch(() => null);
  }
}
