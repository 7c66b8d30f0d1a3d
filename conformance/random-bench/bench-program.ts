/** For tests: random processes that claim and write the same two valves, as TypeScript. */
// eslint-disable-next-line project/import-walls -- only tests import this file
import fc from 'fast-check';

/** The nodes that they contend for. */
export const nodes = ['relays.valve1', 'relays.valve2'] as const;

export type BenchStep =
  | { readonly do: 'sleep' | 'wait'; readonly ms: number }
  | { readonly do: 'checkpoint' }
  | { readonly do: 'write'; readonly node: number; readonly value: boolean }
  /** Claims, and gives back in a `finally`; or keeps it until the process ends. */
  | { readonly do: 'hold'; readonly node: number; readonly body: BenchSteps }
  | { readonly do: 'keep'; readonly node: number }
  | { readonly do: 'swallow'; readonly body: BenchSteps };
export type BenchSteps = readonly BenchStep[];

const ms = fc.integer({ min: 1, max: 8 }).map((units) => units * 10);
const node = fc.nat(nodes.length - 1);
const simple: fc.Arbitrary<BenchStep> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('sleep' as const, 'wait' as const), ms }) },
  { weight: 2, arbitrary: fc.constant({ do: 'checkpoint' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write' as const), node, value: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('keep' as const), node }) },
);
const { steps } = fc.letrec<{ steps: BenchSteps; step: BenchStep }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 4, size: 'max' }),
  step: fc.oneof(
    { maxDepth: 2, depthSize: 'max' },
    { weight: 5, arbitrary: simple },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('hold' as const), node, body: tie('steps') }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('swallow' as const), body: tie('steps') }) },
  ),
}));

/** One process alone, or two at the same time. */
export const anyContention: fc.Arbitrary<readonly BenchSteps[]> = fc.array(steps, { minLength: 1, maxLength: 2 });

export interface BenchSource {
  readonly code: string;
  readonly protocol: string | undefined;
  /** By what the claims of each process go, and what names it in the trace and in requests (`undefined`: there is only one). */
  readonly processes: readonly { readonly claimant: string; readonly step: string | undefined }[];
}

const names = ['one', 'two'];

export function sourceOf(bodies: readonly BenchSteps[]): BenchSource {
  const head = "import * as am from 'automancer';\nimport * as asyncio from 'asyncio';\nimport { relays, ClaimedError } from 'hardware';\n";
  const printer = new Printer();
  const code = bodies.map((body, index) => {
    const start = `export ${index === 0 ? 'default ' : ''}async function ${names[index]!}(context) {\n  context.pausable = true;\n`;
    return `${start}${printer.all(body)}}\n`;
  });
  if (bodies.length === 1) return { code: head + code.join(''), protocol: undefined, processes: [{ claimant: 'one', step: undefined }] };
  // Stable: what fails in one does not pause the other.
  const protocol = `- parallel:\n${names.map((name) => `    - { sequence: [{ process: ${name} }], stable: true }\n`).join('')}`;
  const processes = names.map((name, index) => ({ claimant: `${name} (1.${index + 1}.1)`, step: `1.${index + 1}.1` }));
  return { code: head + code.join(''), protocol, processes };
}

/** The line of the catch clause with a number. */
export function lineOfCatch(code: string, number: number): number {
  return code.split('\n').findIndex((line) => line.includes(`swallows ${number} `)) + 1;
}

/** Says before each call what is about to happen to a node, and after it what came of it. */
class Printer {
  #catches = 0;

  all(steps: BenchSteps): string {
    return steps.map((step) => this.one(step)).join('');
  }

  private one(step: BenchStep): string {
    switch (step.do) {
      case 'sleep':
        return `await asyncio.sleep(${step.ms / 1000});\n`;
      case 'wait':
        return (
          `try { await context.wait(asyncio.sleep(${step.ms / 1000})); } ` +
          'catch (error) { if (!(error instanceof am.PauseRequest)) throw error; await context.checkpoint(); }\n'
        );
      case 'checkpoint':
        return 'await context.checkpoint();\n';
      case 'write': {
        const { node, value } = step;
        const failed = `console.log('gave up ${node}', String(error instanceof ClaimedError)); if (!(error instanceof ClaimedError)) throw error;`;
        return `console.log('writes ${node} ${value}'); try { await ${nodes[node]!}.write(${value}); console.log('wrote ${node}'); } catch (error) { ${failed} }\n`;
      }
      case 'keep':
        return this.claim(step.node, '');
      case 'hold':
        return this.claim(step.node, `try {\n${this.all(step.body)}} finally { console.log('releases ${step.node}'); claim.release(); }\n`);
      case 'swallow':
        return `try {\n${this.all(step.body)}} catch (error) { console.log('swallows ${++this.#catches} ', String(error instanceof asyncio.CancelledError)); }\n`;
    }
  }

  private claim(node: number, then: string): string {
    const failed = `console.log('gave up ${node} false'); throw error;`;
    return `{ let claim; console.log('claims ${node}'); try { claim = await ${nodes[node]!}.claim(); } catch (error) { ${failed} }\nconsole.log('has ${node}');\n${then}}\n`;
  }
}
