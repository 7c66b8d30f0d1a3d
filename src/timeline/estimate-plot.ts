import type { StepPath } from '../../model/steps.js';
import { clockText } from '../../model/time-text.js';
import type { Estimates } from './picture/estimates.js';
import type { Plot } from './picture/plot.js';

const plots = new WeakMap<Estimates, Plot>();

/** The lines that show how the foreseen ends moved, of the steps that ever foresaw one. */
export function estimatePlots(estimates: ReadonlyMap<StepPath, Estimates>): readonly Plot[] {
  return [...estimates].filter(([, each]) => each.line.length > 0).map(([step, each]) => plotOf(step, each));
}

function plotOf(step: StepPath, estimates: Estimates): Plot {
  const known = plots.get(estimates);
  if (known) return known;
  const plot: Plot = {
    id: `estimate ${step}`,
    title: step === '' ? 'ETA' : `${step} ETA`,
    samples: estimates.line,
    steps: false,
    text: (value) => clockText(value),
    head: (now) => estimates.foreseen(now),
    estimates,
  };
  plots.set(estimates, plot);
  return plot;
}
