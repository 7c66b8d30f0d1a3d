import type { ServiceFaultCommand } from '../../model/service-faults.js';
import type { Content, ContentQuery, ServicesView } from '../../model/services.js';

/** What the views of the services need of the runtime. */
export interface ServicesPort {
  readonly services: ServicesView;
  /** Why nothing can be done to them now; `null`: it can. */
  readonly blocked: string | null;
  content(query: ContentQuery): Promise<Content>;
  serviceFault(command: ServiceFaultCommand): Promise<void>;
}

/** The services as the page shows them, and what of them is open. */
export class ServicesPage {
  readonly #port: ServicesPort;
  #open = $state.raw<ContentQuery | null>(null);

  constructor(port: ServicesPort) {
    this.#port = port;
  }

  get view(): ServicesView {
    return this.#port.services;
  }

  get blocked(): string | null {
    return this.#port.blocked;
  }

  /** What is shown large; `null`: nothing. */
  get opened(): ContentQuery | null {
    return this.#open;
  }

  open(query: ContentQuery): void {
    this.#open = query;
  }

  close(): void {
    this.#open = null;
  }

  /** Begins or ends a fault. */
  fault(command: ServiceFaultCommand): void {
    void this.#port.serviceFault(command);
  }

  content(query: ContentQuery): Promise<Content> {
    return this.#port.content(query);
  }
}
