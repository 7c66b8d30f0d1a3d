import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { clock, plc, relays, valve } from 'hardware';

export const data = am.record({
  ports: am.list(am.oneOf('1', '2', '3', '4', '5', '6')),
  dwell: am.quantity('second', { min: '5 s' }),
  threshold: am.quantity('bar', { min: '0 bar', max: '10 bar' }),
});

type Location = { port: string; until: am.Quantity; open: boolean };

// Takes one port after the other, each until the clock of the bench says
// so. Meanwhile a tag of a PLC decides on valve 3: take control of
// plc.value, set it to 2.5 bar and then to 1 bar, and watch the relay.
// Press Halt: all valves close, and the rotary valve goes to port 1.
export default async function route(context: am.ProcessContext<typeof data, Location>) {
  const { dwell, threshold } = context.data;

  try {
    await valve.home();
    let until = await clock.time.read();

    for (const port of context.data.ports) {
      await relays.writeMask(0);
      await valve.position.write(port);
      // From the last time, not from now: the moves add up to no delay.
      until = until.plus(dwell);
      const over = clock.time.reach(until);

      context.sendLocation({ port, until, open: false });

      while (!over.done) {
        const open = !(await plc.value.read()).lessThan(threshold);
        if (open !== relays.valve3.target) {
          await relays.valve3.write(open);
          context.sendLocation({ port, until, open });
        }
        await asyncio.wait([over], { timeout: '2 s' });
      }
    }

    context.sendEffect(new am.GenericEffect(`Took ports ${context.data.ports.join(', ')}`));
  } finally {
    // Also after a halt.
    await relays.writeMask(0);
    await valve.position.write('1');
  }
}
