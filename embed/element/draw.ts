/** Elements without a framework: what an embedded example looks like before anything runs. */
import { highlight } from './highlight.js';

type Child = Node | string | null;

/** An element; `attributes` that are `null` are left out. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** The shapes on the buttons, as those of the playground are, by the kind of the button. */
export const shapes: Readonly<Record<string, string>> = {
  primary: 'M5 3l14 9-14 9z',
  pause: 'M6 4h4v16H6zM14 4h4v16h-4z',
  halt: 'M4 4h16v16H4z',
};

export function icon(shape: string): Node {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', shape);
  for (const [key, value] of Object.entries({
    viewBox: '0 0 24 24',
    width: '14',
    height: '14',
    fill: 'currentColor',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(key, value);
  svg.append(path);
  return svg;
}

/** The text in colours, a line marked. */
export function paintInto(pre: HTMLElement, text: string, marked: number | null): void {
  pre.replaceChildren(
    ...highlight(text.replace(/\n$/, '')).map((pieces, index) =>
      make(
        'div',
        { class: index + 1 === marked ? 'line at' : 'line' },
        ...pieces.map(({ kind, text: words }) => (kind ? make('span', { class: kind }, words) : words)),
      ),
    ),
  );
}
