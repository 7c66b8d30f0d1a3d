import { type EventLoop, Future } from '../task/index.js';

interface Message {
  readonly value: unknown;
  /** 1, 2, … in order of arrival. */
  readonly number: number;
}

/** Messages for `receive()`, oldest first; receivers are served in the order of their calls (semantics 2.8). */
export class Mailbox {
  #messages: Message[] = [];
  #receivers: MessageFuture[] = [];
  #last = 0;

  constructor(private readonly loop: EventLoop) {}

  /** Messages that nobody has received yet. */
  get size(): number {
    return this.#messages.length;
  }

  deliver(value: unknown): void {
    this.#hand({ value, number: ++this.#last });
  }

  receive(): Future<unknown> {
    const future = new MessageFuture(this.loop, {
      giveBack: (message) => this.#hand(message),
      forget: (receiver) => void (this.#receivers = this.#receivers.filter((other) => other !== receiver)),
    });
    const message = this.#messages.shift();
    if (message) future.take(message);
    else this.#receivers.push(future);
    return future;
  }

  /** No more messages will come: whoever waits for one is cancelled. */
  close(): void {
    for (const receiver of [...this.#receivers]) receiver.cancel();
  }

  /** To the receiver that has waited longest, or to its place among the messages: one that was given back is older than others. */
  #hand(message: Message): void {
    const receiver = this.#receivers.shift();
    if (receiver) return receiver.take(message);
    const newer = this.#messages.findIndex(({ number }) => number > message.number);
    this.#messages.splice(newer < 0 ? this.#messages.length : newer, 0, message);
  }
}

interface Sender {
  /** The receiver was woken and never took its message. */
  giveBack(message: Message): void;
  forget(receiver: MessageFuture): void;
}

class MessageFuture extends Future<unknown> {
  readonly #sender: Sender;
  #message: Message | null = null;

  constructor(loop: EventLoop, sender: Sender) {
    super(loop);
    this.#sender = sender;
    this.kind = 'receive';
    this.label = 'a message';
  }

  take(message: Message): void {
    this.#message = message;
    this.setResult(message.value);
  }

  override cancel(message?: string): boolean {
    this.#sender.forget(this);
    return super.cancel(message);
  }

  override discard(): void {
    if (this.#message !== null) this.#sender.giveBack(this.#message);
    this.#message = null;
  }
}
