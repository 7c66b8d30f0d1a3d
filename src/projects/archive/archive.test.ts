import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Project, Version } from '../../../model/project.js';
import { textsOf, timer } from '../fakes.js';
import type { WholeProject } from '../project-store.js';
import { archiveTexts, fileNameOf, isArchivePath, manifestPath } from './archive.js';
import { readArchive } from './read-archive.js';
import { unzipTexts, zipLimits, zipTexts } from './zip.js';

const project: Project = {
  ...{ id: 'a', name: 'Zeitmesser M', created: 1, changed: 2, revision: 1, bench: 'incubator', seed: 7 },
  texts: { process: 'mine — ä\n', data: '10 min\n', protocol: '', bench: '' },
  example: { ...timer, bench: 'default' },
};
const version: Version = { at: 1, reason: 'run', bench: 'default', seed: 1, texts: textsOf('before') };
const whole: WholeProject = { project, versions: [version] };
const same: WholeProject = { project: { ...project, id: 'b', name: 'zeitmesser m!' }, versions: [] };

const zipped = zipTexts(archiveTexts([whole, same], '0.1.0'));
const open = (bytes: Uint8Array) => {
  const result = unzipTexts(bytes, isArchivePath);
  return result.ok ? readArchive(result.texts) : result.why;
};
const changed = (edit: (texts: Map<string, string>) => void) => {
  const texts = new Map(archiveTexts([whole], '0.1.0'));
  edit(texts);
  return open(zipTexts(texts));
};

describe('an archive', () => {
  it('holds everything of its projects', () => {
    expect(open(zipped)).toEqual({ ok: true, projects: [whole, same] });
  });

  it('has a folder for each, with names that any system takes', () => {
    const paths = [...archiveTexts([whole, same], '0.1.0').keys()];
    expect(paths).toContain('zeitmesser-m/process.ts');
    expect(paths).toContain('zeitmesser-m/history/1/process.ts');
    expect(paths).toContain('zeitmesser-m-2/data.yaml');
    expect(['../../x', '…', 'CON: "a"', 'ü'.repeat(99)].map(fileNameOf)).toEqual(['x', 'project', 'con-a', 'u'.repeat(60)]);
  });

  it('may have been worked on with other programs', () => {
    const more = changed((texts) => {
      texts.set('notes.txt', 'mine');
      texts.set('__MACOSX/zeitmesser-m/process.ts', '\0');
      texts.set('zeitmesser-m/process.ts', 'edited\r\n');
      texts.delete('zeitmesser-m/data.yaml');
    });
    expect(more).toMatchObject({ ok: true, projects: [{ project: { texts: { process: 'edited\n', data: '' } } }] });
  });
});

describe('is refused', () => {
  it.each([
    ['nothing', new Uint8Array(), 'no zip'],
    ['a text', strToU8('export default 1'), 'no zip'],
    ['the beginning of one', zipped.slice(0, zipped.length / 2), 'damaged'],
    ['one without its beginning', zipped.slice(40), 'no zip'],
    ['one with a letter changed', zipped.map((byte, index) => (index === 60 ? byte ^ 1 : byte)), 'damaged'],
  ])('%s', (_, bytes, why) => {
    expect(open(bytes)).toBe(why);
  });

  it('whatever is changed in it at any place, unless that does not matter', () => {
    for (let place = 0; place < zipped.length; place += 3) {
      const result = open(zipped.map((byte, index) => (index === place ? byte ^ 0x55 : byte)));
      // Names of files that are not wanted then, times of files, lengths that nobody reads.
      if (typeof result !== 'string' && result.ok) expect(result.projects[0]?.project.texts.process).toBe(project.texts.process);
    }
  });

  it('what would become too large, before it does', () => {
    const bomb = zipSync({ 'projects.json': new Uint8Array(1), 'a/process.ts': new Uint8Array(zipLimits.unpacked) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(open(bomb)).toBe('too large');
    expect(open(new Uint8Array(zipLimits.bytes + 1))).toBe('too large');
  });

  it('what says that it is small, and is not', () => {
    const bomb = zipSync({ 'a/process.ts': new Uint8Array(1_000_000) }, { level: 9 });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 28; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(open(bomb)).toBe('damaged');
  });

  it.each([
    ['a zip of something else', (texts: Map<string, string>) => texts.delete(manifestPath), 'does not hold projects'],
    ['a list that is no JSON', (texts: Map<string, string>) => texts.set(manifestPath, '{'), 'does not hold projects'],
    [
      'one without a text',
      (texts: Map<string, string>) => texts.delete('zeitmesser-m/history/1/process.ts'),
      'history/1/process.ts is missing',
    ],
    ['bytes for a text', (texts: Map<string, string>) => texts.set('zeitmesser-m/data.yaml', 'a\0b'), 'does not hold text'],
    [
      'a text of a million letters',
      (texts: Map<string, string>) => texts.set('zeitmesser-m/data.yaml', 'a'.repeat(1_000_001)),
      '1,000,000',
    ],
  ])('%s', (_, edit, message) => {
    expect(changed(edit)).toMatchObject({ ok: false, message: expect.stringContaining(message) as string });
  });

  it.each([
    ['a newer form', (manifest: Record<string, unknown>) => ({ ...manifest, version: 2 }), 'newer version of this page'],
    ['no projects', ({ format, version }: Record<string, unknown>) => ({ format, version }), 'does not say what it has to'],
    ['a name that is none', (manifest: Record<string, unknown>) => ({ ...manifest, projects: [{ name: '' }] }), 'does not say'],
  ])('one with %s', (_, edit, message) => {
    const result = changed((texts) => {
      texts.set(manifestPath, JSON.stringify(edit(JSON.parse(texts.get(manifestPath) ?? '') as Record<string, unknown>)));
    });
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining(message) as string });
  });
});
