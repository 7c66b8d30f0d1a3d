import { run } from '../run.mjs';

/** How each system's package manager installs a browser that the tests can use. */
const managers = [
  { program: 'apt-get', steps: [['update'], ['install', '-y', '--no-install-recommends', 'chromium']] },
  { program: 'dnf', steps: [['install', '-y', 'chromium']] },
  { program: 'pacman', steps: [['-Sy', '--noconfirm', 'chromium']] },
  { program: 'apk', steps: [['add', 'chromium']] },
  { program: 'zypper', steps: [['--non-interactive', 'install', 'chromium']] },
];

/** Installs Chromium with the system's package manager: as root, or with a sudo that does not ask. Whether it worked shows when the browser is looked for again. */
export async function installWithPackageManager() {
  if (process.platform === 'darwin') return void (await run('brew', ['install', '--cask', 'chromium'], { output: 'errors' }));
  if (process.platform === 'win32')
    return void (await run('winget', ['install', '--silent', '--exact', '--id', 'Google.Chrome'], { output: 'errors' }));
  const before = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const { program, steps } of managers) {
    if ((await run('sh', ['-c', `command -v ${program}`], { output: 'errors' })) !== 0) continue;
    for (const step of steps) {
      const [first = '', ...rest] = [...before, program, ...step];
      await run(first, rest, { output: 'errors', environment: { DEBIAN_FRONTEND: 'noninteractive' } });
    }
    return;
  }
}
