/** The longest name of a project, in characters. */
export const longestName = 80;

/** A name as it is kept: in one line, without blanks around it, not too long; `''`: there is none. */
export function cleanName(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return [...line].slice(0, longestName).join('').trim();
}

/** The same name for a person: upper and lower case are no difference. */
export const sameName = (a: string, b: string): boolean => a.toLocaleLowerCase('en') === b.toLocaleLowerCase('en');

/** `name`, or with the next number behind it if there is one of that name: `Timer`, `Timer 2`, `Timer 3`. */
export function freeName(name: string, taken: readonly string[]): string {
  const wanted = cleanName(name) || 'Project';
  const isFree = (one: string): boolean => !taken.some((other) => sameName(one, other));
  if (isFree(wanted)) return wanted;
  const [, stem = wanted, digits = '1'] = /^(.*\S) (\d{1,6})$/u.exec(wanted) ?? [];
  for (let number = Number(digits) + 1; ; number++) {
    const next = `${[...stem].slice(0, longestName - 8).join('')} ${number}`;
    if (isFree(next)) return next;
  }
}
