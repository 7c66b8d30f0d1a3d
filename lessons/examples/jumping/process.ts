import * as am from 'automancer';
import * as asyncio from 'asyncio';

// Where one can jump to: the page offers these points.
export const points = [{ index: 0 }, { index: 1 }, { index: 2 }, { index: 3 }, { index: 4 }];
type Context = am.ProcessContext<any, { index: number }, typeof points>;

// Jumping. Five steps of 20 seconds, and a jump to any of them.
//
// Try: Run, and during step 1 press Jump… and choose {"index": 4}. Then run again and jump to {"index": 0}.
// See: in the timeline, which steps begin and end.
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

// The trap: it looks right, and goes to step 2 whatever point was chosen. A loop over a list takes its next item from the list;
// that index was given another value is forgotten with the turn. (Python's “for index in range(5)” does the same.)
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

// Write withFor here to try the trap.
export default withWhile;
