import type { WebAddress } from '../../model/web-addresses.js';
import { HTTPError, MaxRetryError, NewConnectionError, ReadTimeoutError } from './errors.js';
import type { Exchange } from './exchange.js';
import type { Trouble } from './fault-list.js';

/** Seconds. Chosen: a name that nobody knows takes a name server's while, a refusal one way to the server and back. */
const times = { lookup: 0.05, refusal: 0.02, answer: 0.1 } as const;
/** As many redirects as one follows; urllib3 follows three, browsers twenty. */
const mostRedirects = 5;

const plain = { 'content-type': 'text/plain' } as const;

export interface WebRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  /** Seconds until it is given up. */
  readonly timeout: number;
}

/** What came back from the last address. */
export interface WebAnswer {
  readonly status: number;
  readonly url: string;
  readonly redirects: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The simulated network: a table of addresses, and what may go wrong with them. */
export class WebServer {
  constructor(
    readonly addresses: readonly WebAddress[],
    private readonly trouble: Trouble,
  ) {}

  /** Follows a request to its answer. Raises an `HTTPError`. */
  *request(request: WebRequest): Exchange<WebAnswer> {
    let left = request.timeout;
    let { url, method, body } = request;
    const take = function* (seconds: number): Exchange<void> {
      if (seconds > left) {
        yield left;
        throw new ReadTimeoutError(`${url} did not answer within ${request.timeout} s.`);
      }
      left -= seconds;
      yield seconds;
    };
    for (let redirects = 0; ; redirects++) {
      if (redirects > mostRedirects) throw new MaxRetryError(`${request.url} was redirected more than ${mostRedirects} times.`);
      const parts = partsOf(url);
      const server = yield* this.#connect(parts, take);
      const late = this.trouble.take({ service: 'web', type: 'slow' }) ?? 0;
      if (this.trouble.take({ service: 'web', type: 'silent' }) !== null) yield* take(Number.POSITIVE_INFINITY);
      yield* take((server.latency === null ? Number.POSITIVE_INFINITY : (server.latency ?? times.answer)) + late);
      if (this.trouble.take({ service: 'web', type: 'unavailable' }) !== null)
        return { status: 503, url, redirects, headers: plain, body: 'Service unavailable. Try again later.\n' };
      if (server.methods !== undefined && !server.methods.includes(method))
        return { status: 405, url, redirects, headers: plain, body: `${method} is not allowed here.\n` };
      if (server.redirect === undefined) {
        const { type, body: answer } = bodyOf(server.body, method, body);
        return { status: server.status ?? 200, url, redirects, headers: { 'content-type': type, ...server.headers }, body: answer };
      }
      url = server.redirect.startsWith('/') ? `${parts.scheme}://${parts.host}${server.redirect}` : server.redirect;
      // As every client does since the nineties, whatever the standard said.
      if (method === 'POST') [method, body] = ['GET', ''];
    }
  }

  *#connect({ host, path }: Parts, take: (seconds: number) => Exchange<void>): Exchange<WebAddress> {
    const ofHost = this.addresses.filter(({ address }) => address.startsWith(`${host}/`));
    if (ofHost.length === 0) {
      yield* take(times.lookup);
      const hosts = [...new Set(this.addresses.map(({ address }) => address.split('/')[0]))].join(', ');
      throw new NewConnectionError(
        `There is no host '${host}' in the simulated network, which is not the internet. ${hosts === '' ? 'It has none.' : `There are: ${hosts}.`}`,
      );
    }
    const found = ofHost.find(({ address }) => address === `${host}${path}`);
    if (this.trouble.take({ service: 'web', type: 'refuse' }) !== null || (found ?? ofHost[0])!.refuses === true) {
      yield* take(times.refusal);
      throw new NewConnectionError(`${host} refused the connection: no server listens there.`);
    }
    return found ?? { address: '', about: '', status: 404, body: `There is nothing at ${path}.\n` };
  }
}

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
}

/** Scheme, host and path of an address; the port, the query and the fragment make no difference. Raises `HTTPError`. */
export function partsOf(url: string): Parts {
  const match = /^(https?):\/\/([^/?#\s:@]+)(?::\d+)?(\/[^?#\s]*)?(?:[?#]\S*)?$/i.exec(url);
  if (match === null) throw new HTTPError(`'${url.slice(0, 80)}' is no address: write it as 'http://lab.example/path'.`);
  return { scheme: match[1]!.toLowerCase(), host: match[2]!.toLowerCase(), path: match[3] ?? '/' };
}

function bodyOf(body: unknown, method: string, sent: string): { readonly type: string; readonly body: string } {
  const fill = (text: string): string => text.replaceAll('{method}', method).replaceAll('{body}', sent);
  if (body === undefined) return { type: 'text/plain', body: '' };
  if (typeof body === 'string') return { type: 'text/plain', body: fill(body) };
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string') return fill(value);
    if (Array.isArray(value)) return value.map(filled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
  };
  return { type: 'application/json', body: JSON.stringify(filled(body)) };
}
