import { describe, expect, it } from 'vitest';
import { Lab } from './harness.js';
import { Turns } from './turns.js';

describe('a cable', () => {
  function asking() {
    const lab = new Lab();
    const link = lab.link(1);
    const answered: string[] = [];
    const ask = (name: string) => lab.loop.task(link.ask(() => void answered.push(name)));
    return { lab, answered, ask };
  }

  it('carries one request at a time, in the order in which they were made', () => {
    const { lab, answered, ask } = asking();
    for (const name of ['a', 'b', 'c']) ask(name);
    lab.pass(1.5);
    expect(answered).toEqual(['a', 'b']);
    ask('d');
    lab.pass(10);
    expect(answered).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is free for the next one when somebody gives up, waiting or at work', () => {
    const { lab, answered, ask } = asking();
    const [a, b] = ['a', 'b', 'c'].map(ask);
    b!.cancel();
    lab.pass(0.2);
    a!.cancel();
    lab.pass(0.6);
    expect(answered).toEqual(['c']);
    lab.pass(10);
    ask('d');
    lab.pass(10);
    expect(answered).toEqual(['c', 'd']);
  });

  it('goes to the one after when somebody is cancelled in the very instant of its turn', () => {
    const { lab, answered, ask } = asking();
    const [, b] = ['a', 'b', 'c'].map(ask);
    lab.loop.callLater(1, () => b!.cancel());
    lab.pass(1.6);
    expect(answered).toEqual(['a', 'c']);
    const { lab: other, answered: heard, ask: tell } = asking();
    const [first, second] = ['a', 'b', 'c'].map(tell);
    first!.addDoneCallback(() => second!.cancel());
    other.pass(1.6);
    expect(heard).toEqual(['a', 'c']);
  });
});

describe('a turn', () => {
  it('that has come, but was not taken notice of, is the next one’s when it is given up', () => {
    const turns = new Turns(new Lab().loop);
    expect(turns.take()).toBeNull();
    const [second, third] = [turns.take()!, turns.take()!];
    turns.pass();
    expect([second.done, third.done]).toEqual([true, false]);
    turns.giveUp(second);
    expect(third.done).toBe(true);
    turns.pass();
    expect(turns.take()).toBeNull();
  });

  it('that was given up before it came is nobody’s to pass on', () => {
    const turns = new Turns(new Lab().loop);
    turns.take();
    const [second, third, fourth] = [turns.take()!, turns.take()!, turns.take()!];
    second.cancel();
    turns.pass();
    expect(third.done).toBe(true);
    // Who waited for the second one hears of it only now.
    turns.giveUp(second);
    expect(fourth.done).toBe(false);
  });
});
