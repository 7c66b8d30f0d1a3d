import type { Failure } from '../../../model/failure.js';
import type { LineTable } from './line-table.js';
import { loadFailure } from './load-failure.js';
import { pythonLine, pythonWords } from './looks-like-python.js';

/** Code that fills the stack of the engine. */
export const tooDeep = ['The code is nested too deeply.', 'Write long lists and sums in several statements.'] as const;

/** What the parser says, what people read instead, and what to do about it. The first that fits counts. */
const wordings: readonly (readonly [pattern: RegExp, message: string, hint: string | null])[] = [
  [
    /keyword 'await' outside an async function/,
    "'await' outside an async function.",
    'Write async before the function: processes, and everything that waits, must be async functions.',
  ],
  [/'return' outside of function/, "'return' outside a function.", 'Is there a } too many above, which ends the function early?'],
  [/Not enough stack space/, ...tooDeep],
  [
    /Unterminated string/,
    'A text has no closing quote.',
    'Close it on the same line with the quote that it began with; longer texts stand in `backticks`.',
  ],
  [/Unterminated template/, 'A text in backticks has no end.', 'Close it with `.'],
  [/Unterminated comment/, 'A comment has no end.', 'Close it with */.'],
  [/Unterminated regular expression/, 'A regular expression has no end.', 'Close it with /.'],
  [
    /Identifier '(.+)' has already been declared/,
    "The name '$1' is declared twice.",
    'Rename one of the two, or leave out const/let to assign to the first one.',
  ],
  [/Export '(.+)' is not defined/, "'$1' is exported, but there is nothing of that name.", 'Check the spelling, or declare it.'],
  [/Duplicate export '(.+)'/, "'$1' is exported twice.", 'A file has one export of each name, and one default export.'],
  [/Private field '(.+)' must be declared/, "The private field '$1' is not declared in its class.", 'Add it to the class: $1;'],
  [/'(.+)' modifier because its containing class does not extend/, "'override' in a class that extends nothing.", 'Leave out override.'],
  [/The keyword '(.+)' is reserved/, "'$1' is a word of the language and cannot be a name.", 'Choose another name.'],
  [/Unsyntactic (break|continue)/, "'$1' outside a loop.", 'It ends or repeats the loop around it; a function begins anew.'],
  [
    /Assigning to rvalue|Invalid left-hand side/,
    'Something is assigned to that is not a variable or a member.',
    'To compare two values write ===.',
  ],
  [
    /Invalid number|Identifier directly after number/,
    'A number is followed directly by letters.',
    "A quantity with a unit is written am.q('5 min').",
  ],
  [/Invalid regular expression/, 'A regular expression is not valid.', null],
  [/Missing catch or finally clause/, 'A try block has neither catch nor finally.', 'Add one of them after its }.'],
  [
    /Missing initializer in (?:const|destructuring) declaration/,
    'A constant has no value.',
    'Write const name = value, or let name if the value comes later.',
  ],
  [/Complex binding patterns require an initialization value/, 'A pattern has nothing to take apart.', 'Write = and a value behind it.'],
  [
    /'import' and 'export' may only appear at the top level/,
    "'import' and 'export' stand at the top level only.",
    'Move it out of the function, or close the } of the function before.',
  ],
  [/'super' keyword|super\(\) call/, "'super' outside a class that extends another.", null],
  [/Unexpected character '(.+)'/, "'$1' means nothing in TypeScript.", 'Was it pasted from a text with curly quotes or special spaces?'],
  [/Unexpected eval or arguments/, "'eval' and 'arguments' cannot be names.", null],
  [/'new\.target'/, "'new.target' outside a function.", null],
];

/** A parser's error as a failure: in plain words, with its place and, where one is known, a way out. */
export function syntaxFailure(error: unknown, lines: LineTable): Failure {
  const python = pythonLine(lines.text);
  if (python !== null) {
    const [start, end] = [lines.offset(python, 1) ?? 0, lines.offset(python + 1, 1) ?? lines.text.length];
    return loadFailure(
      'SyntaxError',
      pythonWords.message,
      pythonWords.hint,
      lines.range(start, start + lines.text.slice(start, end).trimEnd().length),
    );
  }
  const raw = error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, '') : String(error);
  const at = Math.min((error as { pos?: number }).pos ?? 0, lines.text.length);
  const { message, hint, length } = inWords(raw, lines.text, at);
  return loadFailure('SyntaxError', message, hint, lines.range(at, at + length));
}

interface Words {
  readonly message: string;
  readonly hint: string | null;
  /** Characters that the place covers. */
  readonly length: number;
}

function inWords(raw: string, text: string, at: number): Words {
  const word = /^[\w$]+|^\S/.exec(text.slice(at, at + 100))?.[0] ?? '';
  for (const [pattern, message, hint] of wordings) {
    const match = pattern.exec(raw);
    if (match === null) continue;
    const fill = (template: string) => template.replace('$1', match[1] ?? '');
    return { message: fill(message), hint: hint === null ? null : fill(hint), length: Math.max(1, word.length) };
  }
  if (/^Unexpected token/.test(raw)) return unexpected(text, at, word);
  return { message: sentence(raw), hint: null, length: Math.max(1, word.length) };
}

function unexpected(text: string, at: number, word: string): Words {
  const length = Math.max(1, word.length);
  if (word === '') {
    return {
      message: 'The text ends too early.',
      hint: 'A }, ) or ] is missing: look where the last one that was opened should end.',
      length,
    };
  }
  const message = `Unexpected '${word}'.`;
  const before = text.slice(0, at).trimEnd();
  if (/\b(?:await|yield)$/.test(before))
    return { message, hint: `Something to wait for must follow ${before.endsWith('await') ? 'await' : 'yield'}.`, length };
  if (/\basync$/.test(before))
    return { message, hint: 'async stands before function, or before the parameters of an arrow function.', length };
  if (word === 'function' && /\bfunction$/.test(before)) return { message, hint: 'The word function is there twice.', length };
  if (word === '}') return { message, hint: 'Is a ) or ] missing before it, or a { too few above?', length };
  if (word === ')' || word === ']')
    return { message, hint: `Is its opening ${word === ')' ? '(' : '['} missing, or a value before it?`, length };
  if (word === 'else') return { message, hint: 'else follows the block of an if directly.', length };
  if (word === '=' && /[=!<>]$/.test(before)) return { message, hint: 'Comparisons are written ===, !==, <= and >=.', length };
  if (word === '=>') return { message, hint: 'The parameters of an arrow function stand in parentheses before =>.', length };
  if (/^[\w$"'`]/.test(word) && /[\w$)\]"'`]$/.test(before)) {
    return { message, hint: 'Something is missing before it: a comma, an operator, or the end of the statement.', length };
  }
  return { message, hint: null, length };
}

function sentence(raw: string): string {
  const text = raw.charAt(0).toUpperCase() + raw.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
