/** As long as the example that the page opens with. */
export const sampleText = `import * as am from 'automancer';
import * as asyncio from 'asyncio';

export default async function sample(context: am.ProcessContext) {
  context.pausable = true;
${Array.from({ length: 24 }, (_, index) => `  await context.wait(() => asyncio.sleep(${index + 1}));`).join('\n')}
}
`;
