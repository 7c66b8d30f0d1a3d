import { describe, expect, it } from 'vitest';
import { RequestSlots } from './request-slots.js';
import { JumpRequest, SwapRequest } from './requests.js';

const slots = () => new RequestSlots('first data', 'first point');
const jumpTo = (point: number) => ({ point, raw: point });

describe('the requests of a process', () => {
  it('are raised swap before jump, each once, with what was applied before', () => {
    const all = slots();
    all.jump = jumpTo(1);
    all.swap = { data: 'new', point: 5 };
    expect(all.form).toBe('swapping');
    expect(all.takeUrgent()).toMatchObject({ data: 'new', oldData: 'first data', point: 5 });
    expect(all.form).toBe('jumping');
    const jump = all.takeUrgent();
    expect(jump).toBeInstanceOf(JumpRequest);
    expect(jump).toMatchObject({ point: 1, oldPoint: 'first point' });
    expect(all.takeUrgent()).toBeNull();
    expect([all.form, all.appliedData, all.appliedPoint]).toEqual(['normal', 'new', 1]);
  });

  it('the last of two jumps is the one', () => {
    const all = slots();
    all.jump = jumpTo(1);
    all.jump = jumpTo(2);
    expect(all.takeUrgent()).toMatchObject({ point: 2, oldPoint: 'first point' });
  });

  it('a pause is pending until it is raised, due until it is lifted', () => {
    const all = slots();
    all.requestPause();
    expect([all.form, all.pauseUnraised, all.pauseDue]).toEqual(['pausing', true, true]);
    all.pauseRaised();
    expect([all.form, all.pauseUnraised, all.pauseDue]).toEqual(['pausing', false, true]);
    all.requestPause();
    expect(all.pauseUnraised).toBe(false);
    all.resume();
    expect([all.form, all.pauseDue]).toEqual(['normal', false]);
  });

  it('a pause is kept while any checkpoint() sits in it, and raised again when the last one is left', () => {
    const all = slots();
    const [one, two] = [{}, {}];
    all.requestPause();
    all.sit(one);
    all.sit(two);
    all.rise(one);
    expect([all.form, all.pending.pause, all.pauseUnraised]).toEqual(['paused', false, false]);
    all.rise(two);
    expect([all.form, all.pending.pause, all.pauseUnraised]).toEqual(['pausing', true, true]);
  });

  it('a jump while paused is shown, with the pause still pending behind it', () => {
    const all = slots();
    all.requestPause();
    all.sit({});
    all.jump = jumpTo(1);
    expect([all.form, all.pending]).toEqual(['jumping', { pause: true, jump: true, swap: false }]);
  });

  it('a resume lets every checkpoint() go, and leaving it then changes nothing', () => {
    const all = slots();
    const one = {};
    all.requestPause();
    all.sit(one);
    all.resume();
    all.requestPause();
    expect(all.sits(one)).toBe(false);
    all.pauseRaised();
    all.rise(one);
    expect(all.pauseUnraised).toBe(false);
  });

  it('a recreation keeps what is pending; the pause waits until the instance says that it can', () => {
    const all = slots();
    const old = {};
    all.requestPause();
    all.sit(old);
    all.jump = jumpTo(1);
    all.recreate('data', 'point');
    expect([all.jump, all.form, all.pauseDue, all.pauseCarried]).toEqual([jumpTo(1), 'jumping', false, true]);
    all.rise(old);
    expect(all.pauseCarried).toBe(true);
    expect(all.becomePausable()).toBe(true);
    expect([all.pauseUnraised, all.becomePausable()]).toEqual([true, false]);
  });

  it('nothing is left when they are cleared', () => {
    const all = slots();
    all.requestPause();
    all.jump = jumpTo(1);
    all.swap = { data: 1, point: null };
    all.clear();
    expect([all.form, all.pending]).toEqual(['normal', { pause: false, jump: false, swap: false }]);
  });

  it('a halt is shown before everything', () => {
    const all = slots();
    all.swap = { data: 1, point: null };
    all.halt = true;
    expect(all.form).toBe('halting');
    expect(all.takeUrgent()).toBeInstanceOf(SwapRequest);
  });
});
