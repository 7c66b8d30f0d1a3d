import { build, type Rolldown } from 'vite';

/** A script without imports, and the files it was made of (absolute paths). */
export interface ClassicBundle {
  readonly code: string;
  readonly files: readonly string[];
}

/**
 * Bundles a module into one classic script. Inside the opaque-origin frame nothing else starts: Chromium refuses module workers from
 * a blob there, and the frame's policy lets no script load anything.
 *
 * @param entry absolute path of the module
 * @param mode `production`: minified; `development`: readable, with its source map inside
 */
export async function classicBundle(entry: string, mode: 'production' | 'development'): Promise<ClassicBundle> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode,
    // Packages ask for it; a library's build would leave it to who uses the library.
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    build: {
      write: false,
      target: 'es2022',
      // Of the styles that a script brings along: colours for both schemes are written with light-dark().
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      minify: mode === 'production',
      sourcemap: mode === 'production' ? false : 'inline',
      rolldownOptions: { checks: { pluginTimings: false } },
      lib: { entry, formats: ['iife'], name: 'bundle', fileName: 'bundle' },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const chunks = output.filter((file) => file.type === 'chunk');
  const [chunk] = chunks;
  if (!chunk || chunks.length > 1) throw new Error(`${entry} did not become one script but ${chunks.length}: it may not import lazily.`);
  return {
    code: chunk.code,
    files: chunk.moduleIds.filter((id) => id.startsWith('/') || /^[a-z]:/i.test(id)).map((id) => id.replace(/\?.*$/, '')),
  };
}
