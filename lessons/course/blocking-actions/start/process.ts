import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { blocking } from 'hardware';

// Seals a plate and pierces the seal. The driver of the sealer knows
// nothing of await: its calls return when the plate is done.
export default async function sealAndPierce(context: am.ProcessContext<unknown, { phase: string }>) {
  context.pausable = true;

  context.sendLocation({ phase: 'sealing' });
  context.sendDuration(20 + 10);
  await seal();

  context.sendLocation({ phase: 'piercing' });
  context.sendDuration(10);
  await pierce();

  async function seal() {
    blocking.sleep(20);
    context.sendEffect(new am.GenericEffect('Plate sealed'));
  }

  async function pierce() {
    blocking.sleep(10);
    context.sendEffect(new am.GenericEffect('Seal pierced'));
  }
}
