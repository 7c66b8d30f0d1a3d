import type { HttpMessage, RequestView, WebView } from '../../model/services.js';
import type { EventLoop } from '../task/index.js';
import { atItsInstant } from './exchange.js';

/** How many requests a view lists and the log keeps, and how much of a body. */
const kept = { requests: 100, characters: 8_000 } as const;

/** What goes to a server or comes back. */
export interface Held {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type RequestEnd = 'answered' | 'failed' | 'aborted';

/** A request that is under way. */
export interface OpenRequest {
  /** Writes its end, once; of a request that has ended nothing more is written. */
  end(
    state: RequestEnd,
    details: { readonly status?: number; readonly message?: string; readonly redirects?: number },
    answer?: Held,
  ): void;
}

/** What requests were made and what came of them. */
export class RequestLog {
  revision = 0;
  readonly #counts = { started: 0, answered: 0, failed: 0, aborted: 0 };
  #newest: RequestView[] = [];
  readonly #held = new Map<number, { readonly sent: HttpMessage; answer: HttpMessage | null }>();

  /** `ended` is told when a request has ended. */
  constructor(private readonly loop: EventLoop) {}

  /** A request begins. `ended` is called at the instant at which it ends. */
  begin(method: string, url: string, sent: Held, ended: (request: RequestView) => void): OpenRequest {
    let view: RequestView = { number: 0, method, url, at: 0, state: 'open' };
    let over = false;
    atItsInstant(this.loop, () => {
      view = { ...view, number: ++this.#counts.started, at: this.loop.clock.seconds };
      this.#newest = [...this.#newest, view].slice(-kept.requests);
      this.#held.set(view.number, { sent: shown(sent), answer: null });
      this.#held.delete(view.number - kept.requests);
      this.revision++;
    });
    return {
      end: (state, details, answer) => {
        if (over) return;
        over = true;
        atItsInstant(this.loop, () => {
          const done: RequestView = { ...view, ...details, state, seconds: round(this.loop.clock.seconds - view.at) };
          this.#counts[state]++;
          const held = this.#held.get(view.number);
          if (held !== undefined && answer !== undefined) held.answer = shown(answer);
          this.#newest = this.#newest.map((one) => (one === view ? done : one));
          this.revision++;
          ended(done);
        });
      },
    };
  }

  /** What a request and its answer held; `null` when that is not kept. */
  messages(number: number): { readonly sent: HttpMessage; readonly answer: HttpMessage | null } | null {
    return this.#held.get(number) ?? null;
  }

  view(): Omit<WebView, 'addresses'> {
    return { ...this.#counts, newest: this.#newest };
  }
}

function shown({ headers, body }: Held): HttpMessage {
  return { headers: Object.entries(headers), body: body.slice(0, kept.characters), length: body.length };
}

function round(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
