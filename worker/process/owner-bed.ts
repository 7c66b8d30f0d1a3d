/** For tests: an owner over a process written as a generator, on a clock that the test owns. */
import type { Json } from '../../model/json.js';
import type { Request } from '../../model/requests.js';
import { VirtualClock } from '../clock/virtual-clock.js';
import type { DataType } from '../data/index.js';
import { type Coroutine, EventLoop } from '../task/index.js';
import type { ProcessContext } from './context.js';
import { createLogger } from './logger.js';
import { ProcessOwner } from './owner.js';
import { answerRequest } from './owner-requests.js';
import type { Program } from './program.js';
import type { UntimedEvent } from './reporter.js';

export class OwnerBed {
  readonly loop = new EventLoop(new VirtualClock());
  readonly events: (UntimedEvent & { readonly t: number })[] = [];
  readonly owner: ProcessOwner;
  readonly emit = (event: UntimedEvent) => void this.events.push({ t: this.loop.clock.seconds, ...event });

  constructor(
    body: (context: ProcessContext, loop: EventLoop) => Coroutine<unknown>,
    {
      data,
      ...program
    }: Partial<Pick<Program, 'importPoint'>> & { readonly data?: { readonly type: DataType; readonly value: Json } } = {},
  ) {
    this.owner = new ProcessOwner({
      loop: this.loop,
      program: {
        ...programOf((context) => this.loop.task(body(context, this.loop), { functionId: 0, name: 'process' })),
        ...(data ? { data: data.type } : {}),
        ...program,
      },
      data: { value: data?.value ?? null },
      point: null,
      devices: { paths: [], value: () => undefined, watch: () => null },
      logger: createLogger((level, message) => this.emit({ event: 'log', level, message })),
      emit: this.emit,
      onEnd: () => undefined,
    });
    this.owner.life.start();
  }

  request(request: Request) {
    return answerRequest(this.owner, request, this.emit);
  }

  /** Lets everything happen that is due up to so many virtual seconds; of what is ready at that instant only so many entries, when told. */
  runTo(seconds: number, turns = Number.POSITIVE_INFINITY): void {
    const { loop } = this;
    const until = Math.round(seconds * 1e6);
    if (loop.clock.now < until) loop.drain();
    while (loop.clock.nextAt !== null && loop.clock.nextAt < until) loop.advance();
    loop.clock.passTo(until);
    do loop.drain(turns);
    while (loop.idle && loop.clock.nextAt === until && loop.clock.fireNext());
  }

  get logged(): readonly string[] {
    return this.events.flatMap((event) => (event.event === 'log' ? [event.message] : []));
  }

  get states(): readonly string[] {
    return this.events.flatMap((event) => (event.event === 'state' ? [event.form ?? event.outcome ?? event.mode] : []));
  }
}

function programOf(start: (context: ProcessContext) => unknown): Program {
  return {
    language: 'test',
    name: 'process',
    data: null,
    points: null,
    asynchronous: true,
    warnings: [],
    guards: [],
    duration: () => undefined,
    importPoint: (raw: Json) => raw,
    start: (_data, context) => start(context),
    describe: (error) => ({
      name: error instanceof Error ? error.name : 'unknown',
      message: error instanceof Error ? error.message : String(error),
      repr: String(error),
      causes: [],
      stack: [],
    }),
    here: () => null,
    frame: (task) => (task.functionId < 0 ? null : { function: 'process', line: 1, column: 1, endLine: 1, endColumn: 2 }),
  };
}
