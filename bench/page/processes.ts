/** Processes that the page is measured with. */
const imports = "import * as am from 'automancer';\nimport * as asyncio from 'asyncio';\n";

/** Waits, and pauses at once when it is asked to. */
export const idleProcess = `${imports}
export default async function idle(context: am.ProcessContext): Promise<void> {
  context.pausable = true;
  for (;;) {
    try {
      await context.wait(() => asyncio.sleep(3600));
    } catch (request) {
      if (!(request instanceof am.PauseRequest)) throw request;
      await context.checkpoint();
    }
  }
}
`;

/** Never stops; at Max it keeps the worker busy all the time. */
export const busyProcess = `${imports}
export default async function busy(context: am.ProcessContext): Promise<void> {
  for (let round = 0; ; round++) await asyncio.sleep(0.001);
}
`;

/** Sends 100,000 locations per second of virtual time, each in a turn of its own. */
export const floodProcess = `${imports}
export default async function flood(context: am.ProcessContext<unknown, { sent: number }>): Promise<void> {
  for (let sent = 0; ; ) {
    for (let more = 0; more < 100; more++) {
      context.sendLocation({ sent: ++sent });
      await asyncio.sleep(0);
    }
    await asyncio.sleep(0.001);
  }
}
`;

/** A hundred thousand locations, one a second, and a warning now and then. */
export const longProcess = `${imports}
export default async function long(context: am.ProcessContext<unknown, { round: number }>): Promise<void> {
  for (let round = 1; round <= 100_000; round++) {
    context.sendLocation({ round });
    if (round % 1000 === 0) context.sendWarning(new am.GenericDiagnostic(\`Round \${round}\`));
    await asyncio.sleep(1);
  }
}
`;

/**
 * The first run in a worker shows a location, the next loops without end: built-in objects are shared by all runs of a worker, so the
 * process knows. The location is another one in every run of a worker.
 */
export function everySecond(loops: boolean): string {
  return `${imports}
export default async function second(context: am.ProcessContext<unknown, { fresh: string }>): Promise<void> {
  const shared = Map.prototype as { runs?: number };
  shared.runs = (shared.runs ?? 0) + 1;
  ${loops ? 'while (shared.runs > 1);' : ''}
  context.sendLocation({ fresh: \`run \${shared.runs}\` });
  await asyncio.sleep(3600);
}
`;
}
