import type { EmbedSession } from './EmbedSession.svelte.js';
import type { Host } from './host.js';

/** Between two times that the page around is told how the run stands, in milliseconds. */
const pace = 100;

/** Tells the page around what happens: how the run stands at most ten times a second, every event as far as it has come. */
export function tellHost(session: EmbedSession, host: Host): void {
  let told = '';
  let text = session.texts.process;
  let events: { readonly first: unknown; count: number } = { first: null, count: 0 };
  setInterval(() => {
    if (!host.speaks) return;
    const { state, ended, texts } = session;
    const said = JSON.stringify([state, ended, texts.process]);
    if (said !== told) {
      told = said;
      host.say({ type: 'state', state, ended, ...(texts.process === text ? {} : { texts }) });
      text = texts.process;
    }
    const { events: all, length } = session.runtime.trace;
    // Another run has another first event.
    if (all[0] !== events.first) events = { first: all[0], count: 0 };
    for (; events.count < length; events.count++) host.say({ type: 'event', event: all[events.count]! });
  }, pace);
}
