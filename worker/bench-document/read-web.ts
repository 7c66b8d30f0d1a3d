import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Json } from '../../model/json.js';
import type { WebAddress } from '../../model/web-addresses.js';
import { type DocumentReader, type Span, spanOf } from './document-reader.js';

const howTo = 'Each address begins with “- address: lab.example/status”; below it stand status, body, latency and so on.';
const keys = ['address', 'about', 'status', 'body', 'headers', 'latency', 'redirect', 'endless', 'refuses', 'methods'] as const;
/** What a server would answer, which one that refuses connections does not. */
const ofAnswers = ['status', 'body', 'headers', 'latency', 'redirect', 'endless', 'methods'] as const;

/** Seconds: the slowest answer that anybody waits for is a day. */
export const latencyRange = [0, 86_400] as const;

interface Written {
  readonly address: WebAddress;
  /** Where its redirect stands. */
  readonly redirect: Span | null;
}

/** What the network of a bench knows. */
export function readWeb(reader: DocumentReader, services: YAMLMap, hasExpression: (text: string) => boolean): readonly WebAddress[] {
  const written: Written[] = [];
  for (const item of reader.list(services, 'web', howTo)) {
    const one = new AddressReader(reader, hasExpression).read(item, written);
    if (one !== null) written.push(one);
  }
  checkRedirects(written, reader);
  return written.map(({ address }) => address);
}

class AddressReader {
  constructor(
    private readonly reader: DocumentReader,
    private readonly hasExpression: (text: string) => boolean,
  ) {}

