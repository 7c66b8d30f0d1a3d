import type { Json } from '../../model/json.js';
import { checkValue } from './check-value.js';
import { type DataType, needType } from './data-type.js';
import { exportData } from './export-data.js';

export interface AttributeOptions<Value, Optional extends boolean = boolean> {
  /** The key may be left out. */
  readonly optional?: Optional;
  /** The value when the key is left out, which it then may be: a value, or its text such as `10 min`. */
  readonly default?: Value | Json;
  /** How a form calls it; otherwise its key. */
  readonly label?: string;
  readonly description?: string;
  readonly documentation?: string;
  /** Using it gives a warning, with this text if it is one. */
  readonly deprecated?: boolean | string;
  /** Kept for Automancer's protocols; without effect here. */
  readonly decisive?: boolean;
}

/** One key of a record: its type, and whether and how it may be left out. */
export class Attribute<Value = unknown, Optional extends boolean = boolean> {
  /** Only for the compiler: whether the key may be absent from the value. */
  declare readonly absence: Optional;
  readonly optional: boolean;
  /** The default as the process gets it, and as text for forms; `null` if there is none. */
  readonly fallback: { readonly value: Value; readonly exported: Json } | null;

  /** Raises TypeError when the default does not fit the type. */
  constructor(
    readonly type: DataType<Value>,
    readonly options: AttributeOptions<Value, Optional> = {},
  ) {
    needType(type, 'am.attribute()');
    this.fallback = options.default === undefined ? null : fallbackOf(type, options.default);
    this.optional = options.optional === true || this.fallback !== null;
    Object.freeze(this);
  }
}

function fallbackOf<Value>(type: DataType<Value>, value: unknown): { readonly value: Value; readonly exported: Json } {
  const exported = exportData(value);
  const checked = checkValue(type, exported);
  if (checked.ok) return { value: checked.value, exported };
  throw new TypeError(
    `The default ${JSON.stringify(exported)} does not fit its type: ${checked.problems.map(({ message }) => message).join(' ')}`,
  );
}
