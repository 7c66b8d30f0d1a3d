import { embedModes, embedParts, embedThemes } from '../../model/embed.js';
import { partsOf } from './attributes.js';

/** What the attributes of an element say that means nothing, in sentences for whoever wrote the page. */
export function attributeProblems(host: Element): readonly string[] {
  const problems: string[] = [];
  const among = (name: string, values: readonly string[], otherwise: string): void => {
    const given = host.getAttribute(name);
    if (given !== null && !values.includes(given))
      problems.push(`${name}="${given}" is none of ${values.join(', ')}: ${otherwise} is taken.`);
  };
  among('mode', embedModes, 'mini');
  among('theme', embedThemes, 'auto');
  among('speed', ['1', '10', '100', 'max'], '1');
  const seed = host.getAttribute('seed');
  if (seed !== null && !Number.isSafeInteger(Number(seed))) problems.push(`seed="${seed}" is no whole number: 1 is taken.`);
  const lang = host.getAttribute('lang');
  // The attribute has a meaning of its own in HTML: a human language is none of our business.
  if (lang !== null && /^(py|python|js|javascript|rust|c|cpp|java)$/i.test(lang))
    problems.push(`lang="${lang}" cannot be run: only typescript can.`);
  for (const part of partsOf(host))
    if (!embedParts.some((known) => known === part)) problems.push(`hide="${part}" is none of ${embedParts.join(', ')}.`);
  return problems;
}
