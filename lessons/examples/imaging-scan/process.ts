import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { camera, NodeUnavailableError, stage } from 'hardware';

export const data = am.record({
  columns: am.int({ mode: 'positive' }),
  rows: am.int({ mode: 'positive' }),
  pitch: am.quantity('mm', { min: '10 µm' }),
  exposure: am.quantity('ms', { min: '0.1 ms', max: '1 s' }),
});

export const points = [{ image: 0 }, { image: 8 }];

// The slide is not level. This was found at three of its corners: micrometres of focus per millimetre.
const slope = { x: 1, y: 0.5 };

type Location = { image: number; of: number; file: string };

// A picture at each place of a grid. The process can be paused between two pictures, never in the middle of one.
export default async function scan(context: am.ProcessContext<typeof data, Location, typeof points>) {
  const { columns, rows, pitch, exposure } = context.data;
  const count = columns * rows;
  // A move at 5 mm/s, starting and stopping, and the exposure.
  const each = pitch.valueIn('mm') / 5 + 0.1 + exposure.valueIn('s');
  context.pausable = true;

  await stage.velocity.write('5 mm/s');
  await camera.exposure.write(exposure);

  let image = context.point?.image ?? 0;

  while (image < count) {
    // To and fro, so that no way is longer than the pitch.
    const row = Math.floor(image / columns);
    const column = row % 2 === 0 ? image % columns : columns - 1 - (image % columns);
    const path = `scan/row-${row + 1}-column-${column + 1}.png`;

    context.sendLocation({ image, of: count, file: path });
    context.sendDuration(each * (count - image));

    try {
      const x = column * pitch.valueIn('mm');
      const y = row * pitch.valueIn('mm');

      // Both axes at once. Each is there when its write is done.
      await asyncio.gather(stage.x.write(am.quantityOf(x, 'mm')), stage.y.write(am.quantityOf(y, 'mm')));
      await camera.focus.write(am.quantityOf(slope.x * x + slope.y * y, 'µm'));

      context.sendEffect(new am.FileCreatedEffect(await camera.capture(path)));
      image += 1;
    } catch (error) {
      if (!(error instanceof NodeUnavailableError)) throw error;
      // A cable that was pulled does not spoil the scan: the same picture is taken again.
      context.sendWarning(new am.GenericDiagnostic(`${path} is tried again: ${error.message}`));
      await asyncio.sleep(5);
    }

    try {
      await context.checkpoint();
    } catch (request) {
      if (!(request instanceof am.JumpRequest)) throw request;
      image = request.point.image;
    }
  }
}
