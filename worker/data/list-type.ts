import type { DataTypeView } from '../../model/datatype.js';
import { DataType, invalid, type Invalid, needType } from './data-type.js';
import type { DataNode } from './node.js';
import type { Report } from './report.js';

/** A list whose items are all of one type. Every wrong item is reported. */
export class ListType<Item = unknown> extends DataType<readonly Item[]> {
  constructor(readonly item: DataType<Item>) {
    super();
    needType(item, 'am.list()');
    Object.freeze(this);
  }

  override view(): DataTypeView {
    return { type: 'list', item: this.item.view() };
  }

  override expected(): string {
    return `a list (of each item: ${this.item.expected()})`;
  }

  protected override take(node: DataNode, report: Report): readonly Item[] | Invalid {
    if (node.kind !== 'list') {
      report.mismatch(
        node,
        this.expected(),
        node.kind === 'scalar' && node.value !== null ? 'Begin every item of a list with “- ”, or write [a, b].' : null,
      );
      return invalid;
    }
    const items: Item[] = [];
    for (const child of node.items) {
      const item = this.item.read(child, report);
      if (item !== invalid) items.push(item);
    }
    return items.length === node.items.length ? Object.freeze(items) : invalid;
  }
}
