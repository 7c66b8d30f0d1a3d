import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BenchEdge } from '../../model/bench-graph.js';
import { layOut } from './schematic-layout.js';

const edge = (from: string, to: string): BenchEdge => ({ from, to, kind: 'liquid', node: null });
const shown = (...edges: readonly BenchEdge[]) => layOut(edges).map(({ name, column, row }) => `${name} ${column},${row}`);

describe('the places of a schematic', () => {
  it('are below what passes something to them', () => {
    expect(shown(edge('pump', 'channel'), edge('relays', 'channel'), edge('channel', 'balance'))).toEqual([
      'pump 0,0',
      'relays 1,0',
      'channel 0,1',
      'balance 0,2',
    ]);
  });

  it('are straight below what comes first, where there is space', () => {
    expect(shown(edge('pump', 'channel'), edge('relays', 'channel'), edge('pressure', 'rinse'), edge('relays', 'rinse'))).toEqual([
      'pump 0,0',
      'relays 1,0',
      'pressure 2,0',
      'channel 0,1',
      'rinse 2,1',
    ]);
  });

  it('are side by side for groups that have nothing to do with each other, while there is space', () => {
    expect(shown(edge('thermostat', 'sample'), edge('stage', 'camera'))).toEqual([
      'thermostat 0,0',
      'sample 0,1',
      'stage 1,0',
      'camera 1,1',
    ]);
    expect(shown(edge('a', 'x'), edge('b', 'x'), edge('c', 'd'), edge('e', 'f'))).toContain('e 0,2');
  });

  it('join groups that turn out to belong together', () => {
    const places = layOut([edge('a', 'b'), edge('c', 'd'), edge('b', 'd')]);
    expect(places.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(places.find(({ name }) => name === 'd')!.row).toBe(2);
  });

  it('are different for each device, and no more than three stand beside one another, whatever is joined', () => {
    const name = fc.constantFrom(...'abcdefgh');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 14 }), (pairs) => {
        const edges = pairs.filter(([from, to]) => from !== to).map(([from, to]) => edge(from, to));
        const places = layOut(edges);
        const names = new Set(edges.flatMap(({ from, to }) => [from, to]));
        expect(new Set(places.map((place) => place.name))).toEqual(names);
        expect(places.length).toBe(names.size);
        expect(new Set(places.map(({ column, row }) => `${column},${row}`)).size).toBe(places.length);
        for (const { column } of places) expect(column).toBeLessThan(3);
      }),
    );
  });
});
