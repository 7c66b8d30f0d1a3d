import { ambientNode, type ControlCommand, type ControlReason, type ControlResult, controlText } from '../../model/control.js';
import type { ClaimOwner } from '../../model/devices.js';
import type { Json } from '../../model/json.js';
import { quantityOf } from '../quantity/index.js';
import type { Claim } from './claim.js';
import type { Environment } from './environment.js';
import { NumericKind } from './numeric-kind.js';
import type { ValueNode } from './value-node.js';

/**
 * The person at the bench: takes a node from whoever has it, sets its value, gives it back (semantics 7.5). The one who lost it waits in
 * the queue and writes its value again once the node is back. The temperature of the room, and what lies in a device or on it, are set
 * without taking control.
 */
export class ManualControl {
  readonly #claims = new Map<string, Claim<NonNullable<ClaimOwner>>>();

  constructor(
    private readonly node: (path: string) => ValueNode | null,
    private readonly environment: () => Environment,
  ) {}

  /** Never throws: whatever is wrong with a command is its answer. `told` hears the answer before anything comes of it. */
  do(command: ControlCommand, told: (result: ControlResult) => void = () => undefined): ControlResult {
    const { type, node: path } = command;
    const answer = (reason: ControlReason, detail: string | null = null): ControlResult => {
      const result = { accepted: reason === 'accepted', reason, message: controlText(type, path, reason, detail) };
      told(result);
      return result;
    };
    const node = this.node(path);
    if (node === null) return path === ambientNode.path ? this.#room(command, answer) : answer('no-such-node');
    if (node.claims === null || node.writer === null) return answer('not-writable');
    const claim = this.#claims.get(path);
    if (type === 'claim') {
      if (claim !== undefined) return answer('already-yours');
      const result = answer('accepted');
      this.#claims.set(path, node.claims.claim({ type: 'user' }, { force: true }));
      return result;
    }
    if (claim === undefined && !(node.handy && type === 'set')) return answer('not-yours');
    if (command.type !== 'set') {
      const result = answer('accepted');
      this.#claims.delete(path);
      claim?.release();
      return result;
    }
    let value: unknown;
    try {
      value = node.accept(inUnitOf(node, command.value));
    } catch (error) {
      return answer('invalid-value', error instanceof Error ? error.message : String(error));
    }
    const result = answer('accepted');
    if (node.handy) node.byHand(value);
    else node.writer.set(value);
    return result;
  }

  /** The room is everybody's: it is set without being claimed. */
  #room(command: ControlCommand, answer: Answer): ControlResult {
    if (command.type !== 'set') return answer('not-claimable');
    let temperature: number;
    try {
      temperature = room.read(numberIn(ambientNode.spec.unit, command.value), ambientNode.label);
    } catch (error) {
      return answer('invalid-value', error instanceof Error ? error.message : String(error));
    }
    const result = answer('accepted');
    this.environment().setAmbient(temperature);
    return result;
  }
}

type Answer = (reason: ControlReason, detail?: string | null) => ControlResult;

const room = new NumericKind(ambientNode.spec);

function inUnitOf({ kind: { spec } }: ValueNode, value: Json): unknown {
  return spec.type === 'numeric' ? numberIn(spec.unit, value) : value;
}

/** A person sees the unit beside the field: a bare number is in it. */
function numberIn(unit: string, value: Json): unknown {
  return typeof value === 'number' ? quantityOf(value, unit) : value;
}
