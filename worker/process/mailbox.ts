import { type EventLoop, Future } from '../task/index.js';

/** Messages for `receive()`, oldest first; receivers are served in the order of their calls (semantics 2.8). */
export class Mailbox {
  private readonly messages: unknown[] = [];
  private readonly receivers: MessageFuture[] = [];

  constructor(private readonly loop: EventLoop) {}

  /** Messages that nobody has received yet. */
  get size(): number {
    return this.messages.length;
  }

  deliver(message: unknown): void {
    const receiver = this.receivers.shift();
    if (receiver) receiver.setResult(message);
    else this.messages.push(message);
  }

  receive(): Future<unknown> {
    const future = new MessageFuture(this.loop, this);
    if (this.messages.length > 0) future.setResult(this.messages.shift());
    else this.receivers.push(future);
    return future;
  }

  /** A receiver that was woken never took its message: it goes to the next receiver, or back to the front. */
  giveBack(message: unknown): void {
    const receiver = this.receivers.shift();
    if (receiver) receiver.setResult(message);
    else this.messages.unshift(message);
  }

  forget(receiver: MessageFuture): void {
    const index = this.receivers.indexOf(receiver);
    if (index >= 0) this.receivers.splice(index, 1);
  }
}

class MessageFuture extends Future<unknown> {
  constructor(
    loop: EventLoop,
    private readonly mailbox: Mailbox,
  ) {
    super(loop);
    this.kind = 'receive';
    this.label = 'a message';
  }

  override cancel(message?: string): boolean {
    this.mailbox.forget(this);
    return super.cancel(message);
  }

  override discard(): void {
    if (this.done && !this.cancelled) this.mailbox.giveBack(this.result());
  }
}
