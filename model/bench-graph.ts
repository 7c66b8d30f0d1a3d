import type { DeviceView } from './devices.js';

/** What passes between two devices: liquid, heat, light, or a valve that one of them opens for the other. */
export type EdgeKind = 'liquid' | 'heat' | 'light' | 'valve';

/** Something that passes from one device to another. */
export interface BenchEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** The node that decides about it, where there is one: a valve. */
  readonly node: string | null;
}

/** By the port that is joined: what passes, and whether it goes out of the device that has the port. */
const ports: Readonly<Record<string, { readonly kind: EdgeKind; readonly out: boolean }>> = {
  outlet: { kind: 'liquid', out: true },
  beaker: { kind: 'liquid', out: false },
  block: { kind: 'heat', out: false },
  valve: { kind: 'valve', out: false },
  stage: { kind: 'light', out: false },
};

/** What passes between the devices of a bench, in their order. Ports of which nothing is known are left out. */
export function edgesOf(devices: readonly Pick<DeviceView, 'id' | 'wiring'>[]): readonly BenchEdge[] {
  const ids = new Set(devices.map(({ id }) => id));
  return devices.flatMap(({ id, wiring = {} }) =>
    Object.entries(wiring).flatMap(([port, joined]): readonly BenchEdge[] => {
      const known = Object.hasOwn(ports, port) ? ports[port] : undefined;
      const other = joined.split('.')[0] ?? '';
      if (known === undefined || !ids.has(other) || other === id) return [];
      const [from, to] = known.out ? [id, other] : [other, id];
      return [{ from, to, kind: known.kind, node: joined === other ? null : joined }];
    }),
  );
}
