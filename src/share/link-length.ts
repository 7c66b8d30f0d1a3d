/** How far a link gets, by its length in characters: docs/decisions/0110-links-hold-the-whole-state.md says where the numbers are from. */
export type Reach = 'anywhere' | 'most' | 'few' | 'none';

const limits = { anywhere: 2_000, most: 8_000, few: 32_000 } as const;

export function reachOf(length: number): Reach {
  if (length <= limits.anywhere) return 'anywhere';
  if (length <= limits.most) return 'most';
  return length <= limits.few ? 'few' : 'none';
}

/** What people read about the length of a link. */
export function lengthText(length: number): string {
  const characters = `${length.toLocaleString('en')} characters`;
  switch (reachOf(length)) {
    case 'anywhere':
      return `${characters}: short enough for any chat.`;
    case 'most':
      return `${characters}: too long for some chats, which take ${limits.anywhere.toLocaleString('en')}; fine in mail and on web pages.`;
    case 'few':
      return `${characters}: so long that many programs cut it. Save it as a file instead, and send that.`;
    case 'none':
      return `${characters} are more than the address bar of a browser takes. Save it as a file instead, and send that.`;
  }
}
