import { parse } from 'yaml';
import type { Json } from '../model/json.js';

/** An option of a block that cannot be used: one sentence. */
export class WrongOption extends Error {}

/** The member that what stands behind the instant becomes; of the others it is further members. */
const payloadOf: Readonly<Record<string, 'point' | 'data' | 'value'>> = { jump: 'point', swap: 'data', message: 'value', retry: 'data' };
const payloadExample = { point: '{index: 2}', data: '20 min', value: '{level: 3}' };
const example = { request: 'pause@30 or jump@30 {index: 2}', fault: 'unavailable@5 {service: web}' };

/**
 * Reads what is done to a run at an instant, in seconds: `pause@30`, `jump@30 {index: 2}`, `swap@10 20 min`, `unavailable@5 {service: web}`.
 * Gives a member of `requests` or `faults` of a scenario, whose reader checks the rest. Raises `WrongOption`.
 */
export function timed(option: 'request' | 'fault', text: string): Readonly<Record<string, Json>> {
  const [, type, at, rest = ''] = /^\s*([a-z-]+)@(\d+(?:\.\d+)?)(?:\s+(.*))?$/s.exec(text) ?? [];
  if (type === undefined)
    throw new WrongOption(`The option ${option} is wrong: it must be like ${example[option]}, not ${text || 'empty'}.`);
  const payload = option === 'request' ? payloadOf[type] : undefined;
  if (payload === undefined) return { at: Number(at), type, ...(rest === '' ? {} : members(option, rest)) };
  if (rest !== '') {
    // New data is a text, as it stands in a data document; a point and a message are values.
    return { at: Number(at), type, [payload]: payload === 'data' ? rest : yamlValue(option, rest) };
  }
  if (type === 'retry') return { at: Number(at), type };
  throw new WrongOption(`The option request is wrong: ${type} needs its ${payload}, as in ${type}@${at} ${payloadExample[payload]}.`);
}

function members(option: 'request' | 'fault', text: string): Readonly<Record<string, Json>> {
  const value = yamlValue(option, text);
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new WrongOption(`The option ${option} is wrong: behind the instant stands ${text}, and it must be like {device: pump}.`);
  return value as Readonly<Record<string, Json>>;
}

/** A value in the short notation of YAML. Raises `WrongOption`. */
export function yamlValue(option: string, text: string): Json {
  try {
    return parse(text) as Json;
  } catch {
    throw new WrongOption(`The option ${option} is wrong: ${text} cannot be read. Write values like {index: 2}.`);
  }
}
