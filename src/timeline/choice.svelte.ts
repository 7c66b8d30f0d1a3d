import type { DeviceView, NodeView } from '../../model/devices.js';
import type { MenuItem } from '../ui/Menu.svelte';
import type { LaneSort } from './picture/lane.js';

/** So many plots are shown when nobody has chosen. */
const mostByItself = 3;

const sorts: readonly { readonly sort: LaneSort | 'estimate'; readonly label: string; readonly detail: string }[] = [
  { sort: 'state', label: 'States', detail: 'Running, paused, failed …' },
  { sort: 'location', label: 'Locations', detail: 'Where the process says that it is' },
  { sort: 'await', label: 'Awaits', detail: 'Where it is suspended, and what can interrupt it there' },
  { sort: 'pause', label: 'If paused', detail: 'What a pause would have come to: at once, at the next checkpoint …' },
  { sort: 'jump', label: 'If jumped', detail: 'What a jump would have come to' },
  { sort: 'swap', label: 'If swapped', detail: 'What new data would have come to' },
  { sort: 'requests', label: 'Requests', detail: 'Pause, jump, halt …, accepted or refused' },
  { sort: 'diagnostics', label: 'Diagnostics', detail: 'Errors and warnings' },
  { sort: 'effects', label: 'Effects and notes', detail: 'What it did, logged, and what explains the run' },
  { sort: 'faults', label: 'Faults', detail: 'Of devices and services' },
  { sort: 'hand', label: 'By hand', detail: 'Nodes that a person controls' },
  { sort: 'services', label: 'Services', detail: 'Files, web and mail' },
  { sort: 'estimate', label: 'ETA', detail: 'How the foreseen end moved, and how right it was' },
];

/** A node whose numbers can be plotted. */
export interface Plottable {
  readonly device: DeviceView;
  readonly node: NodeView;
}

/** Which lanes and plots a person wants to see. */
export class LaneChoice {
  readonly #devices: () => readonly DeviceView[];
  /** New data mostly comes to what a jump comes to. */
  #hidden = $state.raw<readonly string[]>(['swap']);
  /** Paths of nodes; `null`: nobody has chosen. */
  #chosen = $state.raw<readonly string[] | null>(null);
  /** Devices that a process of this run had in its hands, by their ids: they stay when it lets them go. */
  #used = $state.raw<readonly string[]>([]);

  #changes = $state(0);

  constructor(devices: () => readonly DeviceView[]) {
    this.#devices = devices;
  }

  /** Grows when something else was chosen. */
  get changes(): number {
    return this.#changes;
  }

  shows(sort: LaneSort | 'estimate'): boolean {
    return !this.#hidden.includes(sort);
  }

  /** What is plotted: what was chosen, else the main values of the devices that the process uses. */
  get plotted(): readonly Plottable[] {
    const all = this.#all;
    if (this.#chosen !== null) return all.filter(({ node }) => this.#chosen?.includes(node.path));
    return all.filter(({ device, node }) => node.path === device.headline && this.#used.includes(device.id)).slice(0, mostByItself);
  }

  get items(): readonly MenuItem[] {
    const plotted = new Set(this.plotted.map(({ node }) => node.path));
    return [
      ...sorts.map(({ sort, label, detail }) => ({ id: sort, label, detail, group: 'Lanes', checked: this.shows(sort) })),
      ...this.#all.map(({ device, node }) => ({
        id: node.path,
        label: device.label,
        detail: node.label,
        group: 'Plots',
        checked: plotted.has(node.path),
      })),
    ];
  }

  /** Shows or hides what an item of the menu stands for. */
  toggle(id: string): void {
    this.#changes++;
    if (sorts.some(({ sort }) => sort === id)) {
      this.#hidden = this.#hidden.includes(id) ? this.#hidden.filter((each) => each !== id) : [...this.#hidden, id];
      return;
    }
    const shown = this.plotted.map(({ node }) => node.path);
    this.#chosen = shown.includes(id) ? shown.filter((each) => each !== id) : [...shown, id];
  }

  /** Looks which devices are in use just now. */
  look(): void {
    const used = this.#devices().filter(
      ({ id, nodes }) => !this.#used.includes(id) && nodes.some(({ claim }) => claim?.type === 'process'),
    );
    if (used.length > 0) this.#used = [...this.#used, ...used.map(({ id }) => id)];
  }

  /** Another run has begun. */
  restart(): void {
    if (this.#used.length > 0) this.#used = [];
  }

  get #all(): readonly Plottable[] {
    return this.#devices().flatMap((device) =>
      device.nodes.filter(({ readable, spec }) => readable && spec.type === 'numeric').map((node) => ({ device, node })),
    );
  }
}
