/** The services of a run that are no devices. Start reading at services.ts; how time passes in them is in exchange.ts. */
import * as errors from './errors.js';

/** What services raise: what the module `hardware` exports of them. */
export const serviceErrors = { ...errors };
export { Services, type ServiceEvent } from './services.js';
export { cleanPath } from './file-path.js';
