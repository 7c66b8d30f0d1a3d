/** What services show, as it may come out of the sandbox, and what they keep. */
import * as v from 'valibot';
import { type FaultyService, serviceFaults } from '../../model/service-faults.js';
import { count, list, seconds, text } from './wire-values.js';

const file = v.object({ path: text, size: count, created: seconds, modified: seconds });
const request = v.object({
  number: count,
  method: text,
  url: text,
  at: seconds,
  state: v.picklist(['open', 'answered', 'failed', 'aborted']),
  seconds: v.exactOptional(seconds),
  status: v.exactOptional(count),
  redirects: v.exactOptional(count),
  message: v.exactOptional(text),
});
const web = v.object({
  started: count,
  answered: count,
  failed: count,
  aborted: count,
  newest: list(request, 100),
  addresses: list(v.object({ address: text, about: text }), 500),
});

const known = { since: seconds, left: v.nullable(count), fired: count };
const mail = v.object({
  accepted: count,
  connections: count,
  mails: list(v.object({ number: count, at: seconds, from: text, to: list(text), subject: text, size: count, session: count }), 50),
  sessions: list(v.object({ number: count, host: text, at: seconds, state: v.picklist(['open', 'closed', 'dropped']) }), 50),
});

type Kinds<Service extends FaultyService> = (keyof (typeof serviceFaults)[Service] & string)[];
const kinds = {
  files: v.picklist(Object.keys(serviceFaults.files) as Kinds<'files'>),
  web: v.picklist(Object.keys(serviceFaults.web) as Kinds<'web'>),
  mail: v.picklist(Object.keys(serviceFaults.mail) as Kinds<'mail'>),
};
export const service = v.picklist(['files', 'web', 'mail']);
export const serviceFault = v.picklist([...kinds.files.options, ...kinds.web.options, ...kinds.mail.options]);
const fault = v.variant('service', [
  v.object({ service: v.literal('files'), type: kinds.files, ...known }),
  v.object({ service: v.literal('web'), type: kinds.web, ...known }),
  v.object({ service: v.literal('mail'), type: kinds.mail, ...known }),
]);

export const services = v.object({
  revision: count,
  files: v.object({ count, size: count, limit: count, list: list(file, 200) }),
  web,
  mail,
  faults: list(fault, 100),
});

/** More than a run can keep; what is larger was not made by a service. */
const mostBytes = 20_000_000;
const bytes = v.pipe(
  v.instance(Uint8Array),
  v.check((value) => value.length <= mostBytes, 'a file that is too large'),
);
/** Longer than other texts: a mail is shown whole. */
const longText = v.pipe(v.string(), v.maxLength(1_100_000, 'a text that is too long'));
const message = v.object({ headers: list(v.strictTuple([text, text]), 200), body: text, length: count });
export const content = v.nullable(
  v.variant('type', [
    v.object({ type: v.literal('bytes'), bytes }),
    v.object({ type: v.literal('text'), text: longText }),
    v.object({ type: v.literal('lines'), lines: list(text) }),
    v.object({ type: v.literal('request'), sent: message, answer: v.nullable(message) }),
  ]),
);
