import { secondsOf } from '../quantity/index.js';
import type { EventLoop, Future } from '../task/index.js';
import { HTTPError } from './errors.js';
import { type Exchange, runBlocking, ServiceCall } from './exchange.js';
import type { RequestLog } from './request-log.js';
import type { RequestView } from '../../model/services.js';
import type { WebAnswer, WebServer } from './web-server.js';

/** Seconds; urllib3 would wait for ever. */
const defaultTimeout = 30;
/** More than a form or a table of results; the simulated servers keep nothing. */
const largestBody = 1_000_000;

type Time = Parameters<typeof secondsOf>[0];

export interface FetchOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeout?: Time;
}

/** An answer, as a process sees it. */
export class WebResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly url: string;
  readonly redirected: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly #body: string;

  constructor({ status, url, redirects, headers, body }: WebAnswer) {
    this.status = status;
    this.ok = status >= 200 && status < 300;
    this.url = url;
    this.redirected = redirects > 0;
    this.headers = { ...headers };
    this.#body = body;
  }

  text(): string {
    return this.#body;
  }

  /** Raises `HTTPError` when it is no JSON. */
  json(): unknown {
    try {
      return JSON.parse(this.#body) as unknown;
    } catch {
      throw new HTTPError(`The answer of ${this.url} (status ${this.status}) is not JSON. Look at it with text().`);
    }
  }
}

export type TellRequest = (request: RequestView) => void;

/** Everything that a request needs. */
export interface WebParts {
  readonly loop: EventLoop;
  readonly server: WebServer;
  readonly log: RequestLog;
  /** Asked when a request is made, for whom to tell. */
  teller(): TellRequest;
}

function* fetching({ server, log, teller }: WebParts, url: string, options: FetchOptions): Exchange<WebResponse> {
  const request = { url, ...read(options) };
  const open = log.begin(request.method, shortened(url), request, teller());
  try {
    const answer = yield* server.request(request);
    open.end('answered', { status: answer.status, redirects: answer.redirects }, answer);
    return new WebResponse(answer);
  } catch (error) {
    open.end('failed', { message: error instanceof Error ? error.message : String(error) });
    throw error;
  } finally {
    // Neither answered nor failed: cancelled.
    open.end('aborted', {});
  }
}

function read({ method = 'GET', body = '', headers = {}, timeout = defaultTimeout }: FetchOptions) {
  const verb = typeof method === 'string' ? method.toUpperCase() : '';
  if (!/^[A-Z]{1,20}$/.test(verb)) throw new TypeError("The method of a request is a word such as 'GET' or 'POST'.");
  if (typeof body !== 'string') throw new TypeError('The body of a request is a text: turn anything else into one by JSON.stringify().');
  if (body.length > largestBody)
    throw new HTTPError('The body of the request is larger than 1 MB, which the simulated servers do not take.');
  if (typeof headers !== 'object' || headers === null) throw new TypeError("Headers are an object such as { accept: 'application/json' }.");
  const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const seconds = secondsOf(timeout);
  return { method: verb, headers: sent, body, timeout: seconds > 0 ? seconds : 0 };
}

function shortened(url: unknown): string {
  const text = String(url);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

export interface ProcessWeb {
  fetch(url: string, options?: FetchOptions): Future<WebResponse>;
}
export interface BlockingWeb {
  fetch(url: string, options?: FetchOptions): WebResponse;
}

/** `web` of the module `hardware`. */
export function processWeb(parts: WebParts): ProcessWeb {
  return { fetch: (url, options = {}) => new ServiceCall(parts.loop, `the answer of ${shortened(url)}`, fetching(parts, url, options)) };
}

/** `blocking.web`. */
export function blockingWeb(parts: WebParts): BlockingWeb {
  return { fetch: (url, options = {}) => runBlocking(parts.loop, `request to ${shortened(url)}`, fetching(parts, url, options)) };
}
