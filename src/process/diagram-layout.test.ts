import { describe, expect, it } from 'vitest';
import { ownerNodes, ownerWays } from '../../model/owner-diagram.js';
import { diagramLines, diagramSize, nodeBoxes } from './diagram-layout.js';

describe('the picture of the owner', () => {
  it('draws a line for every way', () => {
    const drawn = new Set(diagramLines.flatMap(({ ways }) => ways));
    expect(Object.keys(ownerWays).filter((way) => !drawn.has(way as never))).toEqual([]);
  });

  it('keeps its states apart, and in the picture', () => {
    for (const node of ownerNodes) {
      const a = nodeBoxes[node];
      expect(a.x + a.width).toBeLessThanOrEqual(diagramSize.width);
      expect(a.y + a.height).toBeLessThanOrEqual(diagramSize.height);
      for (const other of ownerNodes) {
        if (other === node) continue;
        const b = nodeBoxes[other];
        const apart = a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;
        expect({ node, other, apart }).toEqual({ node, other, apart: true });
      }
    }
  });
});
