export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** A console bound to the step. */
export interface Logger {
  debug(...values: readonly unknown[]): void;
  info(...values: readonly unknown[]): void;
  warn(...values: readonly unknown[]): void;
  error(...values: readonly unknown[]): void;
}

export function createLogger(log: (level: LogLevel, message: string) => void): Logger {
  const level =
    (name: LogLevel) =>
    (...values: readonly unknown[]) =>
      log(name, values.map(logText).join(' '));
  return { debug: level('debug'), info: level('info'), warn: level('warn'), error: level('error') };
}

/** A value as a console shows it, on one line and of bounded length. */
export function logText(value: unknown): string {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Error) return cut(`${value.name}: ${value.message}`);
  try {
    const text: string | undefined = JSON.stringify(value);
    return cut(text === undefined || (text === '{}' && Object.getPrototypeOf(value) !== Object.prototype) ? String(value) : text);
  } catch {
    return cut(String(value));
  }
}

function cut(text: string): string {
  return text.length > 2000 ? `${text.slice(0, 2000)}…` : text;
}
