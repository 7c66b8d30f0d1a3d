import { describe, expect, it } from 'vitest';
import { HTTPError, MaxRetryError, NewConnectionError, ReadTimeoutError } from './errors.js';
import type { FetchOptions, WebResponse } from './process-web.js';
import { ServicesBed } from './services-bed.js';

function setUp() {
  const bed = new ServicesBed();
  const fetch = (url: string, options?: FetchOptions): WebResponse =>
    bed.result(function* () {
      return (yield bed.services.web.fetch(url, options)) as WebResponse;
    });
  const log = () => bed.services.view().web;
  return { bed, fetch, log, web: bed.services.web, blocking: bed.services.blocking.web };
}

describe('a request', () => {
  it('is answered after the time that the server takes', () => {
    const { bed, fetch } = setUp();
    const response = fetch('http://lab.example/samples/42?full=1');
    expect(response).toMatchObject({ status: 200, ok: true, redirected: false, headers: { 'content-type': 'application/json' } });
    expect(response.json()).toMatchObject({ id: 42 });
    expect(bed.milliseconds).toBe(100);
    expect(bed.events).toEqual([
      [
        100,
        {
          event: 'service',
          service: 'web',
          type: 'answered',
          about: 'GET http://lab.example/samples/42?full=1',
          status: 200,
          seconds: 0.1,
        },
      ],
    ]);
  });

  it('sends a method and a body', () => {
    const { fetch } = setUp();
    const response = fetch('https://lab.example/results', { method: 'post', body: '{"a":1}' });
    expect(response.status).toBe(201);
    expect(response.json()).toEqual({ accepted: true, received: '{"a":1}' });
    expect(fetch('https://lab.example/results').status).toBe(405);
  });

  it('that is answered with 404 or 500 has not failed', () => {
    const { fetch } = setUp();
    expect(fetch('http://lab.example/nothing')).toMatchObject({ status: 404, ok: false });
    const response = fetch('http://lab.example/error');
    expect(response.status).toBe(500);
    expect(response.text()).toBe('The server has a problem.\n');
    expect(() => response.json()).toThrow('is not JSON. Look at it with text().');
  });

  it('is kept with its headers and its body, and so is the answer', () => {
    const { bed, fetch } = setUp();
    const kept = (number: number) => bed.services.content({ type: 'request', number });
    fetch('http://lab.example/results', { method: 'POST', headers: { 'X-Run': '7', accept: 'text/plain' }, body: '{"a":1}' });
    expect(kept(1)).toEqual({
      type: 'request',
      sent: {
        headers: [
          ['x-run', '7'],
          ['accept', 'text/plain'],
        ],
        body: '{"a":1}',
        length: 7,
      },
      answer: { headers: [['content-type', 'application/json']], body: '{"accepted":true,"received":"{\\"a\\":1}"}', length: 40 },
    });
    expect(() => fetch('http://down.example/', { method: 'PUT', body: 'x'.repeat(10_000) })).toThrow();
    expect(kept(2)).toMatchObject({ sent: { body: 'x'.repeat(8_000), length: 10_000 }, answer: null });
    for (let count = 0; count < 100; count++) fetch('http://lab.example/');
    expect([kept(2), kept(3)?.type, kept(200)]).toEqual([null, 'request', null]);
  });

  it('follows redirects, to a limit', () => {
    const { bed, fetch } = setUp();
    expect(fetch('http://lab.example/old')).toMatchObject({
      status: 200,
      redirected: true,
      url: 'http://lab.example/protocols/incubation',
    });
    expect(bed.milliseconds).toBe(200);
    expect(() => fetch('http://lab.example/loop')).toThrow(MaxRetryError);
    expect(() => fetch('http://lab.example/loop')).toThrow('http://lab.example/loop was redirected more than 5 times.');
  });

  it.each([
    ['http://nowhere.example/', NewConnectionError, "There is no host 'nowhere.example'", 50],
    ['http://down.example/', NewConnectionError, 'down.example refused the connection', 20],
    ['http://down.example/anything', NewConnectionError, 'down.example refused the connection', 20],
    ['http://lab.example/silent', ReadTimeoutError, 'http://lab.example/silent did not answer within 30 s.', 30_000],
    ['lab.example', HTTPError, "'lab.example' is no address", 0],
    ['ftp://lab.example/', HTTPError, 'is no address', 0],
  ])('to %s raises an error with a sentence', (url, kind, message, milliseconds) => {
    const { bed, fetch, log } = setUp();
    expect(() => fetch(url)).toThrow(kind);
    expect(bed.milliseconds).toBe(milliseconds);
    expect(() => fetch(url)).toThrow(message);
    expect(log()).toMatchObject({ started: 2, failed: 2, aborted: 0 });
  });

  it('has a timeout for the whole way, redirects included', () => {
    const { bed, fetch } = setUp();
    expect(() => fetch('http://lab.example/old', { timeout: 0.15 })).toThrow(ReadTimeoutError);
    expect(bed.milliseconds).toBe(150);
    expect(() => fetch('http://lab.example/slow', { timeout: '9 s' })).toThrow('did not answer within 9 s');
    expect(fetch('http://lab.example/slow', { timeout: '11 s' }).status).toBe(200);
  });

  it('is aborted when it is cancelled', () => {
    const { bed, web, log } = setUp();
    const request = web.fetch('http://lab.example/slow');
    bed.at(3000, () => request.cancel());
    expect(log()).toMatchObject({ started: 1, answered: 0, aborted: 0 });
    bed.run();
    expect(request.cancelled).toBe(true);
    expect(log()).toMatchObject({ started: 1, answered: 0, failed: 0, aborted: 1, newest: [{ state: 'aborted', seconds: 3 }] });
    expect(bed.loop.clock.size).toBe(0);
  });

  it.each([
    [{ method: 'a b' }, 'The method of a request is a word'],
    [{ body: {} as string }, 'JSON.stringify()'],
    [{ headers: 5 as never }, 'Headers are an object'],
    [{ timeout: 'soon' }, 'soon'],
  ])('with the options %j is refused', (options, message) => {
    expect(() => setUp().fetch('http://lab.example/', options)).toThrow(message);
  });

  it('is one of the newest hundred in the log', () => {
    const { bed, web, log } = setUp();
    for (let count = 0; count < 150; count++) web.fetch('http://lab.example/');
    bed.run();
    expect(log()).toMatchObject({ started: 150, answered: 150 });
    expect(log().newest.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, index) => index + 51));
  });
});

