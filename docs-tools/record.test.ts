import { describe, expect, it } from 'vitest';
import { playgroundsOf } from './blocks.js';
import { record } from './record.js';

function recorded(options: string, code: string) {
  const { blocks, problems } = playgroundsOf(`# Page\n\n\`\`\`ts playground ${options}\n${code}\n\`\`\`\n`);
  expect(problems).toEqual([]);
  return record(blocks[0]!);
}
const sleeps = `import * as asyncio from 'asyncio';
export default async function p(context) {
  context.pausable = true;
  context.sendLocation({ phase: 'on' });
  context.sendDuration(20);
  await asyncio.sleep(20);
  await context.checkpoint();
}`;

describe('a recorded run', () => {
  it('stands at its end when the block says no instant', () => {
    expect(recorded('', sleeps)).toMatchObject({ ok: true, at: 20, end: 20, state: { state: 'Done', now: 20, left: 'Finished' } });
  });

  it('stands at the instant that the block says', () => {
    expect(recorded('at=5', sleeps)).toMatchObject({
      ok: true,
      at: 5,
      end: 20,
      state: { state: 'Running', now: 5, line: 6, left: '15 s left', progress: 0.25, location: [['phase', 'on']], failure: null },
    });
    expect(recorded('at=500', sleeps)).toMatchObject({ at: 20, state: { state: 'Done' } });
  });

  it('has what is done to it, and ends when nothing can happen any more', () => {
    expect(recorded('request=pause@3', sleeps)).toMatchObject({ end: 20, state: { state: 'Paused', now: 20, line: 7 } });
  });

  it('has the devices that the process names, and every change of a device in its trace', () => {
    const recording = recorded('', "import { pump } from 'hardware';\nexport default async () => { await pump.flow.write('60 µl/min'); };");
    expect(recording).toMatchObject({ state: { devices: [{ label: 'Syringe pump' }] } });
    expect(recording.ok && recording.trace.some((event) => event.event === 'device' && event.path === 'pump.flow')).toBe(true);
  });

  it('tells of a text that cannot be loaded with its line in the document', () => {
    expect(recorded('', 'const fine = 1;\nconst = 2;')).toMatchObject({
      ok: false,
      problems: [{ line: 5, message: expect.stringContaining('The example example-1 cannot be loaded.') as string }],
    });
  });

  it('tells of a run that cannot be made', () => {
    expect(recorded('bench=kitchen', sleeps)).toMatchObject({
      ok: false,
      problems: [{ line: 3, message: expect.stringContaining('it must be the name of a bench') as string }],
    });
    expect(recorded('request=explode@3', sleeps)).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('the type must be pause') as string }],
    });
  });

  it('ends a loop that does not let go, and tells its line', () => {
    const loop = (code: string) => recorded('', code);
    const problems = [{ line: 6, message: expect.stringContaining('has a loop here that does not let go') as string }];
    expect(loop('export default async function p() {\n\n  for (let n = 0; ; n++);\n}')).toMatchObject({ ok: false, problems });
    expect(loop('\n\nwhile (true);\nexport default async () => {};')).toMatchObject({ ok: false, problems });
  });

  it('is no run of which nobody would read the trace', () => {
    const endless = `import * as asyncio from 'asyncio';
export default async function p(context) { for (let n = 0; ; n++) { context.sendLocation({ n }); await asyncio.sleep(1); } }`;
    expect(recorded('', endless)).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('write until=…') as string }] });
    expect(recorded('until=10', endless)).toMatchObject({ ok: true, end: 10, state: { state: 'Running' } });
  });
});
