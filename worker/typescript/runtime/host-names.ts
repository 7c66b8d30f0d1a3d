/** What the language itself offers and is the same everywhere. Everything else of the host is out of reach (`globals.ts`). */
const languageNames = new Set(
  `undefined NaN Infinity Object Function Array String Boolean Number BigInt Symbol Math JSON Reflect Proxy Intl Iterator
  RegExp Map Set WeakMap WeakSet ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array
  Uint32Array Float16Array Float32Array Float64Array BigInt64Array BigUint64Array
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError DisposableStack AsyncDisposableStack
  parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape
  TextEncoder TextDecoder URL URLSearchParams atob btoa structuredClone`.split(/\s+/),
);

/** Names that hosts have, also when they cannot be listed. */
const alwaysHidden = [
  'globalThis',
  'self',
  'window',
  'global',
  'process',
  'require',
  'module',
  'exports',
  'eval',
  'fetch',
  'importScripts',
  'postMessage',
];

/** Global names of this host that the process does not get: whatever is not known to be harmless. */
export function hiddenNames(host: object): readonly string[] {
  const names = new Set(alwaysHidden);
  for (
    let holder: object | null = host;
    holder !== null && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(holder)) names.add(name);
  }
  return [...names].filter((name) => !languageNames.has(name) && isIdentifier(name)).sort();
}

/** What the language offers and this host has. */
export function sharedNames(host: object): readonly string[] {
  return [...languageNames].filter((name) => name in host);
}

/** Names that can be parameters of a function that is not strict. */
function isIdentifier(name: string): boolean {
  return (
    /^[A-Za-z_$][\w$]*$/.test(name) &&
    !/^(?:constructor|arguments|await|yield|let|static|this|null|true|false)$/.test(name) &&
    !/^__p/.test(name)
  );
}
