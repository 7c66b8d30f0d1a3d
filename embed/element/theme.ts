/** Whether the text around an element is light, whatever made it so: the theme of the page is dark then. */
export function themeAround(element: Element): 'light' | 'dark' {
  const { color } = getComputedStyle(element);
  const [first = 0, second = first, third = second] = (color.match(/[\d.]+/g) ?? []).map(Number);
  // `rgb(…)` counts to 255; of the others the first number tells the most, from 0 to 1.
  return (color.startsWith('rgb') ? (0.3 * first + 0.6 * second + 0.1 * third) / 255 : first) > 0.5 ? 'dark' : 'light';
}
