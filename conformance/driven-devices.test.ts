import { describe, expect, it } from 'vitest';
import { play } from './harness.js';

/** Runs a body on a bench and gives what it logs; times in virtual milliseconds. */
function logOf(bench: string, body: string, setup: Parameters<typeof play>[1] = {}): readonly string[] {
  const played = play(`export default async function run(context) { ${body} }`, { bench, until: 600_000, ...setup });
  expect(played.errors).toEqual([]);
  expect(played.end.outcome).toBe('completed');
  return played.log;
}

describe('the stage, driven by a process', () => {
  it('moves both axes at once, says where it is meanwhile, and can be waited for on its way', () => {
    expect(
      logOf(
        'imaging',
        `const move = asyncio.gather(stage.x.write('40 mm'), stage.y.write('20 mm'));
         await stage.y.reach('10 mm');
         console.log((await stage.x.read()).valueIn('mm') > 8, (await stage.x.read()).valueIn('mm') < 20);
         await move;
         console.log(String(stage.x.value), String(stage.y.value));`,
      ),
    ).toEqual([expect.stringMatching(/ true true$/), '2110 40 mm 20 mm']);
  });

  it('refuses a place beyond its ends with both of them', () => {
    expect(
      logOf(
        'imaging',
        `try { await stage.x.write('1 m') } catch (error) { console.log(error instanceof RangeError, error.message) }
         try { await stage.velocity.write('5 mm') } catch (error) { console.log(error.name) }`,
      ),
    ).toEqual(['0 true X 1000 mm is out of range: at least 0 mm, at most 110 mm.', '0 QuantityError']);
  });

  it('is given back when its process is halted on its way', () => {
    const halted = play(`export default async function run() { await stage.x.write('100 mm'); }`, {
      bench: 'imaging',
      requests: [[1000, { type: 'halt' }]],
      devices: true,
      until: 60_000,
    });
    expect(halted.states).toContain('D:halted@1000');
    expect(halted.end.claims).toEqual([]);
  });
});

describe('the camera, driven by a process', () => {
  it('keeps a real PNG among the files of the run, and says so in the trace', () => {
    const played = play(
      `export default async function run(context) {
         const path = await camera.capture('scan/a');
         context.sendEffect(new am.FileCreatedEffect(path));
         const bytes = await files.readBytes(path);
         console.log([...bytes.slice(0, 8)].map((byte) => byte.toString(16)).join(' '), bytes.length);
       }`,
      { bench: 'imaging' },
    );
    expect(played.of('service').map(({ type, about }) => [type, about])).toContainEqual(['written', 'scan/a.png']);
    expect(played.of('effect').map((effect) => ('path' in effect ? effect.path : null))).toEqual(['scan/a.png']);
    expect(played.log).toEqual([expect.stringMatching(/ 89 50 4e 47 d a 1a a 17310$/)]);
  });

  it('keeps no picture where a file cannot be', () => {
    const log = logOf('imaging', `try { await camera.capture('../out') } catch (error) { console.log(error.name, error.message) }`);
    expect(log).toEqual([expect.stringContaining("OSError '../out.png' leads out of its folder")]);
  });
});

describe('liquids, driven by a process', () => {
  it('come to flow × resistance, and the pump stalls when it pushes too fast', () => {
    const log = logOf(
      'microfluidics',
      `await relays.valve1.write(true);
       await pump.flow.write('100 µl/min');
       await asyncio.sleep(60);
       console.log(Math.round((await channel.pressure.read()).valueIn('mbar') / 10) * 10);
       await pump.flow.write('1 ml/min');
       await asyncio.sleep(3);
       console.log(pump.flow.error.slice(0, 22));
       try { await pump.flow.write('900 µl/min') } catch (error) { console.log(error.name) }
       await pump.flow.write('0 µl/min');
       await channel.pressure.reach('100 mbar');
       console.log(pump.flow.error);`,
    );
    expect(log).toEqual([
      expect.stringMatching(/ 450$/),
      expect.stringMatching(/ The pump has stalled: $/),
      expect.stringMatching(/ NodeUnavailableError$/),
      expect.stringMatching(/ null$/),
    ]);
  });

  it('flow where the pressure pushes them', () => {
    const log = logOf(
      'microfluidics',
      `await relays.valve2.write(true);
       await pressure.setpoint.write('200 mbar');
       const flow = await rinse.flow.reach('105 µl/min', { tolerance: '5 µl/min', timeout: 10 });
       console.log(flow.valueIn('µl/min') > 100);
       try { await pressure.setpoint.write('-1 mbar') } catch (error) { console.log(error.message) }`,
    );
    expect(log).toEqual([
      expect.stringMatching(/ true$/),
      expect.stringMatching(/ Setpoint -1 mbar is out of range: at least 0 mbar, at most 2000 mbar\.$/),
    ]);
  });

  it('give the same trace each time', () => {
    const run = () =>
      play(
        `export default async function run() { await pump.flow.write('1 ml/min'); await asyncio.sleep(60); await channel.flow.read(); }`,
        {
          bench: 'microfluidics',
          devices: true,
        },
      ).events;
    expect(run()).toEqual(run());
  });
});
