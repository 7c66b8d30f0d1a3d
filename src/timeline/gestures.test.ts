// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { gestures } from './gestures.js';

let stop: (() => void) | null = null;
afterEach(() => stop?.());

/** An area and what was done by it, in words. */
function bed({ overflows = false, scrubs = false } = {}) {
  const area = document.body.appendChild(document.createElement('div'));
  area.setPointerCapture = () => {};
  const done: string[] = [];
  stop = gestures(
    area,
    {
      hover: () => {},
      select: (x) => done.push(`select ${x}`),
      pan: (pixels) => done.push(`pan ${Math.round(pixels)}`),
      zoom: (factor, x) => done.push(`${factor > 1 ? 'nearer' : 'further'} at ${x}`),
      fit: () => done.push('fit'),
      overflows: () => overflows,
    },
    scrubs,
  );
  const pointer = (type: string, x: number, pointerId = 1) =>
    area.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: 5, pointerId, button: 0, pointerType: 'touch' }));
  const wheel = (init: WheelEventInit): boolean => {
    // A wheel of happy-dom is no mouse.
    const event = new WheelEvent('wheel', { cancelable: true, ...init });
    for (const [name, value] of Object.entries({ clientX: 50, ctrlKey: false, metaKey: false, shiftKey: false, ...init }))
      Object.defineProperty(event, name, { value });
    area.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { area, done, pointer, wheel };
}

describe('gestures on the timeline', () => {
  it('a press that does not move chooses; one that moves pans and chooses nothing', () => {
    const { done, pointer } = bed();
    pointer('pointerdown', 10);
    pointer('pointermove', 12);
    pointer('pointerup', 12);
    expect(done).toEqual(['select 12']);
    pointer('pointerdown', 100);
    pointer('pointermove', 70);
    pointer('pointerup', 70);
    expect(done.slice(1)).toEqual(['pan 30']);
  });

  it('a press that was taken away chooses nothing', () => {
    const { done, pointer } = bed();
    pointer('pointerdown', 10);
    pointer('pointercancel', 10);
    expect(done).toEqual([]);
  });

  it('two fingers that part zoom between them', () => {
    const { done, pointer } = bed();
    pointer('pointerdown', 100, 1);
    pointer('pointerdown', 200, 2);
    pointer('pointermove', 300, 2);
    expect(done).toEqual(['nearer at 200', 'pan -50']);
    pointer('pointerup', 300, 2);
    pointer('pointerup', 100, 1);
    expect(done).toHaveLength(2);
  });

  it('a drag on the axis chooses all the way', () => {
    const { done, pointer } = bed({ scrubs: true });
    pointer('pointerdown', 10);
    pointer('pointermove', 60);
    pointer('pointerup', 60);
    expect(done).toEqual(['select 10', 'select 60']);
  });

  it('a wheel zooms with Ctrl, pans with Shift or sideways', () => {
    const { done, wheel } = bed({ overflows: true });
    expect(wheel({ deltaY: -100, ctrlKey: true })).toBe(true);
    expect(wheel({ deltaY: 100, shiftKey: true })).toBe(true);
    expect(wheel({ deltaX: -40 })).toBe(true);
    expect(done).toEqual(['nearer at 50', 'pan 100', 'pan -40']);
  });

  it('a plain wheel scrolls where lanes overflow, and zooms where they do not', () => {
    const over = bed({ overflows: true });
    expect(over.wheel({ deltaY: 100 })).toBe(false);
    expect(over.done).toEqual([]);
    stop?.();
    const all = bed();
    expect(all.wheel({ deltaY: 100 })).toBe(true);
    expect(all.done).toEqual(['further at 50']);
  });
});
