/** Members of a definition, and what they are. */
const members = { data: 'type', points: 'type or list', duration: 'function', importPoint: 'function', run: 'function' } as const;

/**
 * `am.defineProcess`: the definition itself, once it has been looked at. Raises `TypeError` for what is no definition, so that the
 * error stands at the call.
 */
export function defineProcess<Definition extends object>(definition: Definition): Definition {
  if (typeof definition !== 'object' || (definition as object | null) === null) {
    throw new TypeError('am.defineProcess() takes an object with a function run(context).');
  }
  const given = definition as Readonly<Record<string, unknown>>;
  if (typeof given['run'] !== 'function') throw new TypeError('am.defineProcess() needs a function run(context): the process itself.');
  for (const [name, kind] of Object.entries(members)) {
    const value = given[name];
    if (value === undefined) continue;
    if (kind === 'function' ? typeof value === 'function' : typeof value === 'object' && value !== null) continue;
    throw new TypeError(`am.defineProcess(): “${name}” is a ${kind === 'type' ? 'type of data, such as am.str()' : kind}.`);
  }
  return definition;
}
