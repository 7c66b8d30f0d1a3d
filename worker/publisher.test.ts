import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../model/events.js';
import type { Snapshot, Update } from '../model/snapshot.js';
import { Publisher, updateLimit } from './publisher.js';

function bed() {
  const sent: Update[] = [];
  const settle: { shown(): void; lost(): void }[] = [];
  let revision = 0;
  let broken = false;
  const snapshot = () => {
    if (broken) throw new Error('no snapshot');
    return { revision: ++revision } as Snapshot;
  };
  const publisher = new Publisher(7, snapshot, (update) => {
    sent.push(update);
    return new Promise((resolve, reject) => settle.push({ shown: resolve, lost: () => reject(new Error('lost')) }));
  });
  return { publisher, sent, settle, break: (value: boolean) => (broken = value) };
}

const location = (n: number): TraceEvent => ({ t: n, event: 'location', location: n });
const warning = (n: number): TraceEvent => ({ t: n, event: 'warning', id: n, name: 'x', message: 'x' });
const numbers = (update: Update | undefined) => update?.events.map(({ t }) => t);
const arrived = () => new Promise((resolve) => setImmediate(resolve));

describe('the publisher', () => {
  it('sends the events since the last update, in order, with the newest snapshot', () => {
    const { publisher, sent } = bed();
    for (const event of [warning(1), location(2), warning(3)]) publisher.add(event);
    publisher.flush();
    expect(sent).toEqual([{ run: 7, snapshot: { revision: 1 }, events: [warning(1), location(2), warning(3)], first: 0, dropped: 0 }]);
  });

  it('has one update under way, and sends the next when that has arrived', async () => {
    const { publisher, sent, settle } = bed();
    publisher.flush();
    publisher.add(location(1));
    publisher.flush();
    publisher.add(location(2));
    publisher.flush();
    expect(sent).toHaveLength(1);
    settle[0]!.shown();
    await arrived();
    expect(sent).toHaveLength(2);
    expect(numbers(sent[1])).toEqual([1, 2]);
  });

  it('sends nothing when nothing is new, unless time has passed', async () => {
    const { publisher, sent, settle } = bed();
    publisher.flush();
    settle[0]!.shown();
    await arrived();
    publisher.flush();
    expect(sent).toHaveLength(1);
    publisher.touch();
    publisher.flush();
    expect(sent).toHaveLength(2);
  });

  it('keeps the newest of what comes faster than a page shows it, counts the others, and keeps what matters', () => {
    const { publisher, sent } = bed();
    publisher.add(warning(0));
    for (let n = 1; n <= updateLimit.droppable + 50; n++) publisher.add(location(n));
    publisher.add(warning(9999));
    publisher.flush();
    const update = sent[0]!;
    expect(update.dropped).toBe(50);
    expect(numbers(update)).toEqual([0, ...Array.from({ length: updateLimit.droppable }, (_, index) => index + 51), 9999]);
  });

  it('lets notes of dropped locations go as locations do, and keeps the others', () => {
    const { publisher } = bed();
    const note = (name: string, t: number): TraceEvent => ({ t, event: 'note', name, message: 'x' });
    publisher.add(note('restarted', 0));
    for (let n = 1; n <= updateLimit.droppable + 50; n++) publisher.add(note('locations-dropped', n));
    const update = publisher.take();
    expect(update.dropped).toBe(50);
    expect(numbers(update)?.slice(0, 2)).toEqual([0, 51]);
  });

  it('is bounded also when a process goes wild with what matters', () => {
    const { publisher } = bed();
    for (let n = 0; n < updateLimit.kept + 10; n++) publisher.add(warning(n));
    const { events, dropped } = publisher.take();
    expect([events.length, dropped, events[0]?.t]).toEqual([updateLimit.kept, 10, 10]);
    expect(publisher.take()).toMatchObject({ events: [], dropped: 0 });
  });

  it('goes on when an update could not be taken', async () => {
    const { publisher, sent, settle } = bed();
    publisher.flush();
    settle[0]!.lost();
    await arrived();
    publisher.add(location(1));
    publisher.flush();
    expect(sent).toHaveLength(2);
  });

  it('loses no event when there is no snapshot', () => {
    const { publisher, sent, break: setBroken } = bed();
    publisher.add(warning(1));
    setBroken(true);
    expect(() => publisher.flush()).toThrow('no snapshot');
    setBroken(false);
    publisher.flush();
    expect(numbers(sent[0])).toEqual([1]);
  });

  it('sends nothing once it is closed', async () => {
    const { publisher, sent, settle } = bed();
    publisher.flush();
    publisher.add(location(1));
    publisher.close();
    settle[0]!.shown();
    await arrived();
    publisher.flush();
    expect(sent).toHaveLength(1);
  });
});
