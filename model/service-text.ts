/** Sentences about what services did. */
import type { TraceEvent } from './events.js';
import { faultKind, serviceLabels, type ServiceFaultName } from './service-faults.js';
import { durationText } from './time-text.js';

/** A size for people: `0 B`, `1.2 kB`, `3.4 MB`, in steps of a thousand. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_950 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

export function serviceText({
  type,
  about,
  size = 0,
  status = 0,
  seconds = 0,
  message = '',
  to = [],
  total = 1,
}: Extract<TraceEvent, { event: 'service' }>): string {
  switch (type) {
    case 'written':
      return `File written: ${about}, ${sizeText(size)}.`;
    case 'appended':
      return `File extended: ${about}, now ${sizeText(size)}.`;
    case 'removed':
      return `File removed: ${about}.`;
    case 'answered':
      return `${about} was answered with ${status} after ${durationText(seconds, true)}.`;
    case 'failed':
      return `${about} failed: ${message}`;
    case 'accepted':
      return `Mail ${total} taken: “${about}” to ${to.join(', ')}.`;
    case 'aborted':
      return `${about} was aborted after ${durationText(seconds, true)}.`;
  }
}

/** What is wrong with a service, or is no more. */
export function serviceFaultText({ service, type, active }: Extract<TraceEvent, { event: 'service-fault' }>): string {
  // The type is one of the service: the runtime takes no other.
  const { label } = faultKind({ service, type } as ServiceFaultName);
  return `${serviceLabels[service]}: the fault “${label}” ${active ? 'begins' : 'is over'}.`;
}
