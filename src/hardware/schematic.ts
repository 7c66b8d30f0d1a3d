import { type BenchEdge, edgesOf, type EdgeKind } from '../../model/bench-graph.js';
import type { DeviceView, NodeView } from '../../model/devices.js';
import { valueText } from '../../model/value-text.js';
import { layOut } from './schematic-layout.js';

/** Sizes of the drawing; a pane of the usual width shows it as it is. */
export const cell = { width: 116, height: 92 } as const;
export const box = { width: 108, height: 44 } as const;
/** µl/min below which nothing flows that anybody would see: less than the noise of a flow sensor. */
const still = 0.3;

/** A device of the schematic: its box begins at (x, y). */
export interface SchematicBox {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly connected: boolean;
  readonly x: number;
  readonly y: number;
}

/** What passes from one box to another. */
export interface SchematicLine {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly path: string;
  /** Liquid that moves. */
  readonly flowing: boolean;
  /** Of a valve, where it is known. */
  readonly open: boolean | null;
  /** Where the valve is drawn. */
  readonly middle: readonly [x: number, y: number];
}

export interface Schematic {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly SchematicBox[];
  readonly lines: readonly SchematicLine[];
  /** All of it in words. */
  readonly text: string;
}

/** The schematic of a bench as it is now; `null` when nothing passes between its devices. */
export function schematicOf(devices: readonly DeviceView[]): Schematic | null {
  const found = new Map(devices.map((device) => [device.id, device]));
  const edges = edgesOf(devices);
  if (edges.length === 0) return null;
  const places = layOut(edges);
  const boxes = places.flatMap(({ name, column, row }): readonly SchematicBox[] => {
    const device = found.get(name);
    return device === undefined
      ? []
      : [{ ...shown(device), x: column * cell.width + (cell.width - box.width) / 2, y: row * cell.height + 2 }];
  });
  const parts = edges.map((edge) => ({ edge, state: stateOf(edge, found) }));
  return {
    width: (Math.max(...places.map(({ column }) => column)) + 1) * cell.width,
    height: Math.max(...boxes.map(({ y }) => y)) + box.height + 2,
    boxes,
    lines: parts.map(({ edge, state }) => ({ id: `${edge.from} ${edge.to}`, kind: edge.kind, ...state, ...between(edge, edges, boxes) })),
    text: parts.map(({ edge, state }) => sentence(edge, state, found)).join(' '),
  };
}

interface LineState {
  readonly flowing: boolean;
  readonly open: boolean | null;
  /** What flows, or which valve. */
  readonly node: NodeView | null;
}

function stateOf({ from, to, kind, node: decides }: BenchEdge, found: ReadonlyMap<string, DeviceView>): LineState {
  const node = (path: string): NodeView | null => found.get(path.split('.')[0] ?? '')?.nodes.find((known) => known.path === path) ?? null;
  if (kind === 'valve') {
    const valve = decides === null ? null : node(decides);
    return { flowing: false, open: typeof valve?.value === 'boolean' ? valve.value : null, node: valve };
  }
  if (kind !== 'liquid') return { flowing: false, open: null, node: null };
  const flow = node(`${from}.flow`) ?? node(`${to}.flow`);
  return { flowing: typeof flow?.value === 'number' && flow.value > still, open: null, node: flow };
}

/** With its number, or in few words what it does: of a board with many valves the first one says little. */
function shown({ id, label, connected, nodes, headline, activity }: DeviceView): Omit<SchematicBox, 'x' | 'y'> {
  const node = nodes.find(({ path }) => path === headline);
  return { id, label, connected, value: node?.spec.type === 'numeric' ? valueText(node, node.value) : activity };
}

/** From the lower side of a box to the upper side of another; lines that meet at a side stand beside one another. */
function between(edge: BenchEdge, edges: readonly BenchEdge[], boxes: readonly SchematicBox[]): Pick<SchematicLine, 'path' | 'middle'> {
  const boxOf = (name: string) => boxes.find(({ id }) => id === name) ?? { x: 0, y: 0 };
  const [from, to] = [boxOf(edge.from), boxOf(edge.to)];
  const beside = (others: readonly BenchEdge[], end: 'from' | 'to') => {
    const sorted = [...others].sort((a, b) => boxOf(a[end]).x - boxOf(b[end]).x);
    return (sorted.indexOf(edge) - (sorted.length - 1) / 2) * 26;
  };
  const start = [
    from.x +
      box.width / 2 +
      beside(
        edges.filter((other) => other.from === edge.from),
        'to',
      ),
    from.y + box.height,
  ] as const;
  const end = [
    to.x +
      box.width / 2 +
      beside(
        edges.filter((other) => other.to === edge.to),
        'from',
      ),
    to.y,
  ] as const;
  const bend = Math.max(24, (end[1] - start[1]) / 2);
  return {
    path: `M${start[0]} ${start[1]}C${start[0]} ${start[1] + bend} ${end[0]} ${end[1] - bend} ${end[0]} ${end[1]}`,
    // Half-way along a curve that is the same from both ends.
    middle: [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2],
  };
}

function sentence({ from, to, kind }: BenchEdge, { open, node }: LineState, found: ReadonlyMap<string, DeviceView>): string {
  const [source, target] = [found.get(from)?.label ?? from, found.get(to)?.label ?? to];
  switch (kind) {
    case 'liquid':
      return `${source} pushes ${node === null ? 'liquid' : valueText(node, node.value)} into ${target}.`;
    case 'heat':
      return `${source} heats and cools ${target}.`;
    case 'light':
      return `${target} looks at what is on ${source}.`;
    case 'valve':
      return `${node?.label ?? 'A valve'} of ${source}, which closes ${target}, is ${open === null ? 'unknown' : open ? 'open' : 'closed'}.`;
  }
}
