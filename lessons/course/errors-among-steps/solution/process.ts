import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { pump, thermostat } from 'hardware';

/** Keeps the culture warm for so many rounds, of 10 s each. */
export const grow = am.defineProcess({
  data: am.int({ mode: 'positive' }),
  async run(context) {
    context.pausable = true;
    await thermostat.setpoint.write('37 degC');

    for (let round = 1; round <= context.data; round++) {
      context.sendLocation({ phase: 'growing', round });
      await asyncio.sleep(10);
      await context.checkpoint();
    }
  },
});

// Outside the function: Retry does not begin it anew.
let given = 0;

/** Gives the culture so many doses, one every 20 s. */
export const feed = am.defineProcess({
  data: am.int({ mode: 'positive' }),
  async run(context) {
    while (given < context.data) {
      const dose = given + 1;
      context.sendLocation({ phase: 'feeding', dose });
      await giveDose();
      given = dose;
      context.sendEffect(new am.GenericEffect(`Dose ${dose} is given`));
      await asyncio.sleep(15);
    }
  },
});

/** Cools the culture down: the default export, which a step is that names no process. */
export default am.defineProcess({
  data: am.quantity('degC', { min: '4 degC', max: '60 degC' }),
  async run(context) {
    await thermostat.setpoint.write(context.data);
    await asyncio.sleep(10);
  },
});

// Fails when the pump refuses.
async function giveDose() {
  await pump.flow.write('120 µl/min');
  await asyncio.sleep(5);
  await pump.flow.write('0 µl/min');
}
