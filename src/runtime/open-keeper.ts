import { Keeper, type KeeperListener } from './keeper.js';
import { browserPulse } from './heartbeat.js';
import { openSandboxFrame } from './sandbox-frame.js';
import { nextFrame } from './next-frame.js';

/** The keeper in a real page. What it needs (Comlink, the checks of the border) loads with this module, after the first paint. */
export function openKeeper(listener: KeeperListener): Keeper {
  const { BASE_URL, SANDBOX_VERSION: version } = import.meta.env;
  // A page in a folder below says where the files lie.
  const base = document.documentElement.dataset['root'] ?? BASE_URL;
  let script: Promise<string> | null = null;
  return new Keeper(listener, {
    openFrame: async () => {
      script ??= fetchText(`${base}runtime.js?${version}`);
      const text = await script.catch((error: unknown) => {
        script = null;
        throw error;
      });
      return openSandboxFrame({ alone: `${base}sandbox.html?${version}`, nested: `${base}sandbox-nested.html?${version}` }, text);
    },
    frame: nextFrame,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    pulse: browserPulse,
  });
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) throw new Error('Its script could not be loaded; is the network there?');
  return response.text();
}
