import { embedVersion, type FromEmbedBody, type ToEmbed } from '../../model/embed.js';
import { readMessage } from './wire.js';

/** The page around the frame. It is the parent window and no other; where it comes from is known once it has spoken. */
export class Host {
  #origin: string | null = null;

  constructor(heard: (message: ToEmbed) => void) {
    addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== parent || source === window) return;
      const message = readMessage(data);
      if (message === null) return;
      // An opaque origin has no name to aim at.
      this.#origin = origin === 'null' ? '*' : origin;
      if (message.type === 'refused') this.say(message);
      else heard(message);
    });
  }

  /** Somebody there talks to the frame. */
  get speaks(): boolean {
    return this.#origin !== null;
  }

  /** What holds a text of the reader is told to who has spoken only; anybody may hear the rest. */
  say(body: FromEmbedBody): void {
    const open = body.type === 'ready' || body.type === 'resize';
    if (parent !== window && (this.speaks || open)) parent.postMessage({ playground: embedVersion, ...body }, this.#origin ?? '*');
  }
}
