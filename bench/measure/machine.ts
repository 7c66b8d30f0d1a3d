import os from 'node:os';

/** What the numbers were measured on, without names: enough to know whether two runs may be compared. */
export function machineLine(browserVersion?: string): string {
  const { cpus, arch, platform, totalmem } = os;
  const memory = Math.round(totalmem() / 2 ** 30);
  const browser = browserVersion === undefined ? '' : `, Chromium ${browserVersion} (headless)`;
  return `${cpus().length} cores, ${memory} GiB, ${platform()} ${arch()}, Node ${process.versions.node}${browser}. Compare ratios, not absolute numbers.`;
}
