import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../clock/virtual-clock.js';
import { type Coroutine, EventLoop, join } from '../task/index.js';
import { Mailbox } from './mailbox.js';

function bed() {
  const loop = new EventLoop(new VirtualClock());
  const mailbox = new Mailbox(loop);
  const received: unknown[] = [];
  function* receiver(): Coroutine<void> {
    received.push(yield* join(mailbox.receive()));
  }
  return { loop, mailbox, received, receive: () => loop.task(receiver()) };
}

describe('a mailbox', () => {
  it('serves receivers in the order of their calls', () => {
    const { loop, mailbox, received, receive } = bed();
    receive();
    receive();
    mailbox.deliver('a');
    mailbox.deliver('b');
    loop.drain();
    expect(received).toEqual(['a', 'b']);
  });

  it('takes a message back to the front when its receiver was cancelled before it could take it', () => {
    const { loop, mailbox, received, receive } = bed();
    const cancelled = receive();
    mailbox.deliver('a');
    mailbox.deliver('b');
    cancelled.cancel();
    loop.drain();
    expect(mailbox.size).toBe(2);
    receive();
    receive();
    loop.drain();
    expect(received).toEqual(['a', 'b']);
  });

  it('forgets a receiver that was cancelled while it waited', () => {
    const { loop, mailbox, receive } = bed();
    receive().cancel();
    loop.drain();
    mailbox.deliver('a');
    expect(mailbox.size).toBe(1);
  });
});
