import type { EmbedSession } from './EmbedSession.svelte.js';
import type { Host } from './host.js';

/** Between two looks at what has happened, in milliseconds; of so many of them one tells how the run stands. */
const look = 20;
const pace = 5;

/** Tells the page around what happens: every event as it comes, how the run stands at most ten times a second. */
export function tellHost(session: EmbedSession, host: Host): void {
  let told = '';
  let text = session.texts.process;
  let turn = 0;
  let events: { readonly first: unknown; count: number } = { first: null, count: 0 };
  const tellState = (): void => {
    const { state, ended, texts } = session;
    const said = JSON.stringify([state, ended, texts.process]);
    if (said === told) return;
    told = said;
    host.say({ type: 'state', state, ended, ...(texts.process === text ? {} : { texts }) });
    text = texts.process;
  };
  const tellEvents = (): void => {
    const { events: all, length } = session.runtime.trace;
    // Another run has another first event.
    if (all[0] !== events.first) events = { first: all[0], count: 0 };
    for (; events.count < length; events.count++) host.say({ type: 'event', event: all[events.count]! });
  };
  setInterval(() => {
    if (!host.speaks) return;
    tellEvents();
    if (turn++ % pace === 0) tellState();
  }, look);
}
