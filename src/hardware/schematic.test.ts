import { describe, expect, it } from 'vitest';
import type { DeviceView, NodeView } from '../../model/devices.js';
import type { Json } from '../../model/json.js';
import { schematicOf } from './schematic.js';

const wirings: Readonly<Record<string, DeviceView['wiring']>> = {
  pump: { outlet: 'channel' },
  channel: { valve: 'relays.valve3' },
};

function node(path: string, value: Json): NodeView {
  const spec =
    typeof value === 'boolean'
      ? ({ type: 'boolean' } as const)
      : ({ type: 'numeric', unit: 'µl/min', range: null, resolution: 0.1 } as const);
  const label = path.endsWith('valve3') ? 'Valve 3' : 'Flow';
  return {
    path,
    label,
    spec,
    readable: true,
    writable: true,
    observed: 'polled',
    nullable: false,
    value,
    settled: true,
    error: null,
    claim: null,
  };
}

function device(id: string, label: string, node: NodeView): DeviceView {
  return {
    id,
    label,
    kind: id,
    connected: id !== 'relays',
    connectedSince: 0,
    activity: 'open: 3',
    nodes: [node],
    faults: [],
    headline: node.path,
    wiring: wirings[id] ?? {},
    history: [],
  };
}

const at = (flow: number, open: Json) => [
  device('pump', 'Syringe pump', node('pump.flow', flow)),
  device('channel', 'Channel', node('channel.flow', flow / 2)),
  device('relays', 'Relay board', node('relays.valve3', open)),
  device('clock', 'Clock', node('clock.time', 1)),
];

describe('the schematic of a bench', () => {
  it('has a box for each device that something passes to or from, with its value', () => {
    const { boxes } = schematicOf(at(100, true))!;
    expect(boxes.map(({ id, value, connected }) => [id, value, connected])).toEqual([
      ['pump', '100.0 µl/min', true],
      ['relays', 'open: 3', false],
      ['channel', '50.0 µl/min', true],
    ]);
  });

  it('shows whether liquid moves, and whether the valve is open that the bench names', () => {
    const lines = (flow: number, open: Json) => schematicOf(at(flow, open))!.lines.map(({ kind, flowing, open }) => [kind, flowing, open]);
    expect(lines(100, true)).toEqual([
      ['liquid', true, null],
      ['valve', false, true],
    ]);
    expect(lines(0.1, false)).toEqual([
      ['liquid', false, null],
      ['valve', false, false],
    ]);
  });

  it('says all of it in words', () => {
    expect(schematicOf(at(100, false))!.text).toBe(
      'Syringe pump pushes 100.0 µl/min into Channel. Valve 3 of Relay board, which closes Channel, is closed.',
    );
  });

  it('keeps boxes apart and lines between them', () => {
    const { boxes, lines, width, height } = schematicOf(at(1, true))!;
    for (const { x, y } of boxes) expect([x >= 0, y >= 0, x + 108 <= width, y + 44 <= height]).toEqual([true, true, true, true]);
    expect(new Set(lines.map(({ path }) => path)).size).toBe(lines.length);
  });

  it('is none where nothing passes between devices, or before they are known', () => {
    expect(schematicOf(at(1, true).slice(2))).toBeNull();
    expect(schematicOf([])).toBeNull();
  });
});
