import type { Json } from '../../model/json.js';
import type { Request, RequestResult } from '../../model/requests.js';
import type { LoadResult, ProcessInfo, ProtocolInfo } from '../../model/snapshot.js';
import { canJumpTo, jumpBase, pointTo, presentRounds } from '../../model/step-points.js';
import type { StepPath, StepView } from '../../model/steps.js';
import type { StepFormOptions } from './step-form.svelte.js';

/** What going to a step of a protocol needs of the rest of the page. */
export interface StepsPort {
  /** The protocol that is carried out, and as it was written when it was run. */
  readonly root: StepView | null;
  readonly protocol: ProtocolInfo | null;
  readonly info: ProcessInfo | null;
  /** Whether there is a protocol in the texts, which could be started. */
  readonly written: boolean;
  /** Why nothing can be done now, and that it was tried; `null`: it can. */
  refused(): string | null;
  /** Reads the texts as they are now. */
  load(): Promise<LoadResult>;
  /** Runs the texts as they are now from a point; the sentence that refuses it, or `null`. */
  start(point: Json): Promise<string | null>;
  /** Asks, and says why it was refused. */
  request(request: Request): Promise<RequestResult>;
  /** Asks for a form, which says itself why it was refused. */
  ask(request: Request): Promise<RequestResult>;
}

/** Going to a step: a protocol is started there, or jumps there while it is carried out. */
export class StepJumps {
  readonly #port: StepsPort;
  #form = $state.raw<StepFormOptions | null>(null);
  /** Why there is no form, although one was asked for. */
  #refusal = $state.raw<string | null>(null);

  constructor(port: StepsPort) {
    this.#port = port;
  }

  /** What the form that is open is made from; the form itself comes with its dialog. */
  get form(): StepFormOptions | null {
    return this.#form;
  }

  get refusal(): string | null {
    return this.#refusal;
  }

  /** What can be done now: `jump` in the protocol that is carried out, `start` the one that is written. */
  get possible(): 'jump' | 'start' | null {
    const { root, written } = this.#port;
    if (root?.state === 'active') return 'jump';
    return root?.state === 'halting' || !written ? null : 'start';
  }

  /** Whether one press leads to a step. */
  canJump(path: StepPath): boolean {
    const { root, protocol } = this.#port;
    return root !== null && protocol !== null && canJumpTo(protocol.steps, root, path);
  }

  /** Halts what is on and goes on at the beginning of a step, in the present round of what is around it. */
  jumpHere(path: StepPath): void {
    const { root, protocol } = this.#port;
    const base = protocol && jumpBase(protocol.steps, path);
    if (root === null || protocol === null || base === null) return;
    const rounds = { ...presentRounds(root), [path]: 1 };
    void this.#port.request({ type: 'jump', point: pointTo(protocol.steps, base, path, rounds), step: base });
  }

  /** Opens the form. */
  async open(): Promise<void> {
    this.#refusal = null;
    if (this.#port.refused() !== null) return;
    const { root, protocol, info } = this.#port;
    if (this.possible === 'jump' && root && protocol) {
      const go = async ({ base, point }: { base: StepPath; point: Json }) => {
        const result = await this.#port.ask({ type: 'jump', point, step: base });
        return this.#done(result.accepted ? null : result.message);
      };
      this.#form = { protocol, main: info, root, go };
      return;
    }
    const load = await this.#port.load();
    if (load.ok && load.protocol) {
      const go = async ({ point }: { point: Json }) => this.#done(await this.#port.start(point));
      this.#form = { protocol: load.protocol, main: load.info, root: null, go };
    } else this.#refusal = load.ok ? 'There is no protocol.' : refusalOf(load);
  }

  close(): void {
    this.#form = null;
  }

  /** A new run begins. */
  clear(): void {
    this.#form = this.#refusal = null;
  }

  #done(problem: string | null): string | null {
    if (problem === null) this.close();
    return problem;
  }
}

const fileNames = { process: 'process.ts', data: 'data.yaml', protocol: 'protocol.yaml', bench: 'bench.yaml' } as const;

function refusalOf({ failures: [failure] }: Extract<LoadResult, { ok: false }>): string {
  const place = failure?.place ? ` (${fileNames[failure.place.file]}, line ${failure.place.line})` : '';
  return `The steps cannot be told: ${failure?.message ?? ''}${place}`;
}
