import type { DataTypeView } from '../../model/datatype.js';
import { DataType, invalid, type Invalid } from './data-type.js';
import type { DataNode } from './node.js';
import type { Report } from './report.js';

/** Text, with or without quotes: bare `12` and `true` are the texts that were typed. */
export class StrType extends DataType<string> {
  override view(): DataTypeView {
    return { type: 'str' };
  }

  override expected(): string {
    return 'a text';
  }

  protected override take(node: DataNode, report: Report): string | Invalid {
    if (node.kind === 'scalar') {
      if (typeof node.value === 'string') return node.value;
      if (node.style === 'plain' && node.value !== null) return node.text;
    }
    const named = node.kind === 'scalar' && node.value === null && node.text !== '';
    report.mismatch(node, this.expected(), named ? `Put it in quotes if the text itself is meant: "${node.text}".` : null);
    return invalid;
  }
}

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A name of letters, digits and `_` that does not begin with a digit. */
export class IdentifierType extends DataType<string> {
  override view(): DataTypeView {
    return { type: 'identifier' };
  }

  override expected(): string {
    return 'a name such as step_1';
  }

  protected override take(node: DataNode, report: Report): string | Invalid {
    if (
      node.kind === 'scalar' &&
      node.value !== null &&
      (typeof node.value === 'string' || node.style === 'plain') &&
      identifier.test(node.text)
    )
      return node.text;
    report.mismatch(node, this.expected(), 'A name has letters, digits and _, and does not begin with a digit.');
    return invalid;
  }
}
