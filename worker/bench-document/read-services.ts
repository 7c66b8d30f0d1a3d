import { isMap, isScalar, type YAMLMap } from 'yaml';
import type { InitialFile, ServicesDescription } from '../../model/bench.js';
import type { MailServer } from '../../model/mail-server.js';
import { cleanPath } from '../services/index.js';
import { type DocumentReader, type Span, spanOf } from './document-reader.js';
import { latencyRange, readWeb } from './read-web.js';

const howTo = {
  services: 'Write “web:”, “mail:” or “files:” below it, further right.',
  mail: 'Write “host: mail.lab.example” below it, then accounts and domains.',
  account: 'Each account is written “- { username: robot, password: secret }”.',
  domains: 'Write the part behind the @: “domains: [lab.example]”.',
  unknown: 'Write whole addresses: “unknown: [nobody@lab.example]”.',
  file: 'Each file begins with “- path: plates/layout.csv” and has “text: |”.',
} as const;

/** The services that a bench chooses, and what is wrong with them; `null`: it says nothing about them. */
export function readServices(reader: DocumentReader, bench: YAMLMap, hasExpression: (text: string) => boolean): ServicesDescription | null {
  const node = bench.get('services', true);
  if (node === undefined || (isScalar(node) && node.value === null)) return null;
  if (!isMap(node)) return reader.none(spanOf(node), '“services” must be lines of “name: value”.', howTo.services);
  const map = node as YAMLMap;
  reader.checkKeys(map, ['web', 'mail', 'files'], 'among the services');
  const mail = map.has('mail') ? readMail(reader, map.get('mail', true)) : null;
  return {
    ...(map.has('web') ? { web: readWeb(reader, map, hasExpression) } : {}),
    ...(mail === null ? {} : { mail }),
    ...(map.has('files') ? { files: readFiles(reader, map) } : {}),
  };
}

function readMail(reader: DocumentReader, node: unknown): MailServer | null {
  const span = spanOf(node);
  if (!isMap(node)) return reader.none(span, 'A mail server is needed here.', howTo.mail);
  const map = node as YAMLMap;
  reader.checkKeys(map, ['host', 'accounts', 'auth', 'domains', 'unknown', 'delay'], 'in the mail server');
  const host = reader.text(map, 'host', span, 'The mail server', howTo.mail);
  if (host !== null && !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host))
    reader.fail(spanOf(map.get('host', true)), `“${host}” cannot be the name of a host.`, 'Write it in small letters: mail.lab.example');
  const auth = readAuth(reader, map);
  const accounts = reader.list(map, 'accounts', howTo.account).flatMap((item) => readAccount(reader, item));
  const [first] = reader.list(map, 'accounts', howTo.account);
  if (auth === 'none' && first !== undefined)
    reader.fail(spanOf(first), 'Nobody can log in to a server with “auth: none”.', 'Leave out the accounts, or “auth”.');
  const domains = checked(reader, map, 'domains', /^[^\s@<>]+$/, howTo.domains);
  const unknown = checked(reader, map, 'unknown', /^[^\s@<>]+@[^\s@<>]+$/, howTo.unknown);
  const delay = reader.number(map.get('delay', true), 'delay', { unit: 's', range: latencyRange });
  return {
    host: host ?? '',
    accounts,
    ...(auth === null ? {} : { auth }),
    domains,
    unknown,
    ...(delay === null ? {} : { delay }),
  };
}

function readAuth(reader: DocumentReader, map: YAMLMap): 'required' | 'none' | null {
  const node = map.get('auth', true);
  if (node === undefined) return null;
  const value = isScalar(node) ? node.value : null;
  if (value === 'required' || value === 'none') return value;
  return reader.none(spanOf(node), '“auth” must be “required” or “none”.', 'With “none” the server takes mail from anybody.');
}

function readAccount(reader: DocumentReader, node: unknown): MailServer['accounts'] {
  const span = spanOf(node);
  if (!isMap(node)) {
    reader.fail(span, 'An account is needed here.', howTo.account);
    return [];
  }
  const map = node as YAMLMap;
  reader.checkKeys(map, ['username', 'password'], 'in an account');
  const username = reader.text(map, 'username', span, 'This account', howTo.account);
  const password = reader.text(map, 'password', span, 'This account', howTo.account);
  return username === null || password === null ? [] : [{ username, password }];
}

/** A list of texts of one form, in small letters as they are compared. */
function checked(reader: DocumentReader, map: YAMLMap, key: string, form: RegExp, hint: string): readonly string[] {
  return reader.texts(map, key, hint).map(([text, span]) => {
    if (!form.test(text)) reader.fail(span, `“${text}” does not belong among the ${key}.`, hint);
    return text.toLowerCase();
  });
}

function readFiles(reader: DocumentReader, services: YAMLMap): readonly InitialFile[] {
  const taken = new Set<string>();
  return reader.list(services, 'files', howTo.file).flatMap((item) => {
    const span = spanOf(item);
    if (!isMap(item)) {
      reader.fail(span, 'A file is needed here.', howTo.file);
      return [];
    }
    const map = item as YAMLMap;
    reader.checkKeys(map, ['path', 'text'], 'in a file');
    const written = reader.text(map, 'path', span, 'This file', howTo.file);
    const path = written === null ? null : readPath(reader, written, spanOf(map.get('path', true)), taken);
    const node = map.get('text', true);
    const text = isScalar(node) && typeof node.value === 'string' ? node.value : node === undefined ? '' : null;
    if (text === null) reader.fail(spanOf(node), '“text” must be a text.', 'Put it in quotes, or below “text: |”, further right.');
    return path === null || text === null ? [] : [{ path, text }];
  });
}

function readPath(reader: DocumentReader, written: string, span: Span, taken: Set<string>): string | null {
  let path: string;
  try {
    path = cleanPath(written);
  } catch (error) {
    return reader.none(span, error instanceof Error ? error.message : String(error), howTo.file);
  }
  if (taken.has(path)) return reader.none(span, `There are two files ${path}.`, 'Give each its own path.');
  const clash = [...taken].find((other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`));
  if (clash !== undefined)
    return reader.none(span, `${path} and ${clash} cannot both be files: one is a folder of the other.`, 'Rename one.');
  taken.add(path);
  return path;
}
