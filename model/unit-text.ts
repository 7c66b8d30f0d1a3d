const symbols: Readonly<Record<string, string>> = {
  degC: '°C',
  celsius: '°C',
  kelvin: 'K',
  second: 's',
  seconds: 's',
  minute: 'min',
  hour: 'h',
  percent: '%',
  dimensionless: '',
};

/** A unit as people write it: `degC` is °C, `ul/min` is µl/min. Unknown units stay as they are. */
export function unitText(unit: string): string {
  return symbols[unit] ?? unit.replace(/\bu(?=[lLgmM]\b)/g, 'µ').replace(/\bdegC\b/g, '°C');
}

/** A number of a device with as many decimals as its resolution has; at most three when it has none. */
export function numberText(value: number, resolution: number | null = null): string {
  if (!Number.isFinite(value)) return '–';
  if (resolution === null || resolution <= 0) return String(Math.round(value * 1000) / 1000);
  return value.toFixed(Math.min(6, Math.max(0, Math.ceil(-Math.log10(resolution) - 1e-9))));
}
