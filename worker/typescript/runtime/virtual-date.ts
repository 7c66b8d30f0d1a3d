import type { VirtualClock } from '../../clock/virtual-clock.js';

/* eslint no-restricted-globals: ["error", "performance", "setTimeout", "setInterval"] -- Built on the language's Date, which is never asked for the time here. */

/** A text with a date and a time but no zone; the language takes it as local time. */
const withoutZone = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;
const hasZone = /Z|GMT|UTC|[+-]\d\d:?\d\d|\([^)]*\)\s*$/i;

const fields = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;

/**
 * The `Date` of a process: now is the virtual time, counted from 1970-01-01T00:00Z, and the local time zone is UTC, so that the
 * same run says the same on any machine.
 */
export function createDate(clock: VirtualClock): DateConstructor {
  const now = () => Math.floor(clock.now / 1000);

  class VirtualDate extends Date {
    constructor(...args: readonly unknown[]) {
      if (args.length === 0) super(now());
      else if (args.length === 1) super(typeof args[0] === 'string' ? parse(args[0]) : (args[0] as number));
      else super(Date.UTC(...(args as Parameters<typeof Date.UTC>)));
    }

    static override now(): number {
      return now();
    }

    static override parse(text: string): number {
      return parse(text);
    }

    override getTimezoneOffset(): number {
      return 0;
    }

    override toString(): string {
      if (Number.isNaN(this.getTime())) return super.toString();
      return `${this.toDateString()} ${this.toTimeString()}`;
    }

    override toDateString(): string {
      if (Number.isNaN(this.getTime())) return super.toDateString();
      const [weekday, day, month, year] = this.toUTCString().replace(',', '').split(' ');
      return `${weekday} ${month} ${day} ${year}`;
    }

    override toTimeString(): string {
      if (Number.isNaN(this.getTime())) return super.toTimeString();
      return `${this.toISOString().slice(11, 19)} GMT+0000 (Coordinated Universal Time)`;
    }

    override toLocaleString(locales?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions): string {
      return super.toLocaleString(locales ?? 'en-GB', { timeZone: 'UTC', ...options });
    }

    override toLocaleDateString(locales?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions): string {
      return super.toLocaleDateString(locales ?? 'en-GB', { timeZone: 'UTC', ...options });
    }

    override toLocaleTimeString(locales?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions): string {
      return super.toLocaleTimeString(locales ?? 'en-GB', { timeZone: 'UTC', ...options });
    }
  }

  // Local time is UTC: `getHours` is `getUTCHours`, and so on.
  const methods = VirtualDate.prototype as unknown as Record<string, unknown>;
  for (const field of fields) {
    methods[`get${field}`] = methods[`getUTC${field}`];
    if (field !== 'Day') methods[`set${field}`] = methods[`setUTC${field}`];
  }
  // `Date()` without `new` is the present as a text.
  return new Proxy(VirtualDate, { apply: () => new VirtualDate().toString() }) as unknown as DateConstructor;
}

/** Times without a zone are UTC. */
function parse(text: string): number {
  if (withoutZone.test(text)) return Date.parse(`${text}Z`);
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) || hasZone.test(text) || /^[+-]?\d{4,6}(?:-\d\d){0,2}$/.test(text) ? parsed : Date.parse(`${text} UTC`);
}
