import type { BenchDescription } from './bench.js';

/** What passes between two devices: liquid, heat, light, or a valve that one of them opens for the other. */
export type EdgeKind = 'liquid' | 'heat' | 'light' | 'valve';

/** Something that passes from one device to another. */
export interface BenchEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
}

/** By the port that is joined: what passes, and whether it goes out of the device that has the port. */
const ports: Readonly<Record<string, { readonly kind: EdgeKind; readonly out: boolean }>> = {
  outlet: { kind: 'liquid', out: true },
  beaker: { kind: 'liquid', out: false },
  block: { kind: 'heat', out: false },
  valve: { kind: 'valve', out: false },
  stage: { kind: 'light', out: false },
};

/** What passes between the devices of a bench, in the order of its description. Ports of which nothing is known are left out. */
export function edgesOf({ devices }: BenchDescription): readonly BenchEdge[] {
  return devices.flatMap(({ name, wiring = {} }) =>
    Object.entries(wiring).flatMap(([port, other]): readonly BenchEdge[] => {
      const known = ports[port];
      if (known === undefined) return [];
      const [from, to] = known.out ? [name, other] : [other, name];
      return [{ from, to, kind: known.kind }];
    }),
  );
}
