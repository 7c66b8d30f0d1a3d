import * as asyncio from 'asyncio';
import { pump } from 'hardware';

// Rinses a tube.
export default async function rinse() {
  await pump.flow.write('200 µl/min');
}