  read(node: unknown, before: readonly Written[]): Written | null {
    const { reader } = this;
    const span = spanOf(node);
    if (!isMap(node)) return reader.none(span, 'An address is needed here.', howTo);
    const map = node as YAMLMap;
    reader.checkKeys(map, keys, 'at an address');
    const address = this.#address(map, span, before);
    const refuses = this.#flag(map, 'refuses');
    if (refuses)
      for (const key of ofAnswers)
        if (map.has(key))
          reader.fail(
            spanOf(map.get(key, true)),
            `Whoever refuses connections answers nothing, so “${key}” means nothing.`,
            'Leave one of the two out.',
          );
    const status = this.#status(map);
    const body = map.has('body') ? this.#json(map.get('body', true), 0) : null;
    const headers = this.#headers(map);
    const latency = this.#latency(map);
    const redirect = map.has('redirect') ? this.#redirect(map, span) : null;
    const methods = reader.texts(map, 'methods', 'Write the words: “methods: [GET, POST]”.').map(([text]) => text.toUpperCase());
    if (address === null) return null;
    return {
      address: {
        address,
        about: map.has('about') ? (reader.text(map, 'about', span, 'This address', howTo) ?? '') : '',
        ...(status === null ? {} : { status }),
        ...(map.has('body') ? { body } : {}),
        ...(headers === null ? {} : { headers }),
        ...(latency === undefined ? {} : { latency }),
        ...(redirect === null ? {} : { redirect }),
        ...(this.#flag(map, 'endless') ? { endless: true } : {}),
        ...(refuses ? { refuses } : {}),
        ...(methods.length === 0 ? {} : { methods }),
      },
      redirect: redirect === null ? null : spanOf(map.get('redirect', true)),
    };
  }

  #address(map: YAMLMap, span: Span, before: readonly Written[]): string | null {
    const { reader } = this;
    const written = reader.text(map, 'address', span, 'This entry', howTo);
    if (written === null) return null;
    const place = spanOf(map.get('address', true));
    const match = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*)(\/[^?#\s]*)$/i.exec(written);
    if (match === null)
      return reader.none(
        place,
        `“${written}” is no address.`,
        'Write host and path, without “http://” and without “?”: lab.example/status',
      );
    const address = `${match[1]!.toLowerCase()}${match[2]!}`;
    if (before.some(({ address: other }) => other.address === address))
      return reader.none(place, `The address ${address} is there twice.`, 'Remove one of the two.');
    return address;
  }

  #status(map: YAMLMap): number | null {
    const node = map.get('status', true);
    if (node === undefined) return null;
    const value = isScalar(node) ? node.value : null;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 200 && value <= 599) return value;
    const shown = isScalar(node) ? String(value) : 'this';
    return this.reader.none(
      spanOf(node),
      `The status of an answer cannot be ${shown}.`,
      'It is a whole number from 200 to 599: status: 404',
    );
  }

  /** `undefined`: nothing is said. */
  #latency(map: YAMLMap): number | null | undefined {
    const node = map.get('latency', true);
    if (isScalar(node) && node.value === 'never') return null;
    return this.reader.number(node, 'latency', { unit: 's', range: latencyRange }) ?? undefined;
  }

  #redirect(map: YAMLMap, span: Span): string | null {
    const to = this.reader.text(map, 'redirect', span, 'This address', howTo);
    if (to === null || /^(\/|https?:\/\/[^\s/?#]+)[^\s]*$/i.test(to)) return to;
    const hint = 'Write a path of the same host, “/new”, or a whole address: http://lab.example/new';
    return this.reader.none(spanOf(map.get('redirect', true)), `“${to}” is nothing to be redirected to.`, hint);
  }

  #headers(map: YAMLMap): Record<string, string> | null {
    if (!map.has('headers')) return null;
    const headers: Record<string, string> = {};
    for (const [name, key, value] of this.reader.entries(map, 'headers')) {
      const text = isScalar(value) && ['string', 'number', 'boolean'].includes(typeof value.value) ? String(value.value) : null;
      // Tokens of RFC 9110, 5.6.2.
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name))
        this.reader.fail(spanOf(key), `“${name}” cannot be the name of a header.`, 'Such as: retry-after: 5');
      else if (text === null || /[\r\n]/.test(text))
        this.reader.fail(spanOf(value ?? key), `The header “${name}” must be a text on one line.`, 'Put it in quotes.');
      else headers[name.toLowerCase()] = text;
    }
    return headers;
  }

  #flag(map: YAMLMap, key: string): true | null {
    const node = map.get(key, true);
    if (node === undefined) return null;
    const value = isScalar(node) ? node.value : null;
    if (value === true) return true;
    return value === false ? null : this.reader.none(spanOf(node), `“${key}” must be true or false.`, `Write: ${key}: true`);
  }

  /** A value as it stands there; names with & and expressions have no use here. */
  #json(node: unknown, depth: number): Json {
    if (depth > 20) return this.reader.none(spanOf(node), 'The body is nested too deeply.', 'Write it in a simpler way.');
    if (node === null) return null;
    if (isSeq(node)) return node.items.map((item) => this.#json(item, depth + 1));
    if (isMap(node)) {
      this.reader.checkTwice(node as YAMLMap);
      return Object.fromEntries(node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', this.#json(value, depth + 1)]));
    }
    const value: unknown = isScalar(node) ? node.value : undefined;
    if (typeof value === 'string' && this.hasExpression(value))
      return this.reader.none(
        spanOf(node),
        'A bench has no expressions.',
        'Write what the body is; {body} stands for that of the request.',
      );
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    return this.reader.none(spanOf(node), 'The body must be a text, or plain data.', 'Names with & and * cannot be used here.');
  }
}

/** A redirect that leads round in a circle is a mistake, unless it says that it is none. */
function checkRedirects(written: readonly Written[], reader: DocumentReader): void {
  const byAddress = new Map(written.map(({ address }) => [address.address, address]));
  for (const { address, redirect } of written) {
    if (redirect === null || address.endless) continue;
    const way = [address.address];
    for (let at: WebAddress | undefined = address; at?.redirect !== undefined && way.length <= written.length;) {
      const next = targetOf(at);
      way.push(next);
      at = byAddress.get(next);
      if (next !== address.address) continue;
      reader.fail(
        redirect,
        `This redirect leads round in a circle: ${way.join(', ')}.`,
        'Lead it elsewhere; if it is meant, write “endless: true” beside it.',
      );
      break;
    }
  }
}

/** Host and path that an address redirects to. */
function targetOf({ address, redirect = '' }: WebAddress): string {
  if (redirect.startsWith('/')) return `${address.split('/')[0]!}${pathOf(redirect)}`;
  const [, host = '', rest = ''] = /^https?:\/\/([^/?#]+)(.*)$/i.exec(redirect) ?? [];
  return `${host.replace(/:\d+$/, '').toLowerCase()}${pathOf(rest)}`;
}

function pathOf(text: string): string {
  const path = text.split(/[?#]/)[0]!;
  return path === '' ? '/' : path;
}
