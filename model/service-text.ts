/** Sentences about what services did. */
import type { TraceEvent } from './events.js';

/** A size for people: `0 B`, `1.2 kB`, `3.4 MB`, in steps of a thousand. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_950 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

export function serviceText({ type, about, size = 0 }: Extract<TraceEvent, { event: 'service' }>): string {
  switch (type) {
    case 'written':
      return `File written: ${about}, ${sizeText(size)}.`;
    case 'appended':
      return `File extended: ${about}, now ${sizeText(size)}.`;
    case 'removed':
      return `File removed: ${about}.`;
  }
}
