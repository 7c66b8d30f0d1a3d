import type { ToEmbed } from '../../model/embed.js';
import type { EmbedSession } from './EmbedSession.svelte.js';

/** Does what a message asks for, and says what came of it. */
export async function answerTo(session: EmbedSession, message: ToEmbed): Promise<{ readonly accepted: boolean; readonly message: string }> {
  switch (message.type) {
    case 'load':
      return { accepted: true, message: 'The texts are shown.' };
    case 'run':
      return session.run();
    case 'request': {
      const result = await session.runtime.request(message.request);
      return { accepted: result.accepted, message: result.message };
    }
    case 'theme':
      session.themed(message.theme);
      return { accepted: true, message: 'The theme is taken.' };
  }
}
