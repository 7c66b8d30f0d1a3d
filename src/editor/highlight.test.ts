import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paint, tokenizers } from './highlight.js';
import { tokenizeTypeScript } from './tokenize-typescript.js';
import { tokenizeYaml } from './tokenize-yaml.js';
import type { Tokenizer } from './tokens.js';

const pieces = [
  '`',
  '${',
  '}',
  '{',
  '/*',
  '*/',
  '//',
  '/',
  '\\',
  '"',
  "'",
  'await',
  'Type',
  'f(',
  ')',
  '1.5e3',
  '.',
  '\n',
  ' ',
  '#',
  '- ',
  'key: ',
  '{{ a.b }}',
  '|',
  '&a',
  '37 degC',
  '😀',
  'ß',
];
const code = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3, unit: 'binary' })), { maxLength: 40 })
  .map((parts) => parts.join(''));
const show = (tokenize: Tokenizer, text: string) =>
  paint(text, tokenize)
    .map(({ tokens }) =>
      tokens
        .filter(({ kind }) => kind !== 'plain')
        .map(({ kind, text: part }) => `${kind[0]}:${part}`)
        .join(' '),
    )
    .join('\n');

describe.each(Object.entries(tokenizers))('the colours of the %s', (_, tokenize) => {
  it('cover the text exactly, whatever it is', () => {
    fc.assert(
      fc.property(code, (text) => {
        expect(
          paint(text, tokenize)
            .map((line) => line.tokens.map((token) => token.text).join(''))
            .join('\n'),
        ).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('are the same after an edit as for a new text, and untouched lines are taken over', () => {
    fc.assert(
      fc.property(code, code, (before, after) => {
        const plain = (lines: ReturnType<typeof paint>) => lines.map(({ tokens, end }) => [tokens, end]);
        const repainted = paint(after, tokenize, paint(before, tokenize));
        expect(plain(repainted)).toEqual(plain(paint(after, tokenize)));
        expect(new Set(repainted).size).toBe(repainted.length);
      }),
    );
    const text = 'a\nb\nc\nd';
    const first = paint(text, tokenize);
    const second = paint('a\nb\nnew\nc\nd', tokenize, first);
    expect([second[1], second[3], second[4]]).toEqual([first[1], first[2], first[3]]);
    expect(second[3]).toBe(first[2]);
  });
});

describe('TypeScript', () => {
  it.each([
    [
      'export default async function hold(context: am.ProcessContext<typeof data>) {',
      'k:export k:default k:async k:function f:hold t:ProcessContext k:typeof',
    ],
    ["import { thermostat } from 'hardware';", "k:import k:from s:'hardware'"],
    ["context.sendLocation({ phase: 'hold', left: 0 });", "f:sendLocation s:'hold' n:0"],
    ['if (!(request instanceof am.PauseRequest)) throw request;', 'k:if k:instanceof t:PauseRequest k:throw'],
    ['const half = width / 2 / 3; // halves', 'k:const n:2 n:3 c:// halves'],
    ['const digits = /[/"]\\/+/g.test(text);', 'k:const s:/[/"]\\/+/g f:test'],
    ['return /a/;', 'k:return s:/a/'],
    ["const type = { type: 'jump', from: 1 };", "k:const s:'jump' n:1"],
    ['let value: number | null = 0x1f;', 'k:let t:number c:null n:0x1f'],
    ['`a ${b(`${c}`) + {}.d} e`;', 's:`a  k:${ f:b s:` k:${ k:} s:` k:} s: e`'],
    ['/* a\nb */ await c', 'c:/* a\nc:b */ k:await'],
    ["'open\nawait x", "s:'open\nk:await"],
  ])('%j', (text, tokens) => {
    expect(show(tokenizeTypeScript, text)).toBe(tokens);
  });
});

describe('YAML', () => {
  it.each([
    ['target: 37 degC # warm', 'k:target n:37 s:degC c:# warm'],
    ['- name: "first # one"', 'k:name s:"first # one"'],
    ['on: true', 'k:on c:true'],
    ['until: {{ thermostat.readout }}', 'k:until e:{{ thermostat.readout }}'],
    ['note: |\n  # text\n\n  more: 1\nnext: 2', 'k:note k:|\ns:  # text\n\ns:  more: 1\nk:next n:2'],
    ['list: [1, two, {a: 3}]', 'k:list n:1 s:two k:a n:3'],
    ['url: http://a/b#c', 'k:url s:http://a/b#c'],
    ['"a\n b" ', 's:"a\ns: b"'],
    ['10 min', 'n:10 s:min'],
  ])('%j', (text, tokens) => {
    expect(show(tokenizeYaml, text)).toBe(tokens);
  });
});
