import { zlibSync } from 'fflate';
import type { Picture } from './picture.js';

/**
 * A grey 8-bit picture as a PNG file (W3C, *Portable Network Graphics*, third edition). `pixelSize`: µm of what is seen per pixel, written
 * down as the size of a pixel, so that programs can measure in the picture.
 *
 * The same picture gives the same bytes everywhere: docs/decisions/0070-pictures-are-compressed-by-fflate.md.
 */
export function encodePng({ width, height, pixels }: Picture, pixelSize: number): Uint8Array {
  const rows = new Uint8Array(height * (width + 1));
  // Every row begins with the number of its filter: 0, none.
  for (let row = 0; row < height; row++) rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const perMetre = Math.round(1e6 / pixelSize);
  return joined([
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    // 8 bits, grey; deflate, adaptive filters, not interlaced.
    chunk('IHDR', [...bytes(width), ...bytes(height), 8, 0, 0, 0, 0]),
    // 1: per metre.
    chunk('pHYs', [...bytes(perMetre), ...bytes(perMetre), 1]),
    chunk('IDAT', zlibSync(rows, { level: 6 })),
    chunk('IEND', []),
  ]);
}

/** Length, type, content, and a checksum over type and content. */
function chunk(type: string, content: ArrayLike<number>): Uint8Array {
  const checked = joined([[...type].map((letter) => letter.charCodeAt(0)), content]);
  return joined([bytes(content.length), checked, bytes(crc32(checked))]);
}

/** PNG, annex D; polynomial 0xEDB88320. */
function crc32(data: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of data) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}

/** A 32-bit number, the most significant byte first. */
function bytes(value: number): readonly number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function joined(parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
