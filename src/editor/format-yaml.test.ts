import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatYaml } from './format-yaml.js';

it('lays a document out anew and keeps what people wrote into it', () => {
  const text = '# the bench\ntarget:    37 degC   # warm\n\nsteps:\n    - {name: "a",hold:  10 min}\n    -   name: b\n';
  expect(formatYaml(text)).toEqual({
    ok: true,
    text: '# the bench\ntarget: 37 degC # warm\n\nsteps:\n  - { name: "a", hold: 10 min }\n  - name: b\n',
  });
});

it.each(['', '\n\n', '# only a comment\n', '10 min\n'])('leaves %j as it is', (text) => {
  expect(formatYaml(text)).toEqual({ ok: true, text });
});

it('says where a document cannot be read', () => {
  expect(formatYaml('a: 1\nb: [1,\n')).toEqual({
    ok: false,
    message: expect.stringMatching(/not formatted.*\(line \d\)/) as unknown,
  });
});

it('never changes what the document says, and is content with its own work', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const once = formatYaml(JSON.stringify(value));
      if (!once.ok) throw new Error(once.message);
      expect(parse(once.text)).toEqual(parse(JSON.stringify(value)));
      expect(formatYaml(once.text)).toEqual(once);
    }),
  );
});
