import type { Fail } from './document-reader.js';
import type { WrittenDevice } from './read-bench.js';

/** Checks what devices are joined to: it has to be there, to fit, to be free, and not to lead back. */
export function checkWiring(devices: readonly WrittenDevice[], fail: Fail): void {
  const byName = new Map(devices.map((device) => [device.description.name, device]));
  const taken = new Map<string, string>();
  for (const device of devices) {
    const { description, type, wires } = device;
    for (const [port, { needed, accepts, description: what }] of Object.entries(type.ports ?? {})) {
      if (needed && !wires.has(port))
        fail(
          device.span,
          `${description.name} is joined to nothing at “${port}” and can do nothing without it.`,
          `${what}: ${accepts.join(', ')}.`,
        );
    }
    for (const [port, span] of wires) {
      const name = description.wiring?.[port] ?? '';
      const other = byName.get(name);
      const { accepts = [], sole } = type.ports?.[port] ?? {};
      const place = `${name} ${sole}`;
      if (other === undefined) fail(span, `There is no device ${name} on this bench.`, `There are: ${[...byName.keys()].join(', ')}.`);
      else if (!accepts.includes(other.type.type))
        fail(span, `${name} is a ${other.type.type}, which does not fit there.`, `What fits: ${accepts.join(', ')}.`);
      else if (leadsTo(other, device, byName))
        fail(span, `This leads back to ${description.name}: the wiring goes round in a circle.`, 'Leave one of its wires out.');
      else if (sole !== undefined && taken.has(place))
        fail(
          span,
          `${taken.get(place)!} is joined to ${name} already, and ${sole}.`,
          `Add a ${other.type.label.toLowerCase()} for this one.`,
        );
      else taken.set(place, description.name);
    }
  }
}

/** Whether one follows the wires of `from` to `to`, which may be itself. */
function leadsTo(from: WrittenDevice, to: WrittenDevice, byName: ReadonlyMap<string, WrittenDevice>): boolean {
  const seen = new Set<WrittenDevice>();
  const next = [from];
  for (let device = next.pop(); device !== undefined; device = next.pop()) {
    if (device === to) return true;
    if (seen.has(device)) continue;
    seen.add(device);
    for (const name of Object.values(device.description.wiring ?? {})) {
      const other = byName.get(name);
      if (other !== undefined) next.push(other);
    }
  }
  return false;
}
