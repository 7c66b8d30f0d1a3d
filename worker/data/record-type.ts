import type { DataTypeView } from '../../model/datatype.js';
import { suggest } from '../quantity/index.js';
import { Attribute } from './attribute.js';
import { DataType, invalid, type Invalid, needType } from './data-type.js';
import { choice } from './enum-type.js';
import type { DataNode, MapNode, Placed } from './node.js';
import { type Report, shortened } from './report.js';

export type Fields = { readonly [key: string]: DataType | Attribute };

type FieldValue<Field> = Field extends Attribute<infer Value> ? Value : Field extends DataType<infer Value> ? Value : never;
type AbsentKey<F extends Fields> = {
  [Key in keyof F]: F[Key] extends Attribute<unknown, infer Absent> ? (true extends Absent ? Key : never) : never;
}[keyof F];

/** An object with the keys of the record; those that may be absent are optional. */
export type RecordValue<F extends Fields> = { readonly [Key in Exclude<keyof F, AbsentKey<F>>]: FieldValue<F[Key]> } & {
  readonly [Key in AbsentKey<F>]?: FieldValue<F[Key]>;
};

/** A group of fixed keys: `am.record({ target: am.quantity('degC'), note: am.attribute(am.str(), { optional: true }) })`. */
export class RecordType<F extends Fields = Fields> extends DataType<RecordValue<F>> {
  readonly attributes: ReadonlyMap<string, Attribute>;

  constructor(readonly fields: F) {
    super();
    if (typeof fields !== 'object' || fields === null)
      throw new TypeError('am.record() needs an object of types: am.record({ address: am.str() }).');
    this.attributes = new Map(
      Object.entries(fields).map(([key, field]) => [
        key,
        field instanceof Attribute ? field : new Attribute(needType(field, `am.record(), for the key ${key},`)),
      ]),
    );
    Object.freeze(this);
  }

  override view(): DataTypeView {
    return {
      type: 'record',
      fields: [...this.attributes].map(([name, { type, options, optional, fallback }]) => ({
        name,
        label: options.label ?? name,
        description: options.description ?? '',
        optional,
        ...(fallback === null ? {} : { default: fallback.exported }),
        type: type.view(),
      })),
    };
  }

  override expected(): string {
    const needed = [...this.attributes].filter(([, { optional }]) => !optional).map(([key]) => key);
    if (needed.length === 0) return 'a group of keys';
    return `a group with the ${needed.length > 1 ? 'keys' : 'key'} ${choice(needed, 'and')}`;
  }

  protected override take(node: DataNode, report: Report): RecordValue<F> | Invalid {
    const map = asMap(node);
    if (map === null || (map !== node && [...this.attributes.values()].some(({ optional }) => !optional))) {
      report.mismatch(node, this.expected(), 'Write each entry on its own line as “key: value”.');
      return invalid;
    }
    const before = report.problems.length;
    const missing = new Set([...this.attributes].filter(([, { optional }]) => !optional).map(([key]) => key));
    const members = new Map<string, unknown>();
    let complete = true;
    for (const [key, { fallback }] of this.attributes) if (fallback !== null) members.set(key, fallback.value);
    for (const { key, keyPlace, node: child } of map.entries) {
      const attribute = this.attributes.get(key);
      if (!attribute) {
        this.#unknownKey(key, keyPlace, map, missing, report);
        continue;
      }
      missing.delete(key);
      const { deprecated } = attribute.options;
      if (deprecated)
        report.warning(keyPlace, `The key ${key} should not be used any more.`, typeof deprecated === 'string' ? deprecated : null);
      const value = attribute.type.read(child, report);
      if (value === invalid) complete = false;
      else members.set(key, value);
    }
    for (const key of missing) this.#missingKey(key, map, report);
    if (!complete || report.problems.length > before) return invalid;
    const ordered = [...this.attributes.keys()].filter((key) => members.has(key)).map((key) => [key, members.get(key)] as const);
    return Object.freeze(Object.fromEntries(ordered)) as RecordValue<F>;
  }

  /** A misspelled key is one problem, not two: the key that was meant is not reported as missing. */
  #unknownKey(key: string, place: Placed, map: MapNode<DataNode>, missing: Set<string>, report: Report): void {
    const given = new Set(map.entries.map((entry) => entry.key));
    const free = [...this.attributes.keys()].filter((name) => !given.has(name));
    const near = suggest(key, free);
    if (near !== null) missing.delete(near);
    const names = [...this.attributes.keys()];
    const known =
      names.length === 0
        ? 'No keys are possible here.'
        : `The possible ${names.length > 1 ? 'keys are' : 'key is'} ${choice(names, 'and')}.`;
    report.problem(place, `The key “${shortened(key)}” is not known.`, near === null ? known : `Did you mean ${near}?`);
  }

  #missingKey(key: string, map: MapNode<DataNode>, report: Report): void {
    const place = map.entries[0]?.keyPlace ?? map;
    const type = this.attributes.get(key)?.type;
    report.problem(
      { span: place.span, path: map.path },
      `The key “${key}” is missing.`,
      `Add a line “${key}: …” with ${type?.expected() ?? 'a value'}.`,
    );
  }
}

/** Nothing at all counts as a group without keys, for records that need none. */
function asMap(node: DataNode): MapNode<DataNode> | null {
  if (node.kind === 'map') return node;
  return node.kind === 'scalar' && node.value === null ? { kind: 'map', entries: [], span: node.span, path: node.path } : null;
}
