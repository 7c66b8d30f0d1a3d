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

  it('keeps the order when several receivers are cancelled before they could take theirs', () => {
    const { loop, mailbox, received, receive } = bed();
    const cancelled = [receive(), receive()];
    for (const message of ['a', 'b', 'c']) mailbox.deliver(message);
    for (const receiver of cancelled) receiver.cancel();
    loop.drain();
    for (let count = 0; count < 3; count++) receive();
    loop.drain();
    expect(received).toEqual(['a', 'b', 'c']);
  });

  it('cancels whoever still waits when it is closed', () => {
    const { loop, mailbox, receive } = bed();
    const receivers = [receive(), receive()];
    mailbox.close();
    loop.drain();
    expect(receivers.map(({ cancelled }) => cancelled)).toEqual([true, true]);
  });
});
