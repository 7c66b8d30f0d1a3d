import { errorMessage, errorName, isErrorLike } from './error-text.js';
import { cut, inspect } from './inspect.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** A console bound to the step. */
export interface Logger {
  debug(...values: readonly unknown[]): void;
  info(...values: readonly unknown[]): void;
  warn(...values: readonly unknown[]): void;
  error(...values: readonly unknown[]): void;
}

/** Characters of a line that are kept. */
const longestLine = 2000;

export function createLogger(log: (level: LogLevel, message: string) => void): Logger {
  const level =
    (name: LogLevel) =>
    (...values: readonly unknown[]) =>
      log(name, cut(values.map(logText).join(' '), longestLine));
  return { debug: level('debug'), info: level('info'), warn: level('warn'), error: level('error') };
}

/** A value as a console shows it. */
function logText(value: unknown): string {
  if (typeof value === 'string') return cut(value, longestLine);
  return isErrorLike(value) ? `${errorName(value)}: ${errorMessage(value)}` : inspect(value, 4);
}
