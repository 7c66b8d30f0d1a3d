import type { DeviceView } from '../../model/devices.js';
import type { FaultCommand } from '../../model/faults.js';
import type { ServiceFaultCommand } from '../../model/service-faults.js';
import type { ServicesView } from '../../model/services.js';

/** What ending faults needs of the runtime. */
export interface FaultsPort {
  readonly snapshot: { readonly devices: readonly DeviceView[] };
  readonly services: ServicesView;
  fault(command: FaultCommand): Promise<void>;
  serviceFault(command: ServiceFaultCommand): Promise<void>;
}

/** Ends every fault that is on. */
export function endFaults(port: FaultsPort): void {
  for (const { id, faults } of port.snapshot.devices) {
    for (const { node, type } of faults) void port.fault({ device: id, ...(node === null ? {} : { node }), type, active: false });
  }
  for (const { service, type } of port.services.faults) {
    // A view has the type of its service.
    void port.serviceFault({ service, type, active: false } as ServiceFaultCommand);
  }
}
