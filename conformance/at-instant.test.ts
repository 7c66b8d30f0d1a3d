/** What the page shows of the past at once, folded from the trace, against what the runtime had told at that instant. */
import { describe, expect, it } from 'vitest';
import { Instants, processAt, type RunInfo, stepsAt } from '../model/at-instant.js';
import type { TraceEvent } from '../model/events.js';
import type { ProcessView } from '../model/snapshot.js';
import type { StepView } from '../model/steps.js';
import type { ScenarioDocument } from '../cli/scenario-file.js';
import { emptyTrace, extendTrace } from '../model/trace.js';
import { simulate } from '../worker/simulate.js';
import { chapters, titleOf } from './scenarios.js';

interface Seen {
  readonly t: number;
  readonly process: ProcessView | null;
  readonly steps: StepView | null;
}

/** The members of a process that the trace tells. */
function told(view: ProcessView | null) {
  if (view === null) return null;
  const { name, state, instance, location, term, suspension, failure, pending } = view;
  const form = state.mode === 'running' ? state.form : '';
  return {
    name,
    state,
    instance,
    location,
    term,
    at: suspension?.at ?? null,
    failure: failure && { name: failure.name, message: failure.message, line: failure.place?.line },
    // The most urgent one; what waits behind it only the runtime knows.
    pending: form === 'swapping' ? pending.swap : form === 'jumping' ? pending.jump : form === 'pausing' ? pending.pause : null,
  };
}

function toldOfSteps(root: StepView | null): unknown {
  if (root === null) return null;
  const { path, kind, name, state, outcome, haltedByHandling, overdueSince, round } = root;
  const children = root.children.map(toldOfSteps);
  return { path, kind, name, state, outcome, haltedByHandling, overdueSince, round, process: told(root.process), children };
}

/** Without those that go round at one instant until they are left: they never come to rest. */
const rests = ({ title }: ScenarioDocument): boolean => !title.endsWith('is told and left');

describe.each([...chapters])('the past as the trace tells it: %s', (_, documents) => {
  it.each(documents.filter(rests).map((document) => [titleOf(document), document] as const))(
    '%s',
    (_title, { source, scenario }) => {
      const events: TraceEvent[] = [];
      const seen: Seen[] = [];
      let program: RunInfo = { info: null, protocol: null };
      simulate(source, scenario, {
        suspensions: true,
        onEvent: (event) => events.push(event),
        onRest: (run) => {
          if (run.load.ok) program = run.load;
          const steps = run.protocol?.view() ?? null;
          // Before the first event of a run there is nothing to look back at.
          if (events.length > 0) seen.push({ t: run.clock.seconds, process: run.process(), steps });
        },
      });
      const trace = extendTrace(emptyTrace, events);
      const instants = new Instants();
      // Several rests at one instant: what was done there came between them; the last one is what the instant was.
      const last = seen.filter(({ t }, index) => seen[index + 1]?.t !== t);
      for (const { t, process, steps } of last) {
        const { fold } = instants.at(trace, t);
        if (steps === null) expect(told(processAt(fold, '', program)), `at ${t}`).toEqual(told(process));
        else expect(toldOfSteps(stepsAt(fold, program)), `at ${t}`).toEqual(toldOfSteps(steps));
      }
      // Some scenarios go round millions of times at one instant.
    },
    30_000,
  );
});
