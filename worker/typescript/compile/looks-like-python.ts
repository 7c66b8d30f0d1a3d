/** Lines that Python has and TypeScript has not, in the order of how well they are told apart. */
const pythonLines: readonly RegExp[] = [
  /^\s*(?:async\s+)?def\s+\w+\s*\(/,
  /^\s*class\s+\w+\s*(?:\([^)]*\))?\s*:\s*(?:#.*)?$/,
  /^\s*from\s+[\w.]+\s+import\s+/,
  /^\s*import\s+[\w.]+(?:\s+as\s+\w+)?(?:\s*,\s*[\w.]+(?:\s+as\s+\w+)?)*\s*(?:#.*)?$/,
  /^\s*(?:async\s+)?(?:if|elif|for|while|with|except|match)\b[^{]*:\s*(?:#.*)?$/,
  /^\s*(?:else|try|finally|except)\s*:\s*(?:#.*)?$/,
  /^\s*@[\w.]+(?:\(.*\))?\s*$/,
  /^\s*(?:pass|raise)\s*(?:#.*)?$/,
];

/** Longer lines are looked at by nobody who writes Python. */
const longestLine = 300;

/** What is said of a text in Python, and what to do about it. */
export const pythonWords = {
  message: 'This is Python; this page reads TypeScript.',
  hint:
    'Write export default async function name(context) { … } for async def name(context):, close each block with } instead of ending ' +
    "its indentation, and write import * as asyncio from 'asyncio' for import asyncio. Examples, at the top, shows each recipe in TypeScript.",
} as const;

/** The line, from 1, in which a text that is no TypeScript shows that it is Python; `null`: it does not. */
export function pythonLine(text: string): number | null {
  const lines = text.split(/\r\n?|\n/, 2_000).map((line) => (line.length > longestLine ? '' : line));
  const python = lines.flatMap((line, index) => (pythonLines.some((pattern) => pattern.test(line)) ? [index + 1] : []));
  const others = lines.filter((line) => /[{};]\s*$/.test(line)).length;
  return python.length > others ? (python[0] ?? null) : null;
}
