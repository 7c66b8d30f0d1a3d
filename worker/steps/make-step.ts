import type { StepPath } from '../../model/steps.js';
import type { Block } from './block.js';
import type { CompositeStep } from './composite-step.js';
import { ParallelStep } from './parallel-step.js';
import { ProcessStep } from './process-step.js';
import { RepeatStep } from './repeat-step.js';
import { SequenceStep } from './sequence-step.js';
import type { Step } from './step.js';
import type { StepHost } from './step-host.js';

/** The step that a block stands for, with all the steps within it. */
export function makeStep(host: StepHost, block: Block, path: StepPath = '', parent: CompositeStep | null = null): Step {
  const make = (child: Block, at: StepPath, within: CompositeStep): Step => makeStep(host, child, at, within);
  switch (block.kind) {
    case 'process':
      return new ProcessStep(block, path, parent, host);
    case 'sequence':
      return new SequenceStep(block, path, parent, host, make);
    case 'parallel':
      return new ParallelStep(block, path, parent, host, make);
    case 'repeat':
      return new RepeatStep(block, path, parent, host, make);
  }
}
