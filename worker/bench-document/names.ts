/** Words that cannot be the name of a constant, and names that the module `hardware` has already. */
const reserved = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in ' +
    'instanceof new null return super switch this throw true try typeof var void while with yield let static await async of implements ' +
    'interface package private protected public undefined NaN Infinity eval arguments am asyncio automancer hardware blocking files mail ' +
    'web context data'
  ).split(' '),
);

/** Why a device cannot be called so; `null`: it can. */
export function nameProblem(name: string): { readonly message: string; readonly hint: string } | null {
  if (!/^[A-Za-z_]\w{0,39}$/.test(name)) {
    const hint = 'A name is made of letters, digits and _, does not begin with a digit, and has at most 40 of them: oven_1';
    return { message: `A process cannot import a device called “${name}”.`, hint };
  }
  if (/^[A-Z]/.test(name)) return { message: `The name ${name} could be that of a type.`, hint: 'Begin it with a small letter.' };
  if (reserved.has(name)) return { message: `The name ${name} is taken already.`, hint: 'Choose another one.' };
  return null;
}
