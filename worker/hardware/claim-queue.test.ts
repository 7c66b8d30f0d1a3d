import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from './claim.js';
import { ClaimQueue } from './claim-queue.js';
import { Lab } from './harness.js';

function queue() {
  const lab = new Lab();
  const claims = new ClaimQueue<string>(lab.loop);
  const owners: (string | null)[] = [];
  claims.changed.add(() => owners.push(claims.owner));
  return { lab, claims, owners };
}

describe('claims', () => {
  it('go to the first who asks, then to the others in the order in which they asked', () => {
    const { claims, owners } = queue();
    const [first, , third] = ['first', 'second', 'third'].map((owner) => claims.claim(owner));
    expect(claims.waiting).toEqual(['second', 'third']);
    first!.release();
    third!.release();
    expect(claims.owner).toBe('second');
    expect(claims.waiting).toEqual([]);
    expect(owners).toEqual(['first', 'second']);
  });

  it('put who is overridden at the end of the queue', () => {
    const { claims, owners } = queue();
    claims.claim('master');
    claims.claim('master 2');
    const user = claims.claim('user', { force: true });
    expect(claims.waiting).toEqual(['master 2', 'master']);
    user.release();
    expect(claims.owner).toBe('master 2');
    expect(owners).toEqual(['master', 'user', 'master 2']);
  });

  it('go back through several people to the process', () => {
    const { claims } = queue();
    claims.claim('master');
    claims.claim('user', { force: true }).release();
    claims.claim('user 2', { force: true }).release();
    expect(claims.owner).toBe('master');
  });

  it('can be waited for, and their loss', () => {
    const { lab, claims } = queue();
    const first = claims.claim('first');
    const second = claims.claim('second');
    const [gained, lost] = [second.wait(), second.lost()];
    expect(first.wait().done).toBe(true);
    expect([gained.done, lost.done]).toEqual([false, true]);
    first.release();
    lab.pass(0);
    expect(gained.done).toBe(true);
    expect(second.lost().done).toBe(false);
  });

  it('are not waited for any more once they are released', () => {
    const { claims } = queue();
    claims.claim('first');
    const second = claims.claim('second');
    const gained = second.wait();
    second.release();
    expect(gained.cancelled).toBe(true);
    expect(second.wait().cancelled).toBe(true);
  });

  it('cannot be released twice', () => {
    const claim = queue().claims.claim('first');
    claim.release();
    expect(() => claim.release()).toThrow('The claim has been released before.');
  });

  it('show the new owner to everybody who is told', () => {
    const { claims } = queue();
    const seen: (string | null)[] = [];
    const first = claims.claim('first');
    first.changed.add(() => seen.push(claims.owner));
    claims.claim('user', { force: true }).changed.add(() => seen.push(claims.owner));
    first.release();
    expect(seen).toEqual(['user']);
  });

  it('have one owner even when somebody who is told of a change takes over at once', () => {
    const { claims } = queue();
    const first = claims.claim('first');
    const second = claims.claim('second');
    const taken: Claim<string>[] = [];
    const off = claims.changed.add(() => {
      off();
      taken.push(claims.claim('third', { force: true }));
    });
    first.release();
    expect(claims.owner).toBe('third');
    expect([second.owned, taken[0]!.owned]).toEqual([false, true]);
    taken[0]!.release();
    expect(second.owned).toBe(true);
  });

  it('behave like a queue whose first is the owner, whatever is done in whichever order', () => {
    const step = fc.oneof(
      fc.record({ type: fc.constant('claim' as const), force: fc.boolean() }),
      fc.record({ type: fc.constant('release' as const), index: fc.nat(20) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { claims, owners } = queue();
        const held: { name: string; claim: Claim<string> }[] = [];
        let model: string[] = [];
        const history: (string | null)[] = [];
        steps.forEach((action, number) => {
          const before = model[0] ?? null;
          if (action.type === 'claim') {
            const name = `claim ${number}`;
            held.push({ name, claim: claims.claim(name, { force: action.force }) });
            const [owner, ...waiting] = model;
            model = owner === undefined ? [name] : action.force ? [name, ...waiting, owner] : [...model, name];
          } else if (held.length > 0) {
            const [gone] = held.splice(action.index % held.length, 1);
            gone!.claim.release();
            model = model.filter((name) => name !== gone!.name);
          }
          const now = model[0] ?? null;
          if (now !== before) history.push(now);
          expect(claims.owner).toBe(now);
          expect(claims.waiting).toEqual(model.slice(1));
          for (const { name, claim } of held) expect(claim.owned).toBe(name === now);
        });
        expect(owners).toEqual(history);
      }),
    );
  });
});
