import { describe, expect, it } from 'vitest';
import { memoryPreferences } from '../ui/preferences.js';
import { Tour, tourStops } from './Tour.svelte.js';

describe('the tour', () => {
  it('is shown to somebody who is here for the first time, and not again once it was skipped', () => {
    const preferences = memoryPreferences();
    const tour = new Tour(preferences, false);
    tour.welcome(false);
    expect(tour.stop).toBe(0);
    expect(tour.asked).toBe(false);
    tour.end();
    expect(tour.stop).toBeNull();
    const later = new Tour(preferences, false);
    later.welcome(false);
    expect(later.stop).toBeNull();
    later.show();
    expect(later.stop).toBe(0);
    expect(later.asked).toBe(true);
  });

  it('is not shown to somebody who has written something here', () => {
    const tour = new Tour(memoryPreferences(), false);
    tour.welcome(true);
    expect(tour.stop).toBeNull();
  });

  it('is not shown to a program that drives the browser, unless it asks', () => {
    const tour = new Tour(memoryPreferences(), true);
    tour.welcome(false);
    expect(tour.stop).toBeNull();
    tour.show();
    expect(tour.stop).toBe(0);
  });

  it('goes through four stops and back, and ends after the last', () => {
    const tour = new Tour(memoryPreferences(), false);
    tour.show();
    tour.move(-1);
    expect(tour.stop).toBe(0);
    for (let stop = 1; stop < tourStops.length; stop++) {
      tour.move(1);
      expect(tour.stop).toBe(stop);
    }
    tour.move(-1);
    expect(tour.stop).toBe(2);
    tour.move(1);
    tour.move(1);
    expect(tour.stop).toBeNull();
    expect(tourStops).toHaveLength(4);
  });
});
