import type { RequestType } from '../model/owner.js';
import { type FaultyService, serviceFaults, serviceLabels } from '../model/service-faults.js';
import type { Speed } from '../model/snapshot.js';
import { processSteps, type StepView } from '../model/steps.js';
import type { Command } from './commands/command.js';
import type { Key } from './commands/keys.js';
import type { Playground } from './playground.svelte.js';
import type { Runtime } from './runtime/Runtime.svelte.js';
import { faultCommand, faultItems } from './services/fault-text.js';

/** Automancer's own keys. */
const requestKeys: Partial<Record<RequestType, { readonly keys: readonly Key[]; readonly keysTitle: string }>> = {
  pause: { keys: [{ key: 'p' }], keysTitle: 'Pause, or resume' },
  resume: { keys: [{ key: 'p' }], keysTitle: 'Pause, or resume' },
  jump: { keys: [{ key: 'j' }], keysTitle: 'Jump to a point' },
  skip: { keys: [{ key: 'ArrowRight', alt: true }], keysTitle: 'Skip the process' },
};
const asks: readonly RequestType[] = ['jump', 'swap', 'message'];

/** The requests to the process that is shown. */
export function requestCommands({ controls }: Playground): readonly Command[] {
  const bar = controls.bar.map(({ type }) => type);
  const force = controls.port.process?.pendingPoint;
  return [
    ...[...bar, 'retry' as const, 'skip' as const].map((type): Command => {
      const { name, enabled, note } = controls.control(type);
      return {
        id: type === 'resume' ? 'pause' : type,
        title: asks.includes(type) ? `${name}…` : name,
        group: 'Process',
        ...(enabled ? { detail: note } : {}),
        ...requestKeys[type],
        unavailable: enabled ? null : note,
        run: () => controls.press(type),
      };
    }),
    {
      id: 'force',
      title: 'Restart at the point of the pending jump',
      group: 'Process',
      unavailable: force === undefined ? 'No jump is pending.' : null,
      run: () => controls.force(),
    },
  ];
}

const speeds: readonly (readonly [Speed, string])[] = [
  [1, '1×'],
  [10, '10×'],
  [100, '100×'],
  ['max', 'Max'],
];

/** What can be done with time. */
export function timeCommands(page: Playground, runtime: Runtime): readonly Command[] {
  const { held, speed } = page.clock;
  return [
    {
      id: 'hold',
      title: held ? 'Release the clock' : 'Hold the clock',
      group: 'Time',
      run: () => void runtime.clock({ type: held ? 'release' : 'hold' }),
    },
    {
      id: 'step',
      title: 'Step to the next event',
      group: 'Time',
      detail: 'Hold the clock and go on to the next event',
      run: () => void runtime.clock({ type: 'step' }),
    },
    ...speeds.map(([value, name]): Command => ({
      id: `speed-${value}`,
      title: `Speed ${name}`,
      group: 'Time',
      checked: value === speed,
      run: () => void runtime.clock({ type: 'speed', speed: value }),
    })),
  ];
}

const allSteps = (step: StepView): readonly StepView[] => [step, ...step.children.flatMap(allSteps)];

/** What can be done with the steps of a protocol. */
export function stepCommands(page: Playground): readonly Command[] {
  const { steps, step, jumps, controls } = page;
  const leaves = steps ? processSteps(steps) : [];
  const on = steps ? allSteps(steps).filter(({ state }) => state === 'active' || state === 'halting') : [];
  const named = ({ path, name }: StepView) => (path === '' ? 'the protocol' : `step ${path} ${name}`);
  return [
    {
      id: 'go-to-step',
      title: jumps.possible === 'start' ? 'Start the protocol at a step…' : 'Jump in the protocol…',
      group: 'Steps',
      unavailable: jumps.possible === null ? 'There is no protocol: Add protocol makes one.' : null,
      run: () => {
        page.tab = 'process';
        void jumps.open();
      },
    },
    ...leaves.map((leaf): Command => ({
      id: `show-step-${leaf.path}`,
      title: `Show ${named(leaf)}`,
      group: 'Steps',
      checked: leaf.path === step?.path,
      run: () => {
        page.tab = 'process';
        page.select(leaf.path);
      },
    })),
    ...leaves.flatMap((leaf): readonly Command[] =>
      jumps.canJump(leaf.path)
        ? [{ id: `jump-step-${leaf.path}`, title: `Jump to ${named(leaf)}`, group: 'Steps', run: () => jumps.jumpHere(leaf.path) }]
        : [],
    ),
    ...on.map((active): Command => ({
      id: `halt-step-${active.path}`,
      title: `Halt ${named(active)}`,
      group: 'Steps',
      run: () => void controls.send({ type: 'halt', step: active.path }),
    })),
  ];
}

/** Trouble with devices and services, and the views of both. `press`: presses a button of the hardware pane by its name. */
export function hardwareCommands(page: Playground, press: (name: string) => void): readonly Command[] {
  const services = Object.keys(serviceFaults) as FaultyService[];
  const { view } = page.services;
  return [
    ...page.devices.flatMap(({ id, label, connected }): readonly Command[] => [
      {
        id: `cable-${id}`,
        title: `${connected ? 'Disconnect' : 'Reconnect'} ${label.toLowerCase()}`,
        group: 'Hardware',
        detail: connected ? 'As if the cable were pulled' : 'As if the cable were put back',
        run: () => void page.fault({ device: id, type: connected ? 'disconnect' : 'reconnect' }),
      },
      // A card keeps its dialogs to itself, so that they give the focus back to its buttons: those are pressed.
      ...(['Add fault to', 'Plot of', 'Manual control of'] as const).map((what): Command => ({
        id: `${what}-${id}`,
        title: `${what} ${label.toLowerCase()}`,
        group: 'Hardware',
        run: () => press(`${what} ${label.toLowerCase()}`),
      })),
    ]),
    ...services.flatMap((service) =>
      faultItems(service, view.faults).map(({ id, label, detail, checked }): Command => ({
        id: `${service}-${id}`,
        title: `${serviceLabels[service]}: ${label}`,
        group: 'Hardware',
        ...(detail === undefined ? {} : { detail }),
        checked: checked === true,
        run: () => page.services.fault(faultCommand(service, id, view.faults)),
      })),
    ),
  ];
}
