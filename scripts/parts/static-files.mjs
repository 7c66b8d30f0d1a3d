/**
 * One entry of Vite's manifest (.vite/manifest.json): a file, and what it cannot start without.
 *
 * @typedef {{ readonly file: string, readonly imports?: readonly string[], readonly css?: readonly string[] }} Entry
 */

/**
 * The files that are loaded before an entry can run: itself, its static imports and their styles, each once.
 *
 * @param {Readonly<Record<string, Entry>>} manifest
 * @param {readonly string[]} entries names in the manifest: paths of sources
 * @returns {ReadonlySet<string>} paths below the built folder
 */
export function filesOf(manifest, entries) {
  /** @type {Set<string>} */
  const files = new Set();
  const seen = new Set();
  const visit = (/** @type {string} */ name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const entry = manifest[name];
    if (!entry) throw new Error(`The built page has no ${name}.`);
    files.add(entry.file);
    for (const style of entry.css ?? []) files.add(style);
    for (const next of entry.imports ?? []) visit(next);
  };
  for (const entry of entries) visit(entry);
  return files;
}
