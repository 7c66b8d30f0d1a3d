import type { DataTypeView } from '../../model/datatype.js';
import { DataType, invalid, type Invalid, needType } from './data-type.js';
import type { DataNode } from './node.js';
import type { Report } from './report.js';

/** A group with any keys, whose values are all of one type. */
export class KVDictType<Item = unknown> extends DataType<{ readonly [key: string]: Item }> {
  constructor(readonly item: DataType<Item>) {
    super();
    needType(item, 'am.dict()');
    Object.freeze(this);
  }

  override view(): DataTypeView {
    return { type: 'dict', item: this.item.view() };
  }

  override expected(): string {
    return `a group of keys (of each value: ${this.item.expected()})`;
  }

  protected override take(node: DataNode, report: Report): { readonly [key: string]: Item } | Invalid {
    if (node.kind !== 'map') {
      report.mismatch(node, this.expected(), 'Write each entry as “key: value”.');
      return invalid;
    }
    const entries: (readonly [string, Item])[] = [];
    for (const { key, node: child } of node.entries) {
      const item = this.item.read(child, report);
      if (item !== invalid) entries.push([key, item]);
    }
    return entries.length === node.entries.length ? Object.freeze(Object.fromEntries(entries)) : invalid;
  }
}
