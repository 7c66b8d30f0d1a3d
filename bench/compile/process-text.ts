const steps = 14;

/**
 * A process of about 200 lines with some 45 awaits, as long as a thorough protocol. `edit` is written into it, so that no text is the one
 * before. Its first statement shows a location.
 */
export function processText(edit: number): string {
  const methods = Array.from({ length: steps }, (_, index) => step(index)).join('\n');
  const calls = Array.from({ length: steps }, (_, index) => `    await protocol.step${index}(sample);`).join('\n');
  return `import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { thermostat } from 'hardware';

export const data = am.any();

interface Sample {
  readonly name: string;
  readonly volume: number;
  readonly history: { readonly at: number; readonly what: string }[];
}

type Report = (sample: Sample, what: string) => void;

class Protocol {
  private readonly done = new Map<string, number>();
  private readonly context: am.ProcessContext;
  private readonly report: Report;

  constructor(context: am.ProcessContext, report: Report) {
    this.context = context;
    this.report = report;
  }
${methods}
}

export default async function protocol${edit}(context: am.ProcessContext): Promise<void> {
  context.sendLocation({ first: true });
  context.pausable = true;
  const samples: Sample[] = ['A', 'B', 'C'].map((name, index) => ({ name, volume: 5 + index, history: [] }));
  const protocol = new Protocol(context, (sample, what) => sample.history.push({ at: am.now(), what }));
  for (const sample of samples) {
${calls}
  }
  const temperature = await thermostat.readout.read();
  console.log(\`done at \${temperature}\`, samples satisfies Sample[]);
}
`;
}

function step(index: number): string {
  return `
  async step${index}(sample: Sample): Promise<number> {
    const { name, volume } = sample;
    this.report(sample, \`step ${index} of \${name}\`);
    await this.context.wait(() => asyncio.sleep(${index + 1} + volume / 10));
    const before = this.done.get(name) ?? 0;
    if (before > ${index}) return before as number;
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2));
    this.done.set(name, before + 1);
    return this.done.get(name)!;
  }`;
}
