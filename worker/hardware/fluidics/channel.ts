/** What a channel or a tube is like inside. Lengths in metres. */
export type ChannelShape =
  | { readonly type: 'round'; readonly diameter: number; readonly length: number }
  | { readonly type: 'rectangular'; readonly width: number; readonly height: number; readonly length: number };

/** One mbar per µl/min, in Pa·s/m³. */
const mbarPerMicrolitreMinute = 100 / (1e-9 / 60);

/**
 * Hydraulic resistance of a channel with slow (laminar) flow, in mbar/(µl/min): the pressure that it takes is flow × resistance.
 * `viscosity` in Pa·s. Raises `RangeError` for sizes that no channel has.
 *
 * Source: Bruus, *Theoretical Microfluidics* (Oxford, 2008), table 4.1:
 * - round, of radius a (Hagen–Poiseuille): 8 η L / (π a⁴), exact;
 * - rectangular, of height h ≤ width w: 12 η L / (w h³ (1 − 0.63 h/w)); 13 % off for a square one, 0.2 % at half the height, less below.
 */
export function hydraulicResistance(shape: ChannelShape, viscosity: number): number {
  for (const [name, size] of Object.entries({ ...shape, viscosity })) {
    if (name !== 'type' && !(Number(size) > 0 && Number.isFinite(size)))
      throw new RangeError(`The ${name} of a channel must be more than 0, not ${size}.`);
  }
  return pascalSeconds(shape, viscosity) / mbarPerMicrolitreMinute;
}

/** In Pa·s/m³. */
function pascalSeconds(shape: ChannelShape, viscosity: number): number {
  if (shape.type === 'round') return (8 * viscosity * shape.length) / (Math.PI * (shape.diameter / 2) ** 4);
  const height = Math.min(shape.width, shape.height);
  const width = Math.max(shape.width, shape.height);
  return (12 * viscosity * shape.length) / (width * height ** 3 * (1 - (0.63 * height) / width));
}
