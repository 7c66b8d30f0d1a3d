import type { NodeSpec } from '../../model/devices.js';
import type { Json } from '../../model/json.js';

/**
 * What the values of a node are: how they are read, compared and shown. `Value` is how the runtime keeps them,
 * `Shown` how a process sees them.
 */
export interface ValueKind<Value, Shown> {
  readonly spec: NodeSpec;
  /** Reads what a process or a person gave. Raises an error with a sentence that begins with `label` for anything that does not fit. */
  read(input: unknown, label: string): Value;
  /** Whether the device cannot tell the two apart. */
  same(one: Value, other: Value): boolean;
  show(value: Value): Shown;
  /** For the page and the trace. */
  json(value: Value): Json;
  /** For people. */
  text(value: Value): string;
}
