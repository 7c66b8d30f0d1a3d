import type { EventLoop } from '../task/index.js';
import { createAsyncio } from './asyncio-module.js';
import { createAutomancer } from './automancer-module.js';
import { createBlockingDrivers } from './blocking-drivers.js';

type Hardware = typeof import('hardware');

/** What process code can import, by name of the module. */
export interface ProcessModules {
  readonly automancer: typeof import('automancer');
  readonly asyncio: typeof import('asyncio');
  /** The devices of the bench, the services, and what devices raise. */
  readonly hardware: Readonly<Record<string, unknown>>;
}

/** What the modules need of a run. */
export interface ModuleEnvironment {
  readonly loop: EventLoop;
  /** The bench, with its devices as process code sees them. */
  readonly bench: { readonly devices: Readonly<Record<string, object>>; readonly watchNodes: (nodes: unknown, types?: unknown) => object };
  /** The services, with their drivers that block. */
  readonly services: Pick<Hardware, 'files' | 'web' | 'mail'> & { readonly blocking: Omit<Hardware['blocking'], 'sleep'> };
  /** What devices raise. */
  readonly deviceErrors: Pick<Hardware, 'ClaimedError' | 'NodeUnavailableError' | 'OutOfRangeError'>;
  /** What services raise. */
  readonly serviceErrors: Pick<
    Hardware,
    | 'FileNotFoundError'
    | 'OSError'
    | 'HTTPError'
    | 'NewConnectionError'
    | 'ReadTimeoutError'
    | 'MaxRetryError'
    | 'ConnectionRefusedError'
    | 'gaierror'
    | 'SMTPException'
    | 'SMTPServerDisconnected'
    | 'SMTPNotSupportedError'
    | 'SMTPResponseException'
    | 'SMTPAuthenticationError'
    | 'SMTPSenderRefused'
    | 'SMTPRecipientsRefused'
  >;
}

/** Makes the modules of one run. The compiler holds them to the declarations in `api/`, which the editor shows. */
export function createModules({ loop, bench, services, deviceErrors, serviceErrors }: ModuleEnvironment): ProcessModules {
  return {
    automancer: createAutomancer(loop),
    asyncio: createAsyncio(loop),
    hardware: {
      ...bench.devices,
      ...deviceErrors,
      ...serviceErrors,
      watch: bench.watchNodes,
      files: services.files,
      web: services.web,
      mail: services.mail,
      blocking: createBlockingDrivers(loop, services.blocking),
    },
  };
}
