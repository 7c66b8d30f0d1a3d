/** What `read` gives; `fallback` when code of the process that runs behind it (a getter, a proxy, a `toString`) raises. */
export function safely<T>(read: () => T, fallback: T): T {
  try {
    return read();
  } catch {
    return fallback;
  }
}
