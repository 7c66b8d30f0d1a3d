/** Text as bytes in UTF-8, which the language itself does not offer. Half a pair of surrogates becomes U+FFFD, as the Encoding Standard has it. */
export function encodeUtf8(text: string): Uint8Array {
  // Three bytes are the most that a unit of UTF-16 takes.
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes[length++] = code;
    else {
      const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[length++] = [0xc0, 0xe0, 0xf0][more - 1]! | (code >> (6 * more));
      for (let index = more - 1; index >= 0; index--) bytes[length++] = 0x80 | ((code >> (6 * index)) & 0x3f);
    }
  }
  return bytes.slice(0, length);
}

/** The text of bytes in UTF-8; `null` when they are none. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let codes: number[] = [];
  for (let index = 0; index < bytes.length;) {
    const first = bytes[index++]!;
    const more =
      first < 0x80 ? 0 : first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : -1;
    if (more === -1) return null;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let count = 0; count < more; count++) {
      const next = bytes[index++];
      if (next === undefined || (next & 0xc0) !== 0x80) return null;
      code = (code << 6) | (next & 0x3f);
    }
    // Longer than it had to be, half a pair, or beyond what there is.
    if ((more === 2 && code < 0x800) || (more === 3 && (code < 0x10000 || code > 0x10ffff)) || (code >= 0xd800 && code <= 0xdfff))
      return null;
    codes.push(code);
    if (codes.length === 4096) {
      parts.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  return parts.join('') + String.fromCodePoint(...codes);
}
