import type { Connection } from './connection.js';
import type { Keeper, KeeperListener } from './keeper.js';

/** Loads what talks to the sandbox; by default the real one, which is not part of the first load of the page. */
export type KeeperLoader = (listener: KeeperListener) => Promise<Pick<Keeper, 'connection' | 'stop' | 'keepWaiting'>>;

export const loadKeeper: KeeperLoader = async (listener) => (await import('./open-keeper.js')).openKeeper(listener);

/** Makes a call to the worker; rejects with a sentence when there is none. */
export type Ask = <T>(call: (connection: Connection) => Promise<T>) => Promise<T>;

/** The way to the worker, which is loaded when somebody asks for the first time, and again when it could not be had. */
export class RuntimeLink {
  #keeper: ReturnType<KeeperLoader> | null = null;

  constructor(
    private readonly load: KeeperLoader,
    private readonly listener: KeeperListener,
    /** It could not be loaded. */
    private readonly missing: () => void,
  ) {}

  readonly ask: Ask = async (call) => {
    this.#keeper ??= this.load(this.listener);
    const keeper = await this.#keeper.catch((error: unknown) => {
      this.#keeper = null;
      this.missing();
      throw error;
    });
    return call(await keeper.connection());
  };

  /** Ends the worker, whatever it does, and starts another. */
  stop(): void {
    void this.#keeper?.then((keeper) => keeper.stop());
  }

  /** Puts off the alarm about a worker that does not answer. */
  keepWaiting(): void {
    void this.#keeper?.then((keeper) => keeper.keepWaiting());
  }
}
