import type { Check } from '../../model/lessons/check.js';
import { dataText, requestName } from '../../model/messages.js';
import { faults } from '../../model/faults.js';
import { secondsText } from '../../model/lessons/seen.js';

interface Deed {
  readonly at: number;
  readonly text: string;
}

/** What happens to the process in a check, in words: `with the data 10 s; Pause at 3 s; Halt at 5 s.` Empty: nothing does. */
export function scenarioText({ scenario, data }: Check): string {
  const { requests, faults: troubles, serviceFaults, controls, acts } = scenario;
  const deeds: Deed[] = [
    ...troubles.map(({ at, what }) => ({
      at,
      text: `${what.node ?? what.device}: ${what.type === 'reconnect' ? 'connected again' : faults[what.type].label.toLowerCase()}`,
    })),
    ...serviceFaults.map(({ at, what }) => ({ at, text: `${what.service}: ${what.type}${what.active === false ? ' is over' : ''}` })),
    ...requests.map(({ at, what }) => ({ at, text: requestText(what) })),
    ...controls.map(({ at, what }) => ({
      at,
      text:
        what.type === 'set'
          ? `${what.node} set to ${dataText(what.value)}`
          : `${what.node} ${what.type === 'claim' ? 'taken over' : 'given back'} by hand`,
    })),
  ];
  if (acts !== undefined)
    deeds.push(...acts.flatMap(({ at, act }) => (act.type === 'request' ? [{ at: at / 1e6, text: requestText(act.what) }] : [])));
  const listed = deeds.sort((one, other) => one.at - other.at).map(({ at, text }) => `${text} at ${secondsText(at)}`);
  const given = data === null ? [] : [`with the data ${'text' in data ? oneLine(data.text) : dataText(data.value)}`];
  return listed.length + given.length === 0 ? '' : `${[...given, ...listed].join('; ')}.`;
}

function requestText(request: Check['scenario']['requests'][number]['what']): string {
  const name = requestName[request.type];
  switch (request.type) {
    case 'jump':
      return `${name} to ${dataText(request.point)}`;
    case 'message':
      return `${name} ${dataText(request.value)}`;
    case 'swap':
      return `${name} to ${'text' in request.data ? oneLine(request.data.text) : dataText(request.data.value)}`;
    default:
      return name;
  }
}

/** Texts of data have a line for each member. */
const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ', ');
