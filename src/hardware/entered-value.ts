import type { NodeSpec, NodeView } from '../../model/devices.js';
import type { Json } from '../../model/json.js';
import { numberText, unitText } from '../../model/unit-text.js';

/** What a person typed for a node: its value, or why it is none, in a sentence. */
export type Entered = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: string };

/** Reads a number in the unit of the node; a comma is taken for the decimal point. Refused with both bounds, or both neighbours, before anything is sent. */
export function enteredNumber(node: Pick<NodeView, 'label' | 'spec'>, text: string): Entered {
  const { spec, label } = node;
  if (spec.type !== 'numeric') return { ok: false, problem: `${label} is not a number.` };
  const unit = unitText(spec.unit);
  const inUnit = (value: number): string => `${numberText(value, spec.resolution)}${unit ? ` ${unit}` : ''}`;
  const trimmed = text.trim().replace(',', '.').replace('−', '-');
  const value = trimmed === '' ? Number.NaN : Number(trimmed);
  if (!Number.isFinite(value)) {
    return {
      ok: false,
      problem: trimmed === '' ? `${label} needs a number${unit ? ` in ${unit}` : ''}.` : `“${text.trim()}” is not a number.`,
    };
  }
  const { range, resolution } = spec;
  if (range && !(value >= range[0] && value <= range[1])) {
    const given = `${value}${unit ? ` ${unit}` : ''}`;
    return { ok: false, problem: `${label} ${given} is out of range: at least ${inUnit(range[0])}, at most ${inUnit(range[1])}.` };
  }
  if (resolution !== null && resolution > 0) {
    const steps = value / resolution;
    if (Math.abs(steps - Math.round(steps)) > 1e-6) {
      const [below, above] = [Math.floor(steps) * resolution, Math.ceil(steps) * resolution];
      const neighbours = `${inUnit(below)} and ${inUnit(above)}`;
      return { ok: false, problem: `${label} goes in steps of ${inUnit(resolution)}: the nearest values are ${neighbours}.` };
    }
  }
  return { ok: true, value };
}

/** The slider of a number that has bounds, in steps that are in its resolution; `null`: it has none. */
export function sliderOf(spec: NodeSpec): { readonly least: number; readonly most: number; readonly step: number } | null {
  if (spec.type !== 'numeric' || spec.range === null) return null;
  const [least, most] = spec.range;
  const resolution = spec.resolution ?? 0;
  // About two hundred places are as many as a hand can tell apart.
  const coarse = (most - least) / 200;
  const step = resolution > 0 ? Math.max(1, Math.round(coarse / resolution)) * resolution : coarse;
  return { least, most, step };
}
