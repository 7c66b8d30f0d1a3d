import { OSError } from './errors.js';

const longest = 200;

/**
 * The path of a file in the file system of the run, written in one way: `/runs//a.csv` is `runs/a.csv`. Raises `TypeError` for what is no
 * text, and `OSError` for what cannot be the name of a file.
 */
export function cleanPath(path: unknown): string {
  if (typeof path !== 'string') throw new TypeError("A path is a text, such as 'results.csv'.");
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0) throw new OSError(`'${shown(path)}' names no file: give a path such as 'results.csv'.`);
  if (parts.includes('..')) throw new OSError(`'${shown(path)}' leads out of its folder: the files of a run have paths without '..'.`);
  const clean = parts.join('/');
  if (clean.length > longest) throw new OSError(`The path '${shown(path)}' is too long: at most ${longest} characters.`);
  if (/[\u0000-\u001f\u007f\\]/.test(clean)) throw new OSError(`The path '${shown(path)}' has a character that no file name may have.`);
  return clean;
}

function shown(path: string): string {
  return path.length > 60 ? `${path.slice(0, 60)}…` : path;
}
