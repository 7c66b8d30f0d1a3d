import { spawn } from 'node:child_process';

/** Whether somebody sits in front of this computer: a desktop, a terminal, no continuous integration. */
function hasDesktop() {
  const { CI, SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY, BROWSER } = process.env;
  if (CI || SSH_CONNECTION || BROWSER === 'none' || !process.stdout.isTTY) return false;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/**
 * Opens an address in the person's browser, where there is one. That it does not open is no failure: the address has been printed.
 *
 * @param {string} address
 */
export function openPage(address) {
  if (!hasDesktop()) return;
  const [program, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', '""'] : ['xdg-open'];
  const child = spawn(/** @type {string} */ (program), [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
