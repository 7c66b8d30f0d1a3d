/** Whether the text around an element is light, whatever made it so: the theme of the page is dark then. */
export function themeAround(element: Element): 'light' | 'dark' {
  const [red = 0, green = 0, blue = 0] = numbers(getComputedStyle(element).color);
  return 0.3 * red + 0.6 * green + 0.1 * blue > 0.5 ? 'dark' : 'light';
}

/** The parts of a colour, from 0 to 1: `rgb(…)` counts to 255, `color(srgb …)` to 1; of the others the first number is the lightness. */
function numbers(color: string): readonly number[] {
  const parts = (color.match(/[\d.]+(?![\w-]*\()/g) ?? []).map(Number);
  if (color.startsWith('rgb')) return parts.map((part) => part / 255);
  if (color.startsWith('color')) return parts;
  const lightness = (parts[0] ?? 0) / (/^(?:lab|lch)/.test(color) ? 100 : 1);
  return [lightness, lightness, lightness];
}
