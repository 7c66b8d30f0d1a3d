import type { Example } from './texts.js';

/** What stands in the editor when no example was chosen and nothing is stored: the smallest process there is. */
export const starter: Example = {
  id: 'starter',
  title: 'Starter',
  texts: {
    process: `import * as am from 'automancer';
import * as asyncio from 'asyncio';

export default async function hello(context: am.ProcessContext) {
  context.sendLocation('waiting');
  await context.wait(asyncio.sleep(10));
}
`,
    data: '',
    protocol: '',
    bench: '',
  },
};
