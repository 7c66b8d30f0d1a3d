import { type Address, readAddress, writeAddress } from '../model/address.js';

/** What an address can open. Each says itself what went wrong; `false`: it could not be had now, and loading the page again tries again. */
export interface AddressPort {
  example(id: string): Promise<boolean>;
  lesson(id: string): Promise<boolean>;
  library(view: 'course' | 'gallery'): Promise<boolean>;
  link(payload: string): Promise<boolean>;
  /** Tells that an address opens nothing. */
  tell(message: string): void;
}

/** The address of the page. */
export interface AddressBar {
  readonly hash: string;
  /** Puts another one in place of it: nothing is added to the history, and nobody is told. */
  replace(hash: string): void;
  /** Calls back when a person goes to another address. Returns how to stop. */
  follow(changed: () => void): () => void;
}

export const browserAddress: AddressBar = {
  get hash() {
    return location.hash;
  },
  replace(hash) {
    history.replaceState(history.state, '', hash);
  },
  follow(changed) {
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  },
};

/**
 * Opens what the address of the page names, now and whenever it changes, one after the other. What was opened is taken out of the
 * address: loading the page again shows what the person has made of it since. Returns how to stop.
 */
export function followAddress(port: AddressPort, bar: AddressBar = browserAddress): () => void {
  let last: Promise<void> = Promise.resolve();
  const open = async (hash: string): Promise<void> => {
    const address = readAddress(hash);
    const settled = await openAddress(address, port);
    // Whoever has gone on meanwhile is not called back.
    if (settled && address.type !== 'start' && bar.hash === hash) bar.replace(writeAddress({ type: 'start' }));
  };
  const changed = (): void => {
    const { hash } = bar;
    last = last.then(() => open(hash));
  };
  changed();
  return bar.follow(changed);
}

async function openAddress(address: Address, port: AddressPort): Promise<boolean> {
  switch (address.type) {
    case 'start':
      return true;
    case 'example':
      return port.example(address.id);
    case 'lesson':
      return port.lesson(address.id);
    case 'course':
    case 'gallery':
      return port.library(address.type);
    case 'link':
      return port.link(address.payload);
    case 'unknown':
      port.tell(unknownText(address.text));
      return true;
  }
}

/** As much of an address as is told. */
const mostShown = 60;

function unknownText(text: string): string {
  const shown = text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
  return `The address of the page ends in “#${shown}”, which opens nothing here: your texts are as they were. Is it whole?`;
}
