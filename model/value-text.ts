import type { NodeView } from './devices.js';
import type { Json } from './json.js';
import { numberText, unitText } from './unit-text.js';

/** A value of a node in words: `36.2 °C`, `open`, `off`; a dash while it was never read. */
export function valueText(node: Pick<NodeView, 'spec'>, value: Json | undefined): string {
  if (value === undefined) return '–';
  if (value === null) return 'off';
  const { spec } = node;
  switch (spec.type) {
    case 'numeric': {
      if (typeof value !== 'number') return String(value);
      const unit = unitText(spec.unit);
      return `${numberText(value, spec.resolution)}${unit ? ` ${unit}` : ''}`;
    }
    case 'boolean':
      return value === true ? 'on' : 'off';
    case 'enum':
      return spec.cases.find((candidate) => candidate.id === value)?.label ?? String(value);
  }
}
