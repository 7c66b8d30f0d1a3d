import { spawnSync } from 'node:child_process';
import { inProject } from '../../scripts/parts/project.mjs';
import type { Workload } from './workload.js';

/** Events per second of CPython's asyncio in virtual time, round by round; none where there is no `python3`. */
export function inCPython({ processes, sleeps }: Workload, rounds: number): readonly number[] {
  const script = inProject('bench', 'virtual-time', 'cpython.py');
  const { status, stdout } = spawnSync('python3', [script, ...[processes, sleeps, rounds].map(String)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().split('\n').map(Number) : [];
}
