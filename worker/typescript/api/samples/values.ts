import * as am from 'automancer';
import { pump, thermostat } from 'hardware';
import { same } from './same.js';

export async function quantities() {
  const time = am.q('1.5 hr').plus(am.quantityOf(5, 'min'));
  same<typeof time, am.Quantity>(true);
  time.valueIn('min') satisfies number;
  const value: unknown = time;
  if (value instanceof am.Quantity) value.over(am.q('2 s'));
  // @ts-expect-error Quantities are made by am.q() and am.quantityOf().
  new am.Quantity(5);
  // @ts-expect-error Operators do not know units.
  time * 2;

  const term = new am.DurationTerm(5).plus(new am.DatetimeTerm(10));
  same<typeof term, am.DatetimeTerm>(true);
  const request = new am.ProcessJumpRequest({ index: 1 });
  request satisfies am.JumpRequest;
}

export async function devices(context: am.ProcessContext) {
  await thermostat.setpoint.write('37 degC');
  await thermostat.setpoint.write(null);
  // @ts-expect-error A flow cannot be turned off: 0 stops it.
  await pump.flow.write(null);
  // @ts-expect-error The readout cannot be written.
  thermostat.readout.write('37 degC');
  const reached = await context.wait(thermostat.readout.reach('36.8 degC', { tolerance: '0.2 K' }));
  same<typeof reached, am.Quantity>(true);
  using claim = await pump.flow.claim();
  if (claim.owned) await pump.flow.write(am.q('10 µl/min'));
  if (!thermostat.connected) throw new am.ProcessFailureError('The thermostat is disconnected.');
  const volume = pump.dispensed.value;
  same<typeof volume, am.Quantity | undefined>(true);
}

export const types: readonly am.DataType[] = [
  new am.RecordType({ a: new am.Attribute(new am.IntType({ mode: 'any' })), b: new am.BoolType() }),
  new am.EnumType('a', 'b'),
  new am.ListType(new am.StrType()),
  new am.KVDictType(new am.IdentifierType()),
  new am.QuantityType('second', { allowNil: true }),
  new am.UnionType(new am.AnyType(), new am.StrType()),
];
