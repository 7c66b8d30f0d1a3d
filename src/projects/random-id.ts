/** A name that nothing else has: 32 hexadecimal digits. Unlike `crypto.randomUUID`, it is there also where the page came without encryption. */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
