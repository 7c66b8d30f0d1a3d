import type { Coroutine } from '../../task/index.js';
import { Device } from '../device.js';
import type { DeviceSetup, DeviceType } from '../device-type.js';
import { NodeUnavailableError } from '../errors.js';
import { pixelSize, takePicture } from '../imaging/picture.js';
import { encodePng } from '../imaging/png.js';
import { Specimen } from '../imaging/specimen.js';
import { Listeners } from '../listeners.js';
import { SeededRandom } from '../seeded-random.js';
import { Stage } from './stage.js';

/** Seconds that a picture takes to the computer: 192 rows, read out at 10 µs each, and 49 kB by USB 2. */
const readout = 0.004;
/** How often the place is looked at while the shutter is open: a stage that moves smears the picture. */
const glances = 5;

export const camera: DeviceType = {
  type: 'camera',
  label: 'Camera',
  description: 'A camera on a microscope, which sees stained cells where the stage is and keeps its pictures as files.',
  ports: {
    stage: { description: 'What carries the slide; without it the camera always sees the same place', accepts: ['stage'], needed: false },
  },
  create: (setup) => new Camera(setup),
};

type Place = readonly [x: number, y: number];

/** A camera with a focus drive. */
class Camera extends Device {
  readonly #specimen = new Specimen(this.setup.seed);
  readonly #taken = new Listeners();
  #exposure = 20;
  #focus = 0;
  #pictures = 0;
  #busy = false;
  readonly exposure = this.numeric('exposure', {
    label: 'Exposure',
    unit: 'ms',
    range: [0.1, 1000],
    resolution: 0.1,
    read: () => this.#exposure,
    write: (exposure) => {
      this.#exposure = exposure ?? this.#exposure;
    },
  });
  readonly focus = this.numeric('focus', {
    label: 'Focus',
    unit: 'µm',
    range: [-150, 150],
    resolution: 0.1,
    read: () => this.#focus,
    write: (focus) => {
      this.#focus = focus ?? this.#focus;
    },
  });
  readonly pictures = this.numeric('pictures', {
    label: 'Pictures',
    unit: '',
    resolution: 1,
    read: () => this.#pictures,
    observation: { type: 'pushed', subscribe: (changed) => this.#taken.add(changed) },
  });

  constructor(setup: DeviceSetup) {
    // Latency: a request and its answer by USB take a frame of 1 ms each.
    super(setup, { latency: 0.002 });
    this.action({
      name: 'capture',
      waitsFor: 'a picture',
      owns: [this.exposure, this.focus],
      run: (path) => this.#capture(path),
    });
  }

  protected get activity(): string {
    if (this.#busy) return 'exposing';
    return this.#pictures === 1 ? '1 picture' : `${this.#pictures} pictures`;
  }

  *#capture(name: unknown): Coroutine<string> {
    const path = fileName(name ?? `${this.id}-${String(this.#pictures + 1).padStart(4, '0')}.png`);
    const { store } = this.setup;
    if (store === undefined) throw new NodeUnavailableError('There is nowhere to keep a picture, so none is taken.');
    if (this.#busy) throw new NodeUnavailableError(`${this.label} is taking a picture already: wait for it first.`);
    this.#busy = true;
    try {
      const [exposure, focus] = yield* this.link.ask(() => [this.#exposure, this.#focus] as const);
      const random = new SeededRandom(this.setup.seed, `${this.id}.picture ${this.loop.clock.now}`);
      const places = yield* this.#expose(exposure / 1000);
      const png = yield* this.link.ask(() => {
        this.link.busy(readout);
        return encodePng(takePicture(this.#specimen, { places, focus, exposure, random }), pixelSize);
      });
      store(path, png);
      this.beforeChange();
      this.#pictures++;
      this.#taken.tell();
      return path;
    } finally {
      this.#busy = false;
    }
  }

  /** Where it looks while its shutter is open, µm; one place while the stage stands still. */
  *#expose(seconds: number): Coroutine<readonly Place[]> {
    const places: Place[] = [this.#place()];
    for (let glance = 1; glance < glances; glance++) {
      yield this.loop.sleep(seconds / (glances - 1));
      places.push(this.#place());
    }
    const [first] = places;
    return places.every(([x, y]) => x === first?.[0] && y === first[1]) ? places.slice(0, 1) : places;
  }

  #place(): Place {
    const stage = this.setup.wired('stage');
    const [x, y] = stage instanceof Stage ? stage.place(this.loop.clock.now) : [0, 0];
    return [x * 1000, y * 1000];
  }
}

/** With `.png` at its end. */
function fileName(given: unknown): string {
  if (typeof given !== 'string' || given === '') throw new TypeError("The path of a picture is a text, such as 'scan/1.png'.");
  return /\.png$/i.test(given) ? given : `${given}.png`;
}
