/** An objective 10×/0.3 as every maker has one, and green light (520 nm, fluorescein). */
const aperture = 0.3;
const wavelength = 0.52;

/**
 * How wide a small spot looks: the standard deviation, in µm, of the bell curve that stands for its picture. Three widths add up as
 * their squares do:
 * - of diffraction, 0.225 λ/NA (Zhang, Zerubia and Olivo-Marin, Applied Optics 46 (2007) 1819, table 1: 2D widefield);
 * - of the spot itself: a disc of diameter d has a standard deviation of d/4 along each axis;
 * - of what is out of focus: geometrical optics spreads a point over a disc of radius |z| tan α, where sin α is the aperture (in air).
 *
 * `diameter` and `defocus` in µm.
 */
export function spotWidth(diameter: number, defocus: number): number {
  const diffraction = (0.225 * wavelength) / aperture;
  const blur = Math.abs(defocus) * (aperture / Math.sqrt(1 - aperture ** 2));
  return Math.sqrt(diffraction ** 2 + (diameter / 4) ** 2 + (blur / 2) ** 2);
}
