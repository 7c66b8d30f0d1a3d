import type { RequestView, WebView } from '../../model/services.js';
import type { EventLoop } from '../task/index.js';
import { atItsInstant } from './exchange.js';

/** How many requests a view lists. */
const listed = 100;

export type RequestEnd = 'answered' | 'failed' | 'aborted';

/** A request that is under way. */
export interface OpenRequest {
  /** Writes its end, once; of a request that has ended nothing more is written. */
  end(state: RequestEnd, details: { readonly status?: number; readonly message?: string; readonly redirects?: number }): void;
}

/** What requests were made and what came of them. */
export class RequestLog {
  revision = 0;
  readonly #counts = { started: 0, answered: 0, failed: 0, aborted: 0 };
  #newest: RequestView[] = [];

  /** `ended` is told when a request has ended. */
  constructor(private readonly loop: EventLoop) {}

  /** A request begins. `ended` is called at the instant at which it ends. */
  begin(method: string, url: string, ended: (request: RequestView) => void): OpenRequest {
    let view: RequestView = { number: 0, method, url, at: 0, state: 'open' };
    let over = false;
    atItsInstant(this.loop, () => {
      view = { ...view, number: ++this.#counts.started, at: this.loop.clock.seconds };
      this.#newest = [...this.#newest, view].slice(-listed);
      this.revision++;
    });
    return {
      end: (state, details) => {
        if (over) return;
        over = true;
        atItsInstant(this.loop, () => {
          const done: RequestView = { ...view, ...details, state, seconds: round(this.loop.clock.seconds - view.at) };
          this.#counts[state]++;
          this.#newest = this.#newest.map((one) => (one === view ? done : one));
          this.revision++;
          ended(done);
        });
      },
    };
  }

  view(): Omit<WebView, 'addresses'> {
    return { ...this.#counts, newest: this.#newest };
  }
}

function round(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
