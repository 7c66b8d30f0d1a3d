/** Trouble with a service that a person or a scenario makes: one table for the worker, the page and the scenario. */

export interface ServiceFaultKind {
  /** On the menu. */
  readonly label: string;
  /** What it does, in a few words. */
  readonly detail: string;
  /** How often it happens when nothing is said; `null`: until it is ended. */
  readonly times: number | null;
  /** Of one that takes time: how many seconds when nothing is said. */
  readonly seconds?: number;
}

export const serviceFaults = {
  files: {
    full: { label: 'No space left', detail: 'Nothing can be written until this is ended', times: null },
  },
  web: {
    unavailable: { label: 'Answer 503', detail: 'The next three requests, then all is fine', times: 3 },
    refuse: { label: 'Refuse connections', detail: 'As if the server were down, until this is ended', times: null },
    slow: { label: 'Slow answers', detail: '10 s later, until this is ended', times: null, seconds: 10 },
    silent: { label: 'No answer', detail: 'The next request is never answered', times: 1 },
  },
  mail: {
    refuse: { label: 'Refuse connections', detail: 'As if the server were down, until this is ended', times: null },
    'bad-credentials': { label: 'Refuse the password', detail: 'Even the right one, until this is ended', times: null },
    'no-auth': { label: 'No login offered', detail: 'The server does not know AUTH, until this is ended', times: null },
    'refuse-recipient': { label: 'Refuse recipients', detail: 'Unknown mailbox, until this is ended', times: null },
    drop: { label: 'Drop the connection', detail: 'Once, after the text of the next mail was sent and before it is accepted', times: 1 },
    slow: { label: 'Slow server', detail: '5 s later for each command, until this is ended', times: null, seconds: 5 },
  },
} as const satisfies Record<string, Record<string, ServiceFaultKind>>;

type Faults = typeof serviceFaults;
export type FaultyService = keyof Faults;
/** A service with one of its faults. */
export type ServiceFaultName = {
  [Service in FaultyService]: { readonly service: Service; readonly type: keyof Faults[Service] };
}[FaultyService];

/** Begins a fault, or ends every one of that kind. */
export type ServiceFaultCommand = ServiceFaultName & {
  /** False: ends it. */
  readonly active?: boolean;
  /** How often it happens; left out: as the table says. */
  readonly times?: number | null;
  /** How many seconds later, of one that takes time. */
  readonly seconds?: number;
};

/** A fault that can still happen. */
export type ServiceFaultView = ServiceFaultName & {
  /** Virtual seconds. */
  readonly since: number;
  /** How often it will happen; `null`: until it is ended. */
  readonly left: number | null;
  /** How often it has happened. */
  readonly fired: number;
};

export const serviceLabels: Readonly<Record<FaultyService, string>> = { files: 'Files', web: 'Web', mail: 'Mail' };

/** What the table says of a fault. */
export function faultKind({ service, type }: ServiceFaultName): ServiceFaultKind {
  return (serviceFaults[service] as Readonly<Record<string, ServiceFaultKind>>)[type]!;
}
