import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder } from './check.js';

const top = mkdtempSync(join(tmpdir(), 'docs-check-'));
afterAll(() => rmSync(top, { recursive: true }));
let folder = top;
let count = 0;
beforeEach(() => {
  folder = join(top, String(count++));
  mkdirSync(folder);
});

const file = (name: string): string => join(folder, name);
const trace = (name: string): string => join(folder, 'page.traces', `${name}.jsonl`);
function page(seconds: number, options = 'name=one'): void {
  const code = `import * as asyncio from 'asyncio';\nexport default async function p() {\n  await asyncio.sleep(${seconds});\n}`;
  writeFileSync(file('page.md'), `# Page\n\n\`\`\`ts playground ${options}\n${code}\n\`\`\`\n`);
}

describe('checking a folder', () => {
  it('asks for what is missing, records it, and is content with it then', () => {
    page(3);
    expect(checkFolder(folder)).toMatchObject({
      documents: 1,
      examples: 1,
      problems: [{ file: file('page.md'), line: 3, message: expect.stringContaining('Nothing is recorded of the example one') as string }],
    });
    expect(checkFolder(folder, true)).toMatchObject({ problems: [], changes: [`Written: ${trace('one')}`] });
    expect(readFileSync(trace('one'), 'utf8').split('\n')[0]).toBe('{"t":0,"event":"load","language":"typescript","process":"p"}');
    expect(checkFolder(folder)).toMatchObject({ examples: 1, problems: [], changes: [] });
    expect(checkFolder(folder, true)).toMatchObject({ problems: [], changes: [] });
  });

  it('tells of a drift with the first difference', () => {
    page(3);
    checkFolder(folder, true);
    page(4);
    const [problem] = checkFolder(folder).problems;
    expect(problem).toMatchObject({ file: file('page.md'), line: 3 });
    expect(problem?.message).toBe(
      [
        'The example one does not do any more what is recorded. The same until 00:00:00.000, then:',
        '  recorded  00:00:03.000  State     Done',
        '  now       00:00:04.000  State     Done',
        'If that is meant, run with --update.',
      ].join('\n'),
    );
    checkFolder(folder, true);
    expect(checkFolder(folder).problems).toEqual([]);
  });

  it('tells of a line that is missing, and of one that looks the same in words', () => {
    page(3);
    checkFolder(folder, true);
    const lines = readFileSync(trace('one'), 'utf8').trimEnd().split('\n');
    writeFileSync(trace('one'), `${lines.slice(0, -1).join('\n')}\n`);
    expect(checkFolder(folder).problems[0]?.message).toContain('  recorded  nothing more\n');
    writeFileSync(trace('one'), lines.join('\n').replace('"language":"typescript"', '"language":"python"'));
    expect(checkFolder(folder).problems[0]?.message).toContain('  recorded  {"t":0,"event":"load","language":"python","process":"p"}\n');
  });

  it('tells of a trace that is damaged, or no event', () => {
    page(3);
    checkFolder(folder, true);
    for (const damage of ['{"t":0,', 'null', '{"t":"0","event":"load"}']) {
      writeFileSync(trace('one'), `\n${damage}\n`);
      expect(checkFolder(folder).problems[0]?.message).toContain('is damaged: line 2 of');
    }
    writeFileSync(trace('one'), '{"t":0,"event":"unheard"}\n');
    expect(checkFolder(folder).problems[0]?.message).toContain('  recorded  {"t":0,"event":"unheard"}\n');
  });

  it('tells of a trace that belongs to no example, and deletes it when it may', () => {
    page(3);
    checkFolder(folder, true);
    page(3, 'name=two');
    expect(checkFolder(folder).problems.map(({ message }) => message.slice(0, 40))).toEqual([
      'Nothing is recorded of the example two: ',
      'No example is called one, but ' + trace('one').slice(0, 10),
    ]);
    expect(checkFolder(folder, true).changes).toEqual([`Written: ${trace('two')}`, `Deleted: ${trace('one')}`]);
    expect(existsSync(trace('one'))).toBe(false);
    writeFileSync(file('page.md'), '# Nothing left\n');
    checkFolder(folder, true);
    expect(existsSync(join(folder, 'page.traces'))).toBe(false);
  });

  it('deletes nothing while a block cannot be read', () => {
    page(3);
    checkFolder(folder, true);
    page(3, 'nam=one');
    expect(checkFolder(folder, true)).toMatchObject({ problems: [{ line: 3 }], changes: [] });
    expect(existsSync(trace('one'))).toBe(true);
  });

  it('goes into folders, but not into packages', () => {
    for (const name of ['guide', 'node_modules', '.hidden']) {
      mkdirSync(file(name));
      writeFileSync(join(folder, name, 'x.markdown'), '```ts playground sped=1\n```\n');
    }
    expect(checkFolder(folder)).toMatchObject({
      documents: 1,
      examples: 0,
      problems: [{ file: join(folder, 'guide', 'x.markdown'), line: 1 }],
    });
  });
});

describe('the docs:check command', { timeout: 60_000 }, () => {
  const command = (...args: readonly string[]) => {
    const script = join(import.meta.dirname, '..', 'scripts', 'docs-check.mjs');
    const { INIT_CWD: _, ...environment } = process.env;
    return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: folder, env: environment });
  };

  it('exits 1 for what drifts, with file and line, and 0 when all is well', () => {
    page(3);
    expect(command('.', '--update')).toMatchObject({ status: 0, stderr: '' });
    expect(command('.')).toMatchObject({ status: 0, stdout: '1 example in 1 Markdown file: all do what is recorded.\n', stderr: '' });
    page(4);
    const { status, stderr } = command('.');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^page\.md:3: The example one does not do any more what is recorded\./);
  });

  it('exits 2 for a call that is wrong', () => {
    expect(command()).toMatchObject({ status: 2, stderr: expect.stringContaining('Name one folder') as string });
    expect(command('nowhere')).toMatchObject({ status: 2, stderr: 'nowhere is not a folder: name one with Markdown files.\n' });
    expect(command('.', '--fix')).toMatchObject({ status: 2, stderr: expect.stringContaining('--help tells what there is') as string });
    expect(command('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Exit status: 0') as string });
  });
});
