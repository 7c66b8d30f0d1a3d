/** The addresses that the network of the laboratory knows: plain data. The names are reserved for examples (RFC 2606). */
import type { Json } from './json.js';

/** What the server at one address does. */
export interface WebAddress {
  /** Host and path, without scheme and query: `lab.example/status`. */
  readonly address: string;
  /** What it is good for, for people. */
  readonly about: string;
  /** 200 when nothing is said. */
  readonly status?: number;
  /** A text, or anything else as JSON. `{method}` and `{body}` stand for those of the request. */
  readonly body?: Json;
  /** What the answer says of itself besides its type, by names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds until it answers; 0.1 when nothing is said. `null`: never, so that the client gives up. */
  readonly latency?: number | null;
  /** The answer sends the client there: an address with scheme, or a path. */
  readonly redirect?: string;
  /** The redirect leads round in a circle, and is meant to. */
  readonly endless?: true;
  /** Nobody listens there. */
  readonly refuses?: true;
  /** Methods that it takes; any when nothing is said, otherwise it answers 405. */
  readonly methods?: readonly string[];
}

export const webAddresses: readonly WebAddress[] = [
  { address: 'lab.example/', about: 'The start page of the laboratory', body: 'Laboratory server. All is well.\n' },
  {
    address: 'lab.example/protocols/incubation',
    about: 'Data of a protocol, as JSON',
    body: { target: '37 degC', hold: '30 min' },
  },
  { address: 'lab.example/samples/42', about: 'A sample, as JSON', body: { id: 42, name: 'Culture 42', wells: ['A1', 'A2', 'B1'] } },
  {
    address: 'lab.example/results',
    about: 'Takes results by POST and answers 201',
    status: 201,
    body: { accepted: true, received: '{body}' },
    methods: ['POST', 'PUT'],
  },
  { address: 'lab.example/slow', about: 'Answers after 10 s', body: 'At last.\n', latency: 10 },
  { address: 'lab.example/silent', about: 'Never answers', latency: null },
  { address: 'lab.example/old', about: 'Moved: redirects to the data of the protocol', status: 301, redirect: '/protocols/incubation' },
  { address: 'lab.example/loop', about: 'Redirects to itself', status: 302, redirect: '/loop', endless: true },
  { address: 'lab.example/error', about: 'Answers 500', status: 500, body: 'The server has a problem.\n' },
  { address: 'down.example/', about: 'Nobody listens: the connection is refused', refuses: true },
];
