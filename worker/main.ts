/**
 * The worker's door: the only file of the runtime that knows of Comlink and of the Web Worker around it. It takes away what user code has
 * no business with, waits for the two ports, and lets the page ask.
 */
import * as Comlink from 'comlink';
import type { StuckReport, WireApi } from '../model/protocol.js';
import { realTimeOf } from './clock/real-time.js';
import { closeDoors } from './hygiene.js';
import { LoopGuard } from './loop-guard.js';
import { Outbox } from './outbox.js';
import { Session } from './session.js';

const realTime = realTimeOf(self);
closeDoors(self);

self.addEventListener(
  'message',
  (event: MessageEvent) => {
    const [api, alarm] = event.ports;
    if (api && alarm) open(api, alarm);
  },
  { once: true },
);

function open(api: MessagePort, alarm: MessagePort): void {
  const outbox = new Outbox();
  const guard = new LoopGuard({
    now: () => realTime.now(),
    afterTurn: (callback) => realTime.soon(callback),
    report: (report) => {
      alarm.postMessage(report satisfies StuckReport);
      // Nothing of this may get into the user's loop, which called us: the line has been told, the rest is a gift.
      try {
        const update = session.unheard();
        if (update) alarm.postMessage({ ...report, update } satisfies StuckReport);
      } catch {
        return;
      }
    },
  });
  const session = new Session({
    publish: (update) => outbox.publish(update),
    guard: (line, column) => guard.check(line, column),
    realTime,
  });
  const wire: { [Name in keyof WireApi]: (...values: Parameters<WireApi[Name]>) => ReturnType<WireApi[Name]> } = {
    ping: (value) => value,
    next: () => outbox.next(),
    load: (source) => session.load(source),
    run: (options) => session.run(options),
    request: (request) => session.request(request),
    clock: (command) => session.clock(command),
    fault: (command) => session.fault(command),
    history: (device) => session.history(device),
    control: (command) => session.control(command),
    checkData: (source, data, process) => session.checkData(source, data, process),
    serviceFault: (command) => session.serviceFault(command),
    content: (query) => session.content(query),
    preview: (bench, seed, document) => session.preview(bench, seed, document),
    trace: (first, limit) => session.trace(first, limit),
    recording: () => session.recording(),
    glimpse: (at) => session.glimpse(at),
    foresee: (request) => session.foresee(request),
    moment: (at) => session.moment(at),
    replay: (options) => session.replay(options),
    check: (options) => session.check(options),
    endCheck: () => session.endCheck(),
  };
  Comlink.expose(wire, api);
}
