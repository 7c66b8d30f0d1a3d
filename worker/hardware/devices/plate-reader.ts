import type { Coroutine } from '../../task/index.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';

const wells = ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1', 'h1'] as const;
/** l/(mol·cm), of p-nitrophenolate at 405 nm in alkali: the value that phosphatase assays commonly use for their yellow product. */
const extinction = 18_000;
const peak = 405;
/** nm; half width of its band, as a bell curve. Chosen. */
const bandWidth = 28;
/** cm: 200 µl in a round well of 6.9 mm, 0.2 cm³ over 0.374 cm². */
const pathLength = 0.535;
/** Standard deviation of what the detector takes for the transmitted part. Chosen. */
const detectorNoise = 0.0003;
/** Seconds for one well, its lamp flashes included. Chosen. */
const secondsPerWell = 0.4;

export const plateReader: DeviceType = {
  type: 'plate-reader',
  label: 'Plate reader',
  description: 'Measures the absorbance of a column of eight wells: a dilution series of a yellow dye, the last one blank.',
  parameters: {
    stock: { description: 'Concentration in the first well, in µmol/l', unit: 'µM', default: 400, range: [0, 100_000] },
    dilution: { description: 'From well to well, the concentration divided by', unit: '', default: 2, range: [1, 100] },
    stray: { description: 'Part of the light that reaches the detector beside the wells', unit: '', default: 0.001, range: [0, 0.1] },
  },
  create: (setup) => new PlateReader(setup),
};

/**
 * Beer–Lambert, A = ε·c·l, as a detector sees it to which stray light comes as well: A' = −log₁₀((T + s)/(1 + s)), which never
 * exceeds log₁₀((1 + s)/s) (Skoog, Holler & Crouch, Principles of Instrumental Analysis, section 13B).
 */
class PlateReader extends Device {
  #wavelength = peak;
  readonly wavelength = this.numeric('wavelength', {
    label: 'Wavelength',
    unit: 'nm',
    range: [350, 750],
    resolution: 1,
    read: () => this.#wavelength,
    write: (wavelength) => {
      this.beforeChange();
      this.#wavelength = wavelength ?? peak;
    },
  });
  readonly wells = wells.map((well, index) => {
    const random = this.random(well);
    const node = this.numeric(`wells.${well}`, {
      label: `Well ${well.toUpperCase()}`,
      unit: '',
      resolution: 0.001,
      read: (at): number => node.kind.round(this.#absorbance(index, detectorNoise * random.noise(at))),
      observation: { type: 'polled', seconds: 10 },
    });
    return node;
  });

  constructor(setup: DeviceSetup) {
    super(setup, { latency: 0.02 });
    this.action({ name: 'measure', waitsFor: 'the plate to be read', owns: [], run: () => this.#measure() });
  }

  protected get activity(): string {
    return `at ${this.#wavelength} nm`;
  }

  protected override get headline() {
    return this.wells[0]!;
  }

  /** Reads well after well; gives the absorbances by well. Raises `NodeUnavailableError` when one of them cannot be read. */
  *#measure(): Coroutine<Readonly<Record<string, number>>> {
    const absorbances: Record<string, number> = {};
    yield* this.link.ask(() => {
      // A well that answers late keeps the others waiting.
      const late = this.wells.reduce((sum, { trouble }) => sum + trouble.delay(), 0);
      this.link.busy(wells.length * secondsPerWell + late);
    });
    for (const [index, node] of this.wells.entries()) {
      const reading = node.answer();
      node.observed(reading);
      absorbances[wells[index]!] = reading.value ?? 0;
    }
    return absorbances;
  }

  #absorbance(index: number, noise: number): number {
    const blank = index === wells.length - 1;
    const concentration = blank ? 0 : (this.setup.parameter('stock') * 1e-6) / this.setup.parameter('dilution') ** index;
    const band = Math.exp(-0.5 * ((this.#wavelength - peak) / bandWidth) ** 2);
    const transmitted = 10 ** -(extinction * band * concentration * pathLength);
    const stray = this.setup.parameter('stray');
    return -Math.log10(Math.max(1e-6, (transmitted + stray) / (1 + stray) + noise));
  }
}
