/** How many of the newest versions are all kept. */
export const newestKept = 20;
/** How many versions of a project are kept at most. */
export const mostVersions = 60;
/** How many characters all versions of a project have at most; the newest is kept whatever its length. */
export const mostCharacters = 4_000_000;

const hour = 3_600_000;
const day = 24 * hour;

/** What of a version decides. */
interface Thinned {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** In characters. */
  readonly size: number;
}

/**
 * Which versions are let go. The newest twenty stay; of those before them the last of every hour within the last day, and the last of every
 * day before; in all at most sixty, and at most four million characters.
 *
 * @param versions the newest first
 * @param now milliseconds since 1970
 */
export function thinned<One extends Thinned>(versions: readonly One[], now: number): readonly One[] {
  const slots = new Set<string>();
  const gone: One[] = [];
  let count = 0;
  let characters = 0;
  for (const [index, version] of versions.entries()) {
    const slot = now - version.at < day ? `hour ${Math.floor(version.at / hour)}` : `day ${Math.floor(version.at / day)}`;
    const wanted = index < newestKept || !slots.has(slot);
    slots.add(slot);
    const fits = count < mostVersions && (count === 0 || characters + version.size <= mostCharacters);
    if (wanted && fits) {
      count++;
      characters += version.size;
    } else gone.push(version);
  }
  return gone;
}
