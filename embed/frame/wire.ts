/** What the page around a frame may say to it, checked at the border: it is anybody's page. */
import * as v from 'valibot';
import { embedLanguages, embedModes, embedParts, embedThemes, embedVersion, type ToEmbed } from '../../model/embed.js';
import type { Json } from '../../model/json.js';

const optional = v.exactOptional;
const text = v.pipe(v.string(), v.maxLength(1_000_000, 'it is too long'));
const texts = v.strictObject({ process: text, data: optional(text), protocol: optional(text), bench: optional(text) });
const settings = v.partial(
  v.strictObject({
    language: v.picklist(embedLanguages),
    mode: v.picklist(embedModes),
    bench: v.pipe(v.string(), v.maxLength(80)),
    seed: v.pipe(v.number(), v.safeInteger()),
    speed: v.picklist([1, 10, 100, 'max']),
    readonly: v.boolean(),
    hide: v.array(v.picklist(embedParts)),
    theme: v.picklist(embedThemes),
    example: v.pipe(v.string(), v.maxLength(80)),
  }),
);
/** Plain data: what JSON can say, and no more than a person would send. */
const json = v.pipe(
  v.unknown(),
  v.check((value) => {
    try {
      const written = JSON.stringify(value) as string | undefined;
      return written !== undefined && written.length <= 1_000_000;
    } catch {
      return false;
    }
  }, 'it is no plain data'),
  v.transform((value) => JSON.parse(JSON.stringify(value)) as Json),
);
const data = v.union([v.strictObject({ text }), v.strictObject({ value: json })]);
const step = { step: optional(v.pipe(v.string(), v.maxLength(1_000))) };
const request = v.variant('type', [
  v.strictObject({ type: v.picklist(['pause', 'resume', 'halt', 'skip']), ...step }),
  v.strictObject({ type: v.literal('retry'), data: optional(data), ...step }),
  v.strictObject({ type: v.literal('jump'), point: json, force: optional(v.boolean()), ...step }),
  v.strictObject({ type: v.literal('swap'), data, point: optional(json), ...step }),
  v.strictObject({ type: v.literal('message'), value: json, ...step }),
]);
const head = { playground: v.literal(embedVersion), id: optional(v.pipe(v.number(), v.safeInteger())) };
const toEmbed = v.variant('type', [
  v.strictObject({
    ...head,
    type: v.literal('load'),
    texts,
    settings: optional(settings),
    height: optional(v.nullable(v.pipe(v.string(), v.regex(/^(none|\d+(\.\d+)?px)$/)))),
  }),
  v.strictObject({ ...head, type: v.literal('run') }),
  v.strictObject({ ...head, type: v.literal('request'), request }),
  v.strictObject({ ...head, type: v.literal('theme'), theme: v.picklist(embedThemes) }),
]);

/** `null`: it is none of ours. */
export function readMessage(data: unknown): ToEmbed | { readonly type: 'refused'; readonly message: string } | null {
  if (typeof data !== 'object' || data === null || !('playground' in data)) return null;
  if (data.playground !== embedVersion)
    return {
      type: 'refused',
      message: `The message is of version ${String(data.playground)}, and this frame knows version ${embedVersion}.`,
    };
  const result = v.safeParse(toEmbed, data, { abortEarly: true });
  if (result.success) return result.output as ToEmbed;
  const [issue] = result.issues;
  return { type: 'refused', message: `The message cannot be understood: ${v.getDotPath(issue) ?? 'message'}: ${issue.message}.` };
}
