import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { inProject } from '../project.mjs';
import { startCheck } from './start-check.mjs';

const packageFolder = inProject('node_modules', '@sparticuz', 'chromium');

/** @param {string} name */
const packed = (name) => createReadStream(path.join(packageFolder, 'bin', name)).pipe(createBrotliDecompress());

/**
 * Fonts of the package and of the system: without this file pages have no text where the system has no font configuration.
 *
 * @param {string} folder
 */
const fontConfiguration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/**
 * Unpacks the browser under another name first, so that an interrupted run leaves nothing that looks complete.
 *
 * @param {string} folder
 */
async function unpack(folder) {
  const { default: tar } = await import('tar-fs');
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const program = path.join(draft, 'chromium');
  await Promise.all([
    pipeline(packed('chromium.br'), createWriteStream(program)),
    pipeline(packed('swiftshader.tar.br'), tar.extract(draft)),
    pipeline(packed('fonts.tar.br'), tar.extract(draft)),
    pipeline(packed('al2023.tar.br'), tar.extract(path.join(draft, 'libraries'))),
  ]);
  chmodSync(program, 0o755);
  writeFileSync(path.join(draft, 'fonts.conf'), fontConfiguration(folder));
  if (existsSync(folder)) rmSync(draft, { recursive: true });
  else renameSync(draft, folder);
}

/**
 * The Chromium inside the package @sparticuz/chromium (Linux on x64): needs no root and no download beyond npm's.
 * It was made for a machine with few libraries, and brings those of NSS for where they are missing.
 *
 * @param {{ unpacked: boolean }} [only] `unpacked`: do not unpack it if that has not been done before
 */
export async function packagedBrowser(only = { unpacked: false }) {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packageFolder)) return null;
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  const folder = inProject('.cache', `chromium-${version}`);
  if (!existsSync(folder)) {
    if (only.unpacked) return null;
    await unpack(folder);
  }
  const program = path.join(folder, 'chromium');
  const environment = { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  return (
    (await startCheck(program, environment)) ??
    startCheck(program, { ...environment, LD_LIBRARY_PATH: path.join(folder, 'libraries', 'lib') })
  );
}
