import * as v from 'valibot';
import { openBudget } from './wire-values.js';

/** Something came out of the sandbox that is not what the contract says. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/**
 * What `input` is by the contract; raises `Refused` with a sentence for people, and nothing else whatever the input. `nodes`: how much plain
 * data it may bring, where that is more than usual.
 */
export function read<const T extends v.GenericSchema>(schema: T, input: unknown, nodes?: number): v.InferOutput<T> {
  const result = attempt(schema, input, nodes);
  if (result?.success) return result.output;
  const [issue] = result?.issues ?? [];
  const path = issue ? v.getDotPath(issue) : null;
  throw new Refused(
    `The runtime sent something that the page does not understand${path ? ` (at ${path.slice(0, 80)})` : ''}, so it is not shown. ` +
      'If this happens again, press Run to start over.',
  );
}

/** Endlessly deep input makes the parser itself give up: that is a refusal too. */
function attempt<const T extends v.GenericSchema>(schema: T, input: unknown, nodes?: number): v.SafeParseResult<T> | null {
  openBudget(nodes);
  try {
    return v.safeParse(schema, input, { abortEarly: true, abortPipeEarly: true });
  } catch {
    return null;
  }
}
