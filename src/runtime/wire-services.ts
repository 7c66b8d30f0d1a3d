/** What services show, as it may come out of the sandbox, and what they keep. */
import * as v from 'valibot';
import { count, list, seconds, text } from './wire-values.js';

const file = v.object({ path: text, size: count, created: seconds, modified: seconds });
export const services = v.object({
  revision: count,
  files: v.object({ count, size: count, limit: count, list: list(file, 200) }),
});

/** More than a run can keep; what is larger was not made by a service. */
const mostBytes = 20_000_000;
const bytes = v.pipe(
  v.instance(Uint8Array),
  v.check((value) => value.length <= mostBytes, 'a file that is too large'),
);
export const content = v.nullable(v.object({ type: v.literal('bytes'), bytes }));
