import type { YAMLError } from 'yaml';

interface Sentence {
  readonly message: string;
  readonly hint: string | null;
}

const quoteHint = 'Put the value in quotes if the sign belongs to it.';

const byCode: Readonly<Partial<Record<YAMLError['code'], Sentence>>> = {
  BAD_ALIAS: { message: 'The * stands for something that was named with & before, and nothing was.', hint: quoteHint },
  BAD_DIRECTIVE: { message: 'A line cannot begin with %.', hint: quoteHint },
  BAD_DQ_ESCAPE: { message: 'This \\ sequence is not known in double quotes.', hint: 'Write \\\\ for a backslash, or use single quotes.' },
  BAD_INDENT: {
    message: 'The indentation does not fit.',
    hint: 'Entries of one group begin in the same column, what belongs to an entry further right.',
  },
  BAD_SCALAR_START: { message: 'A value cannot begin with this sign.', hint: quoteHint },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'There is a second colon where a value should be.',
    hint: 'Write what belongs to a key on lines of its own, further right; or put the value in quotes.',
  },
  BLOCK_IN_FLOW: {
    message: 'A comma is missing before this, or it does not belong inside [ ] or { }.',
    hint: 'Inside [ ] and { } the entries are separated by commas.',
  },
  KEY_OVER_1024_CHARS: { message: 'This key is longer than 1024 characters.', hint: null },
  MULTILINE_IMPLICIT_KEY: {
    message: 'A colon is missing: this line is neither “key: value” nor part of the line before.',
    hint: 'Write a colon and a space behind the key.',
  },
  MULTIPLE_ANCHORS: { message: 'A value can have only one name with &.', hint: null },
  MULTIPLE_DOCS: { message: 'A second document begins here; the data is one document.', hint: 'Remove the line ---.' },
  MULTIPLE_TAGS: { message: 'A value can have only one tag with !.', hint: null },
  NON_STRING_KEY: { message: 'A key has to be a text.', hint: null },
  RESOURCE_EXHAUSTION: { message: 'The document is nested too deeply.', hint: null },
  TAB_AS_INDENT: { message: 'A tab is used for indentation.', hint: 'Use spaces.' },
  TAG_RESOLVE_FAILED: { message: 'Tags with ! are not used here.', hint: 'Remove it, or put the value in quotes.' },
  UNEXPECTED_TOKEN: { message: 'This cannot stand here.', hint: null },
};

/** Errors that one code covers and that differ in what is missing: a piece of the library's sentence, and ours. */
const byText: readonly (readonly [RegExp, string, string | null])[] = [
  [/closing .*quote|Missing closing/, 'A quote is not closed.', 'Add the missing quote at its end.'],
  [/must end with a \}|expected flow map to end|Flow map/i, 'A brace { is not closed.', 'Add the missing }.'],
  [/must end with a \]|Flow sequence/i, 'A bracket [ is not closed.', 'Add the missing ].'],
  [/Missing , /, 'A comma is missing between two entries.', null],
  [
    /followed by map values|Implicit keys need/,
    'A colon is missing: this line is neither “key: value” nor part of the line before.',
    'Write a colon and a space behind the key.',
  ],
  [/Missing space|must be separated|whitespace/i, 'A space is missing.', null],
];

/** A syntax error of the YAML library in plain words. */
export function yamlSentence(error: YAMLError): Sentence {
  const special = byText.find(([pattern]) => (error.code === 'MISSING_CHAR' || error.code === 'BAD_INDENT') && pattern.test(error.message));
  if (special) return { message: special[1], hint: special[2] };
  return (
    byCode[error.code] ?? {
      message: 'The document cannot be read from here on.',
      hint: 'It is written as “key: value” lines, lists with “- ”, or JSON.',
    }
  );
}
