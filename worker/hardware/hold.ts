import type { ClaimOwner } from '../../model/devices.js';
import type { Coroutine } from '../task/index.js';
import type { Claim } from './claim.js';
import { ClaimedError } from './errors.js';
import type { ValueNode } from './value-node.js';

/** A process lost a node to somebody who took control, or got it back. */
export interface Override {
  readonly path: string;
  readonly type: 'lost' | 'regained';
  /** The process that it is about. */
  readonly holder: string;
}

/**
 * What a process has of a writable node: its place in the queue of claims, from its first write or claim to its end, and the value
 * that it wants there, which is written again when the node comes back to it (semantics 7.5).
 */
export class Hold {
  #claim: Claim<NonNullable<ClaimOwner>> | null = null;
  /** Once it has been owned: losing and regaining it is news. */
  #hadIt = false;
  #wanted: { readonly value: unknown } | null = null;
  /** Claims that the process made explicitly and has not released. */
  readonly #handles = new Set<ClaimHandle>();
  #waiting = 0;

  /** `claimant`: for whom it claims. */
  constructor(
    private readonly node: ValueNode,
    private readonly claimant: string,
    private readonly onOverride: (override: Override) => void,
  ) {}

  get owned(): boolean {
    return this.#claim?.owned ?? false;
  }

  /** The process that owns the node or waits for it; `null`: none. */
  get holder(): string | null {
    const owner = this.#claim?.owner;
    return owner?.type === 'process' ? owner.name : null;
  }

  /** Claims the node and waits until it is owned. Whoever gives up waiting for a node that was never owned leaves the queue. */
  *own(): Coroutine<void> {
    const claim = (this.#claim ??= this.#join());
    this.#waiting++;
    try {
      while (!claim.owned) yield claim.wait();
    } finally {
      this.#waiting--;
      if (claim === this.#claim && !this.#hadIt && this.#waiting === 0) this.release();
    }
  }

  /** Writes as the owner, which it becomes first. Raises `ClaimedError` while another process owns the node. */
  *write(input: unknown): Coroutine<void> {
    const { node } = this;
    const value = node.accept(input);
    const owner = node.claims?.owner;
    if (owner?.type === 'process' && !this.owned) {
      throw new ClaimedError(`${node.path} is claimed by ${owner.name}, so it cannot be written until that process has released it.`);
    }
    yield* this.own();
    this.#wanted = { value };
    if (node.writer !== null) yield* node.writer.write(value);
  }

  /** The value that the node is wanted to have is what the process wants: an action of the device has set it. */
  keepTarget(): void {
    const target = this.node.writer?.target ?? null;
    if (this.owned && target !== null) this.#wanted = { value: target.value };
  }

  /** Claims the node until the handle that comes back, and every other one, is released. */
  *claim(): Coroutine<ClaimHandle> {
    yield* this.own();
    const handle: ClaimHandle = new ClaimHandle({
      owned: () => this.#handles.has(handle) && this.owned,
      release: () => {
        if (this.#handles.delete(handle) && this.#handles.size === 0) this.release();
      },
    });
    this.#handles.add(handle);
    return handle;
  }

  /** Gives the node back; the value stays as it is. Does nothing when it is not held. */
  release(): void {
    const claim = this.#claim;
    this.#claim = null;
    this.#wanted = null;
    this.#hadIt = false;
    this.#handles.clear();
    claim?.release();
  }

  #join(): Claim<NonNullable<ClaimOwner>> {
    const { node } = this;
    if (node.claims === null || node.writer === null) throw new TypeError(`${node.path} cannot be written.`);
    const holder = this.claimant;
    const claim = node.claims.claim({ type: 'process', name: holder });
    this.#hadIt = claim.owned;
    claim.changed.add((owned) => {
      if (claim !== this.#claim) return;
      const { path } = node;
      if (!owned) return this.onOverride({ path, type: 'lost', holder });
      if (this.#hadIt) this.onOverride({ path, type: 'regained', holder });
      this.#hadIt = true;
      if (this.#wanted !== null) node.writer?.set(this.#wanted.value);
    });
    return claim;
  }
}

/** The hold of the process that asks. */
export type HoldOf = () => Hold;

/** The right to write to a node, as a process holds it: the type `Claim` of the module `hardware`. */
export class ClaimHandle {
  readonly #claim: { owned(): boolean; release(): void };

  constructor(claim: { owned(): boolean; release(): void }) {
    this.#claim = claim;
  }

  /** Whether it is there right now: a person can take it away. */
  get owned(): boolean {
    return this.#claim.owned();
  }

  /** Gives it back. More often does nothing, since a cleanup may come after the end of the claims of its process. */
  release(): void {
    this.#claim.release();
  }

  [Symbol.dispose](): void {
    this.release();
  }
}
