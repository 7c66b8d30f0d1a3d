import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePng } from './png.js';

interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
  readonly checksum: number;
}

function chunksOf(file: Uint8Array): readonly Chunk[] {
  const view = new DataView(file.buffer);
  const chunks: Chunk[] = [];
  for (let at = 8; at < file.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    chunks.push({ type, content: file.subarray(at + 8, at + 8 + length), checksum: view.getUint32(at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** The pixels of a grey 8-bit PNG without filters, by a decompressor that is not ours: it checks the lengths and the checksum of the data. */
function decode(file: Uint8Array): { readonly width: number; readonly height: number; readonly pixels: readonly number[] } {
  const content = (wanted: string) => chunksOf(file).find(({ type }) => type === wanted)!.content;
  const header = new DataView(content('IHDR').slice().buffer);
  const [width, height] = [header.getUint32(0), header.getUint32(4)];
  const rows = inflateSync(content('IDAT'));
  const pixels: number[] = [];
  for (let row = 0; row < height; row++) {
    expect(rows[row * (width + 1)]).toBe(0);
    pixels.push(...rows.subarray(row * (width + 1) + 1, (row + 1) * (width + 1)));
  }
  expect(rows.length).toBe(height * (width + 1));
  return { width, height, pixels };
}

const picture = (width: number, height: number) => ({
  width,
  height,
  pixels: Uint8Array.from({ length: width * height }, (_, pixel) => (pixel * 7 + (pixel >> 5)) & 255),
});

describe('a PNG file', () => {
  it('gives back every pixel, also in more blocks than one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (width, height) => {
        const taken = picture(width, height);
        expect(decode(encodePng(taken, 1))).toEqual({ width, height, pixels: [...taken.pixels] });
      }),
      { numRuns: 30 },
    );
    const large = picture(400, 330);
    expect(decode(encodePng(large, 1)).pixels).toEqual([...large.pixels]);
  });

  it('is smaller than its pixels, and the same bytes each time', () => {
    const once = encodePng(picture(256, 192), 1);
    expect(once.length).toBeLessThan((256 * 192) / 2);
    expect(encodePng(picture(256, 192), 1)).toEqual(once);
  });

  it('is grey, 8 bits deep, and says how large a pixel is', () => {
    const chunks = chunksOf(encodePng(picture(3, 2), 1.3));
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'pHYs', 'IDAT', 'IEND']);
    expect([...chunks[0]!.content]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0]);
    const size = new DataView(chunks[1]!.content.slice().buffer);
    expect([size.getUint32(0), size.getUint32(4), size.getUint8(8)]).toEqual([769_231, 769_231, 1]);
  });

  it('has the checksums that the format asks for', () => {
    const checksums = Object.fromEntries(
      chunksOf(encodePng({ width: 1, height: 1, pixels: Uint8Array.of(0) }, 1)).map((chunk) => [chunk.type, chunk.checksum]),
    );
    // Of a header of one grey pixel and of an empty end, as every program writes them.
    expect(checksums).toMatchObject({ IHDR: 0x3a7e9b55, IEND: 0xae426082 });
  });
});
