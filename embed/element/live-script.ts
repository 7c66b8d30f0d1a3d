/** The live part as a script: what the element loads when there is time. */
import { Live } from './Live.js';

Object.assign(globalThis, { processPlaygroundLive: Live });
