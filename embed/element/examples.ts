import type { EmbedTexts } from '../../model/embed.js';
import { loadScript } from './own-address.js';

/** What the script of an example leaves behind, by its name. */
type Examples = Record<string, { readonly texts: EmbedTexts; readonly bench?: string } | undefined>;

/** Loads a built-in example. Rejects with a sentence. */
export async function exampleTexts(id: string): Promise<NonNullable<Examples[string]>> {
  if (/^[a-z0-9][a-z0-9-]*$/.test(id)) await loadScript(`examples/${id}.js`).catch(() => undefined);
  const example = (globalThis as { processPlaygroundExamples?: Examples }).processPlaygroundExamples?.[id];
  if (!example) throw new Error(`There is no example “${id}”, or it could not be loaded.`);
  return example;
}
