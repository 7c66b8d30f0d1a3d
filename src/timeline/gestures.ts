/** What fingers, mouse and wheel mean on the timeline (as in Perfetto and Chrome's own tools), apart from what it shows. */
export interface GestureTarget {
  /** Pixels of the page from the left edge of the picture; `null`: the pointer has left. */
  hover(place: { readonly x: number; readonly y: number } | null): void;
  /** Chooses the instant at `x`. */
  select(x: number): void;
  /** Moves the picture so many pixels to the left: later times come into sight. */
  pan(pixels: number): void;
  /** Above 1: nearer. */
  zoom(factor: number, x: number): void;
  fit(): void;
  /** Whether there are more lanes than are in sight: then a plain wheel scrolls. */
  overflows(): boolean;
}

/** A press that moves less than this is a click. */
const clickPixels = 4;
/** How much a notch of a wheel zooms. */
const wheelStrength = 0.0018;

interface Finger {
  readonly startX: number;
  x: number;
  y: number;
  moved: boolean;
}

/**
 * Listens on `area`. Drag pans, click chooses, a double click shows everything, two fingers zoom. Ctrl or ⌘ with the wheel zooms, as does
 * the pinch of a touchpad (browsers tell it as that); Shift or a sideways wheel pans; a plain wheel scrolls the lanes where they overflow
 * and zooms where nothing could scroll. With `scrubs` a drag chooses instants instead: on the axis.
 */
export function gestures(area: HTMLElement, target: GestureTarget, scrubs = false): () => void {
  const fingers = new Map<number, Finger>();
  const xOf = (event: MouseEvent): number => event.clientX - area.getBoundingClientRect().left;
  const yOf = (event: MouseEvent): number => event.clientY - area.getBoundingClientRect().top;

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    area.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { startX: xOf(event), x: xOf(event), y: yOf(event), moved: false });
    if (scrubs) target.select(xOf(event));
  };
  const move = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId);
    const [x, y] = [xOf(event), yOf(event)];
    if (event.pointerType === 'mouse' || finger) target.hover({ x, y });
    if (!finger) return;
    const [before, others] = [finger.x, [...fingers.values()].filter((other) => other !== finger)];
    finger.moved ||= Math.abs(x - finger.startX) >= clickPixels;
    finger.x = x;
    finger.y = y;
    if (!finger.moved) return;
    const [other] = others;
    if (other) {
      other.moved = true;
      const apart = Math.max(1, Math.abs(before - other.x));
      target.zoom(Math.max(1, Math.abs(x - other.x)) / apart, (x + other.x) / 2);
      target.pan((before - x) / 2);
    } else if (scrubs) target.select(x);
    else target.pan(before - x);
  };
  const up = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId);
    fingers.delete(event.pointerId);
    if (finger && !finger.moved && !scrubs && event.type === 'pointerup') target.select(xOf(event));
    if (event.pointerType !== 'mouse') target.hover(null);
  };
  const leave = (): void => {
    if (fingers.size === 0) target.hover(null);
  };
  const wheel = (event: WheelEvent): void => {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const [sideways, along] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      // A pinch comes in small steps, a wheel in large ones.
      const strength = Math.abs(along) < 20 ? wheelStrength * 5 : wheelStrength;
      target.zoom(Math.exp(-along * unit * strength), xOf(event));
    } else if (Math.abs(sideways) > Math.abs(along)) {
      event.preventDefault();
      target.pan(sideways * unit);
    } else if (!target.overflows()) {
      event.preventDefault();
      target.zoom(Math.exp(-along * unit * wheelStrength), xOf(event));
    }
  };
  const double = (): void => target.fit();

  area.addEventListener('pointerdown', down);
  area.addEventListener('pointermove', move);
  area.addEventListener('pointerup', up);
  area.addEventListener('pointercancel', up);
  area.addEventListener('pointerleave', leave);
  area.addEventListener('wheel', wheel, { passive: false });
  area.addEventListener('dblclick', double);
  return () => {
    area.removeEventListener('pointerdown', down);
    area.removeEventListener('pointermove', move);
    area.removeEventListener('pointerup', up);
    area.removeEventListener('pointercancel', up);
    area.removeEventListener('pointerleave', leave);
    area.removeEventListener('wheel', wheel);
    area.removeEventListener('dblclick', double);
  };
}
