/** As they stand in the texts of people. What is most common stands last, as near things cost less. */
const words = `devices:
  - name: oven
    type: thermostat
    label: Thermostat
    parameters:
      heater: 50 W
    wiring:
      block: oven
ambient: 22 degC
services:
  web:
  mail:
  files:
    - path: 
# This process takes no data.
- name: Prepare
  parallel:
    - process: 
      data: 37 degC
- name: Cycles
  repeat: 2
  steps:
    - data: 10 s
temperature: volume: 100 µl
flow: 200 µl/min
tolerance: threshold: interval: 10 min
time: 3 hr
import { balance, blocking, camera, clock, dispenser, fileClient, heater, http, incubator, mail, OSError, plc, pressure, reader, relays, stage, syringe, valve, pump, thermostat } from 'hardware';
defineProcess, GenericDiagnostic, RuntimeAnalysis, FileCreatedEffect, DurationTerm, DatetimeTerm, CancelledError, TimeoutError, QuantityError, asyncio.createTask(, asyncio.gather(, asyncio.TaskGroup, asyncio.Queue, asyncio.Event(, asyncio.Lock(, asyncio.waitFor(, asyncio.timeout(, am.race(, am.waitAll(, am.tryAll(, am.cancelTask(, am.shield(asyncio.toThread(() => 
.minus(before).over(.times(.plus(.lessThan(.greaterThan(.valueIn('µl') .valueIn('min') .valueIn('mg') .valueIn('degC') .setpoint .readout .position .target .reach(
am.any() am.bool() am.str() am.identifier() am.int({ mode: 'positive' }) am.list(am.oneOf('1', '2', '3')) am.dict( am.union( am.attribute(am.str(), { optional: true, default: 
am.quantity('dimensionless', { min: 0, max: 1 }) am.quantity('degC', { min: '4 degC', max: '95 degC' }) am.quantity('ml/min', am.quantity('µl', { min: '10 µl', max: '5 ml' }),
// The trap: a call that blocks cannot be stopped, so the halt waits for it. Put // before this line, run, and jump while it is 
// Also after a halt or a failure: nothing 
// Try: Run, and press Pause, Resume, Jump (to a progress of 0.5), Swap data (to 20 min), Send message, Halt and Retry:
//      the process takes each of them, also while it is paused. Run again, and choose a fault beside the devices. Only 
//      in data.yaml and run: the step fails, and is not started until the next one is over. Meanwhile nothing happens.
instead of nothing between there where which without before after again already always because cannot does what when will with until from the first the second the last
interface Location {
  /** How many of milliseconds in all, null while it stands. */
  progress: number;
  date: number | null;
  duration: number;
}
type Location = { phase: 'heating' | 'holding' | 'waiting' | 'sending' | 'done'; temperature: am.Quantity; index: number; step: string; count: number; of: number };
export const points = am.record({ progress: am.quantity('dimensionless', { min: 0, max: 1 }) });
export const points = [{ index: 0 }, { step: 1 }];
export const messages = 
export const data = am.record({
  time: am.quantity('second', { min: '1 s', max: '1 hr' }),
});
context.sendEffect(new am.GenericEffect(\`
context.sendError(new am.GenericDiagnostic('
context.sendWarning(new am.GenericDiagnostic(\`
throw new am.ProcessFailureError(\`The step failed: \${error.message}\`, { cause: error });
  const warn = (text: string) => 
  const { temperature, volume, flow } = context.data;
  let index = context.point?.index ?? 0;
  let duration = context.data.value;
  let progress = context.point?.progress.value ?? 0;
  for (let index = 0; index < steps.length; index++) {
  for (const step of steps) {
  for await (const message of context.messages) {
    await pump.flow.write('0 µl/min');
    await thermostat.setpoint.write(temperature);
    const value = await thermostat.readout.read();
    console.log(\`
    if (Math.abs(Math.max(0, Math.min(1, Math.round(
    context.sendDuration(duration * (1 - progress));
    context.sendLocation({ progress, date: running ? am.now() * 1000 : null, duration: duration * 1000 });
    context.sendLocation({ phase: 'waiting' });
      progress = Math.min(1, progress + (am.now() - start) / duration);
      progress = request.point.progress.value;
      duration = request.data.value;
    if (request instanceof am.JumpRequest) {
    } else if (request instanceof am.SwapRequest) {
      if (!(error instanceof TypeError)) throw error;
      if (!(request instanceof am.PauseRequest)) throw request;
      throw request;
  function tell(running: boolean) {
  async function runStep(request: unknown) {
  const start = am.now();
  while (progress < 1) {
  while (true) {
    try {
      await context.wait(asyncio.sleep(duration * (1 - progress)));
      await asyncio.sleep(10);
      await context.checkpoint();
      return;
    } catch (error) {
    } catch (request) {
    } else {
    }
  } finally {
  }
}
export async function heat(
export default async function run(context: am.ProcessContext<typeof data, { phase: string }>) {
export default async function p(context: am.ProcessContext<unknown, { step: number }>) {
export default async function timer(context: am.ProcessContext<typeof data, Location, typeof points>) {
  context.pausable = true;

import * as am from 'automancer';
import * as asyncio from 'asyncio';

`;

/** The members of what is shared, as JSON writes them. */
const members = `{"at":0,"act":{"type":"control","what":{"type":"claim","node":"{"type":"set","node":"thermostat.setpoint","value":{"at":,"prepared":true,"act":{"type":"fault","what":{"device":"thermostat","type":"disconnect","active":false}}{"type":"service-fault","what":{"service":"web","type":"{"type":"message","value":{"type":"swap","data":{"text":"{"type":"jump","point":{"progress":"{"type":"retry"}},{"at":,"act":{"type":"request","what":{"type":"halt"}}},{"at":,"act":{"type":"request","what":{"type":"resume"}}},{"at":,"act":{"type":"request","what":{"type":"pause"}}}],"end":
{"example":"timer","same":"protocol":"bench":"named":"default","speed":"max","held":true,"seed":1,"texts":{"data":"process":"`;

/**
 * What shared states often hold, for the compression of links: a link says "the same as there" instead of it.
 *
 * **It never changes**, not by one character: a link of version 1 can be read with this text only. Other words need another version of links.
 */
export const linkDictionary = `${JSON.stringify(words).slice(1, -1)}${members}`;
