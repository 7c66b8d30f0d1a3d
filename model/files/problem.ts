import * as v from 'valibot';

/** What is wrong with a member of something, in a sentence: `whole` is what it is a member of, such as "the scenario". */
export function problem(issue: v.BaseIssue<unknown>, whole: string): string {
  const path = v.getDotPath(issue);
  const where =
    path === null
      ? whole.replace(/^./, (first) => first.toUpperCase())
      : `The member ${path.replace(/\.(\d+)(?=\.|$)/g, '[$1]')} of ${whole}`;
  if (issue.type === 'strict_object' && issue.expected === 'never') return `${where} is not known.`;
  if (issue.received === 'undefined') return `${where} is missing.`;
  const message = issue.message.startsWith('Invalid')
    ? `it must be ${issue.expected === 'Object' ? 'an object' : (issue.expected ?? 'something else')}, not ${issue.received}`
    : issue.message;
  return `${where} is wrong: ${message}.`;
}
