import type { Failure } from '../../model/failure.js';
import type { DataInput } from '../../model/requests.js';
import { DataDocument } from './data-document.js';
import { sourceOfJson } from './read-json.js';
import { readYaml } from './read-yaml.js';
import { failuresOf, Report } from './report.js';
import { SourceText } from './source-text.js';

export type ReadData =
  { readonly ok: true; readonly document: DataDocument } | { readonly ok: false; readonly failures: readonly Failure[] };

/** Data as it comes in, or as it was read already: a part of another text. */
export type DataSource = DataInput | DataDocument;

/**
 * Reads data: the text of a data document (YAML with `{{ expressions }}`), whose failures carry ranges, or a JSON value,
 * whose failures begin with a path. Syntax only: what the data has to be is said to `DataDocument.evaluate`.
 */
export function readData(input: DataSource): ReadData {
  if (input instanceof DataDocument) return { ok: true, document: input };
  const report = new Report();
  const source = 'text' in input ? new SourceText(input.text) : null;
  const root = 'text' in input ? readYaml(input.text, report) : sourceOfJson(input.value, report);
  if (root === null || report.problems.length > 0) return { ok: false, failures: failuresOf(report.problems, source) };
  return { ok: true, document: new DataDocument(root, source, report.warnings) };
}