describe('a request that blocks', () => {
  it('takes its time in its thread, and shows in the log when that has come', () => {
    const { bed, blocking, log } = setUp();
    const seen: number[][] = [];
    for (const milliseconds of [0, 50, 150, 250]) bed.at(milliseconds, () => seen.push([log().started, log().answered]));
    const status = bed.thread(() => blocking.fetch('http://lab.example/').status + blocking.fetch('http://lab.example/error').status);
    bed.run();
    expect(status.result()).toBe(700);
    expect(seen).toEqual([
      [1, 0],
      [1, 0],
      [2, 1],
      [2, 2],
    ]);
    expect(bed.events.map(([at]) => at)).toEqual([100, 200]);
  });
});

describe('a fault of the network', () => {
  it('answers 503 some times, then all is fine', () => {
    const { bed, fetch } = setUp();
    bed.services.fault({ service: 'web', type: 'unavailable', times: 2 });
    expect(bed.services.view().faults).toEqual([{ service: 'web', type: 'unavailable', since: 0, left: 2, fired: 0 }]);
    expect([1, 2, 3].map(() => fetch('http://lab.example/').status)).toEqual([503, 503, 200]);
    expect(bed.services.view().faults).toEqual([]);
    expect(bed.services.faultsNotFired()).toEqual([]);
  });

  it('refuses, is late, or is silent, until it is ended', () => {
    const { bed, fetch } = setUp();
    const { services } = bed;
    services.fault({ service: 'web', type: 'refuse' });
    expect(() => fetch('http://lab.example/')).toThrow('lab.example refused the connection');
    services.fault({ service: 'web', type: 'refuse', active: false });
    services.fault({ service: 'web', type: 'slow', seconds: 5 });
    const before = bed.milliseconds;
    expect(fetch('http://lab.example/').status).toBe(200);
    expect(bed.milliseconds - before).toBe(5100);
    services.fault({ service: 'web', type: 'silent' });
    expect(() => fetch('http://lab.example/', { timeout: 6 })).toThrow('did not answer within 6 s');
    expect(fetch('http://lab.example/').status).toBe(200);
  });

  it('that nobody met is told of', () => {
    const { bed, fetch } = setUp();
    bed.services.fault({ service: 'web', type: 'silent' });
    bed.services.fault({ service: 'web', type: 'silent', active: false });
    fetch('http://lab.example/');
    expect(bed.services.faultsNotFired()).toEqual([{ service: 'web', type: 'silent' }]);
  });

  it('that a scenario plans is met by a thread, which runs ahead of the clock', () => {
    const { bed, blocking } = setUp();
    bed.services.planFault({ service: 'web', type: 'unavailable', times: 1 }, 150_000);
    const all = bed.thread(() => [1, 2, 3, 4].map(() => blocking.fetch('http://lab.example/').status));
    expect(bed.services.view().faults).toEqual([]);
    bed.run();
    expect(all.result()).toEqual([200, 503, 200, 200]);
  });

  it('fills the disk', () => {
    const { bed } = setUp();
    bed.services.fault({ service: 'files', type: 'full' });
    expect(() => bed.result(() => write(bed))).toThrow("'a' could not be written: no space is left on the disk.");
    bed.services.fault({ service: 'files', type: 'full', active: false });
    bed.result(() => write(bed));
  });
});

function* write(bed: ServicesBed): Generator<unknown, void, unknown> {
  yield bed.services.files.write('a', '');
}
