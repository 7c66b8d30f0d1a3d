import type { DataTypeView } from '../../model/datatype.js';
import { DataType, invalid, type Invalid } from './data-type.js';
import type { DataNode } from './node.js';
import type { Report } from './report.js';

/** Words that people write for true and false, to point to the right ones. */
const words: Readonly<Record<string, boolean>> = {
  yes: true,
  on: true,
  true: true,
  y: true,
  '1': true,
  no: false,
  off: false,
  false: false,
  n: false,
  '0': false,
};

/** `true` or `false`. */
export class BoolType extends DataType<boolean> {
  override view(): DataTypeView {
    return { type: 'bool' };
  }

  override expected(): string {
    return 'true or false';
  }

  protected override take(node: DataNode, report: Report): boolean | Invalid {
    if (node.kind === 'scalar') {
      if (typeof node.value === 'boolean') return node.value;
      const meant = words[node.text.toLowerCase()];
      report.mismatch(
        node,
        this.expected(),
        meant === undefined ? null : `Write ${meant}${node.style === 'quoted' ? ', without quotes' : ''}.`,
      );
    } else {
      report.mismatch(node, this.expected());
    }
    return invalid;
  }
}
