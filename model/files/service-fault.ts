import * as v from 'valibot';
import { type FaultyService, type ServiceFaultCommand, type ServiceFaultName, serviceFaults } from '../service-faults.js';
import type { Timed } from '../scenario.js';

const seconds = v.pipe(
  v.number('it must be a number of seconds'),
  v.minValue(0, 'it must be a number of seconds of at least 0'),
  v.finite(),
);
const services = Object.keys(serviceFaults) as FaultyService[];

function faultOf<Service extends FaultyService>(service: Service) {
  const types = Object.keys(serviceFaults[service]);
  return v.strictObject({
    at: seconds,
    service: v.literal(service),
    type: v.picklist(types, `it must be ${types.join(', ')}`),
    /** How often it happens. */
    times: v.optional(v.pipe(v.number('it must be a whole number of at least 1'), v.integer(), v.minValue(1))),
    /** How many seconds later, of one that takes time. */
    seconds: v.optional(seconds),
    /** Seconds after which it is ended. */
    for: v.optional(seconds),
  });
}

/** A fault of a service in a scenario: `{ "at": 1, "service": "web", "type": "unavailable", "times": 2 }`. */
export const serviceFault = v.variant(
  'service',
  [faultOf('files'), faultOf('web'), faultOf('mail')],
  `it must be the name of a service: ${services.join(', ')}`,
);

type ServiceFaultInput = v.InferOutput<typeof serviceFault>;

export function isServiceFault(value: unknown): value is ServiceFaultInput {
  return typeof value === 'object' && value !== null && 'service' in value;
}

/** When it begins, and when it ends if that is said. */
export function serviceFaultsOf({ at, for: length, ...rest }: ServiceFaultInput): Timed<ServiceFaultCommand>[] {
  const { service, type, times, seconds: late } = rest;
  // The schema has looked the type up in the table of its service.
  const name = { service, type } as ServiceFaultName;
  const first: ServiceFaultCommand = {
    ...name,
    ...(times === undefined ? {} : { times }),
    ...(late === undefined ? {} : { seconds: late }),
  };
  return length === undefined
    ? [{ at, what: first }]
    : [
        { at, what: first },
        { at: at + length, what: { ...name, active: false } },
      ];
}
