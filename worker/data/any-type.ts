import type { DataTypeView } from '../../model/datatype.js';
import type { Quantity } from '../quantity/index.js';
import { DataType, invalid, type Invalid } from './data-type.js';
import type { DataNode } from './node.js';
import type { Report } from './report.js';

/** Data as it was written: texts, numbers, truth values, nothing, lists and groups of these, and quantities that expressions give. */
export type AnyValue = null | boolean | number | string | Quantity | readonly AnyValue[] | { readonly [key: string]: AnyValue };

/** Accepts everything, as it is: `10 min` stays text. */
export class AnyType extends DataType<AnyValue> {
  override view(): DataTypeView {
    return { type: 'any' };
  }

  override expected(): string {
    return 'any value';
  }

  protected override take(node: DataNode, report: Report): AnyValue | Invalid {
    switch (node.kind) {
      case 'scalar':
        return node.value;
      case 'list': {
        const items = node.items.map((item) => this.read(item, report));
        return items.some((item) => item === invalid) ? invalid : Object.freeze(items.filter((item) => item !== invalid));
      }
      case 'map': {
        const entries = node.entries.map(({ key, node: item }) => [key, this.read(item, report)] as const);
        return entries.some(([, item]) => item === invalid) ? invalid : (Object.freeze(Object.fromEntries(entries)) as AnyValue);
      }
      case 'unknown':
        return invalid;
    }
  }
}
