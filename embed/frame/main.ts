import './frame.css';
import { mount } from 'svelte';
import { benches } from '../../model/benches/index.js';
import { embedLanguages, embedModes } from '../../model/embed.js';
import { EmbedSession } from './EmbedSession.svelte.js';
import Frame from './Frame.svelte';
import { Host } from './host.js';
import { answerTo } from './answer.js';
import { tellHost } from './tell-host.js';

const session = new EmbedSession();
const problems: string[] = [];
let shown = false;

function show(): void {
  if (shown) return;
  shown = true;
  mount(Frame, {
    target: document.getElementById('example')!,
    props: {
      session,
      problems,
      drawn: (height: number) => host.say({ type: 'resize', height }),
      reset: () => (host.speaks ? host.say({ type: 'reset' }) : location.reload()),
    },
  });
  tellHost(session, host);
}

const host: Host = new Host((message) => {
  if (message.type === 'load') {
    session.load(message.texts, message.settings ?? {}, message.height ?? null);
    show();
  }
  void answerTo(session, message).then((answer) => {
    if (message.id !== undefined) host.say({ type: 'answer', id: message.id, ...answer });
  });
});

// The runtime is on its way while the page around answers.
session.runtime.start('default', 1);
host.say({
  type: 'ready',
  capabilities: {
    languages: embedLanguages,
    modes: embedModes,
    benches: benches.map(({ name }) => name),
    requests: ['pause', 'resume', 'halt', 'skip', 'retry', 'jump', 'swap', 'message'],
  },
});

/** How long a page around has to say what is shown, in milliseconds. */
const patience = 3_000;

// Without anything in the address the page around says what is shown; the list of the examples is not needed then.
if (/[?&](?:example|bench|seed|speed|hide|readonly)\b/.test(location.search) || location.hash !== '') {
  void import('./address.js')
    .then(({ readFrameAddress }) => readFrameAddress(location))
    .then(({ texts, settings, problems: found }) => {
      if (shown) return;
      problems.push(...found);
      session.load(texts ?? { process: '' }, settings);
      show();
    });
} else {
  setTimeout(() => {
    if (shown) return;
    problems.push('There is nothing to show: the address of this frame names no example, and the page around has sent none.');
    show();
  }, patience);
}
