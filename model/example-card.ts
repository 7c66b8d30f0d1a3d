import type { RunPicture } from './run-picture.js';

/** What an example is made of, found in its code and in its run: `card.json` of its folder, which `npm run examples` writes. */
export interface ExampleCard {
  /** The devices and services that it imports, by the names under which it does: `thermostat`, `web`. */
  readonly devices: readonly string[];
  /** What of the process API it uses: `am.shield`, `context.wait`, `pump.flow.write`. */
  readonly names: readonly string[];
  /** The run of its `scenario.json`. */
  readonly picture: RunPicture;
}
