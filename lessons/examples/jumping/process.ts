import * as am from 'automancer';
import * as asyncio from 'asyncio';

// Where one can jump to: the page offers these points.
export const points = [{ index: 0 }, { index: 1 }, { index: 2 }, { index: 3 }, { index: 4 }];
type Context = am.ProcessContext<unknown, { index: number }, typeof points>;

// Jumping. Five steps of 20 s, and a jump to any of them.
//
// Try: Run. During step 1 press Jump and choose {index: 4}: the timeline
//      tells that step 4 begins. Run again, and jump back to {index: 0}.
async function withWhile(context: Context) {
  let index = context.point?.index ?? 0;

  while (index < 5) {
    try {
      await context.wait(runStep(context, index));
      index += 1; // only after a step that is complete
    } catch (request) {
      if (!(request instanceof am.JumpRequest)) throw request;
      index = request.point.index;
    }
  }
}

// The trap: it looks right, and goes on with step 2 whatever point was
// chosen. The loop takes the next item of its list and forgets the value
// that index was given; Python's “for index in range(5)” does the same.
// To try it, write withFor in the last line, run, and jump from step 1.
async function withFor(context: Context) {
  for (let index of [0, 1, 2, 3, 4].slice(context.point?.index ?? 0)) {
    try {
      await context.wait(runStep(context, index));
    } catch (request) {
      if (!(request instanceof am.JumpRequest)) throw request;
      index = request.point.index;
    }
  }
}

async function runStep(context: Context, index: number) {
  context.sendLocation({ index });
  await asyncio.sleep(20);
  console.log(`step ${index} is done`);
}

export default withWhile;
