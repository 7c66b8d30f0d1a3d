import { existsSync } from 'node:fs';
import path from 'node:path';
import { startCheck } from './start-check.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Where an installed Chromium, Chrome or Edge can be. */
function places() {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
      ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((file) =>
        path.join(process.env[variable] ?? '', file),
      ),
    );
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** The first installed browser that starts. */
export async function installedBrowser() {
  for (const place of new Set(places())) {
    const browser = path.isAbsolute(place) && existsSync(place) ? await startCheck(place) : null;
    if (browser) return browser;
  }
  return null;
}
