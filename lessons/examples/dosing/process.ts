import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { balance, dispenser } from 'hardware';

export const data = am.record({
  // The syringe holds 5 ml.
  mass: am.quantity('g', { min: '50 mg', max: '4.5 g' }),
  tolerance: am.quantity('mg', { min: '2 mg' }),
});

// Doses a mass. Press Pause: the flow stops, and then goes on from there.
// Put a load of 0.2 g on the balance by hand: the dose ends too early, and
// only the volume of the dispenser tells. Let the weight be stuck (Add fault):
// nobody pours 5 ml because a balance says that there is nothing yet.
export default async function dose(context: am.ProcessContext<typeof data, { dosed: am.Quantity }>) {
  const { mass, tolerance } = context.data;

  try {
    await balance.tare();
    const before = await dispenser.dispensed.read();
    context.pausable = true;

    while (true) {
      const dosed = await balance.weight.read();
      const volume = (await dispenser.dispensed.read()).minus(before);
      // 1 µl of water is about 1 mg, and at full speed the balance is 20 mg late.
      if (volume.valueIn('µl') - dosed.valueIn('mg') > 50) {
        throw new am.ProcessFailureError(`The balance shows ${dosed} although ${volume} came out: it is stuck, or the beaker is gone.`);
      }
      const left = mass.minus(dosed).valueIn('mg');
      if (left <= 0) break;
      // Full speed until 83 mg are left, then always what would take 5 s more.
      const flow = Math.min(1000, Math.max(10, (left / 5) * 60));
      context.sendLocation({ dosed });
      context.sendDuration(Math.max(0, left - 83) * 0.06 + 5 * Math.log(1 + Math.min(left, 83)));

      try {
        await dispenser.flow.write(am.quantityOf(flow, 'µl/min'));
        await context.wait(asyncio.sleep(1));
      } catch (request) {
        if (!(request instanceof am.PauseRequest)) throw request;
        await dispenser.flow.write('0 µl/min');
        await context.checkpoint();
      }
    }

    context.pausable = false;
    await dispenser.flow.write('0 µl/min');
    await balance.stable.reach(true);
    const dosed = await balance.weight.read();
    const volume = (await dispenser.dispensed.read()).minus(before);
    const warn = (text: string) => context.sendWarning(new am.GenericDiagnostic(text));

    if (Math.abs(dosed.minus(mass).valueIn('mg')) > tolerance.valueIn('mg')) warn(`${dosed} instead of ${mass}`);
    if (Math.abs(dosed.valueIn('mg') - volume.valueIn('µl')) > 20) warn(`The balance shows ${dosed}, yet only ${volume} came out.`);
    context.sendEffect(new am.GenericEffect(`Dosed ${dosed}`));
  } finally {
    // Also after a halt or a failure: nothing drips on.
    await dispenser.flow.write('0 µl/min');
  }
}
