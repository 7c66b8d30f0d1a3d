import { type ColourName, type Kind, kinds, styles } from './kinds.js';

/** A colour in both forms that drawing needs: for the canvas, and as a pixel of an `ImageData` read as 32 bits. */
export interface Colour {
  readonly css: string;
  readonly pixel: number;
}

/** All colours of the timeline, as the tokens of the page give them just now. */
export interface Palette {
  readonly ground: Colour;
  readonly grid: Colour;
  readonly fold: Colour;
  readonly line: Colour;
  readonly ink: Colour;
  readonly dim: Colour;
  /** By the rank of a kind. */
  readonly fills: readonly Colour[];
  /** Text upon these. */
  readonly texts: readonly string[];
  /** Lines of plots, one after the other. */
  readonly plots: readonly Colour[];
  readonly font: string;
  readonly mono: string;
}

/** Ties a colour of CSS to what a canvas makes of it. */
type Reader = (css: string) => Colour;

const plotColours: readonly ColourName[] = ['run', 'accent', 'jump', 'halt', 'done'];

/**
 * Reads the tokens where `element` stands. A custom property holds its text (`light-dark(…)`), so each goes through the colour of an
 * element of its own, and through a pixel: that understands every way of writing a colour. With forced colours all become the system's,
 * and shapes and labels alone tell the kinds apart.
 */
export function readPalette(element: HTMLElement): Palette {
  const probe = element.appendChild(document.createElement('i'));
  // Mixtures of the system's colours are the system's as well.
  probe.style.setProperty('forced-color-adjust', 'none');
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const read: Reader = (css) => {
    probe.style.color = css;
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const pixel = new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0]!;
    return { css: context.fillStyle, pixel };
  };
  const { fontFamily } = getComputedStyle(element);
  try {
    return matchMedia('(forced-colors: active)').matches ? forced(read, fontFamily) : themed(read, fontFamily);
  } finally {
    probe.remove();
  }
}

function themed(read: Reader, family: string): Palette {
  const mixed = (colour: string, part: number): Colour => read(`color-mix(in srgb, var(--${colour}) ${part}%, var(--bg))`);
  return {
    ground: read('var(--bg)'),
    grid: mixed('line', 55),
    fold: mixed('line', 35),
    line: read('var(--line)'),
    ink: read('var(--ink)'),
    dim: read('var(--dim)'),
    fills: kinds.map((kind) => mixed(styles[kind].colour, styles[kind].quiet ? quietPart(kind) : 88)),
    texts: kinds.map((kind) => (styles[kind].quiet ? read('var(--ink)') : read('light-dark(#ffffff, #0b0f13)')).css),
    plots: plotColours.map((colour) => read(`var(--${colour})`)),
    font: `500 10.5px ${family}`,
    mono: `10.5px ${family}`,
  };
}

/** What is quiet still has to be seen beside the ground. */
function quietPart(kind: Kind): number {
  return kind === 'plain' ? 24 : 30;
}

function forced(read: Reader, family: string): Palette {
  const [ground, ink] = [read('Canvas'), read('CanvasText')];
  const mixed = (part: number): Colour => read(`color-mix(in srgb, CanvasText ${part}%, Canvas)`);
  const quiet = mixed(30);
  return {
    ground,
    grid: mixed(22),
    fold: mixed(12),
    line: mixed(60),
    ink,
    dim: ink,
    fills: kinds.map((kind) => (styles[kind].quiet ? quiet : styles[kind].colour === 'fail' ? read('LinkText') : ink)),
    texts: kinds.map((kind) => (styles[kind].quiet ? ink : ground).css),
    plots: [ink],
    font: `500 10.5px ${family}`,
    mono: `10.5px ${family}`,
  };
}
