import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** A page of somebody else: on an origin of its own, with the strictest policy that still lets the playground in. */
export class HostPage {
  private constructor(
    readonly page: Page,
    private readonly server: Server,
    readonly address: string,
    readonly app: string,
  ) {}

  /**
   * Serves and opens a page. `app`: where the built playground is.
   * @param body what stands in the page, beside the script of the element.
   */
  static async open(
    page: Page,
    app: string,
    body: string,
    { style = '', policy = true, script = true, path = '' } = {},
  ): Promise<HostPage> {
    const origin = new URL(app).origin;
    const rules = `default-src 'none'; script-src ${origin}; style-src 'self'; frame-src ${origin}; img-src 'self'; connect-src 'self'`;
    const meta = policy ? `<meta http-equiv="Content-Security-Policy" content="${rules}">` : '';
    const tag = script ? `<script src="${app}embed/v1/process-playground.js" defer></script>` : '';
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">${meta}<title>Documentation</title><link rel="stylesheet" href="/style.css">${tag}</head><body><main>${body}</main></body></html>`;
    const css = `body { margin: 0; background: #fff; color: #1d2630; font: 16px/1.6 sans-serif } main { max-width: 760px; margin: auto; padding: 0 16px } .dark { background: #14181d; color: #e6ebf1 } .tall { height: 3000px } ${style}`;
    const server = createServer((request, response) => {
      const [type, text] =
        request.url === '/style.css'
          ? ['text/css', css]
          : request.url === '/process.ts'
            ? ['text/plain', counting]
            : request.url === '/' || request.url?.startsWith('/?')
              ? ['text/html', html]
              : ['', ''];
      response.writeHead(type === '' ? 404 : 200, { 'Content-Type': type });
      response.end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // Another name: a document of another site, not only of another port.
    const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
    await page.goto(address + path);
    return new HostPage(page, server, address, app);
  }

  close(): void {
    this.server.close();
  }

  example(id: string): Example {
    return new Example(this.page.locator(`#${id}`));
  }
}

/** One `<process-playground>`. */
export class Example {
  constructor(readonly element: Locator) {}

  /** What the frame shows. */
  get frame(): FrameLocator {
    return this.element.frameLocator('iframe');
  }

  get iframe(): Locator {
    return this.element.locator('iframe');
  }

  /** A button of the element before a run. */
  button(name: string): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  async run(): Promise<void> {
    await this.button('Run').click();
    await expect(this.frame.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  }

  async reaches(state: string): Promise<void> {
    await expect(this.frame.getByRole('status')).toHaveText(state);
  }

  /** Reads the state that the element tells. */
  state(): Promise<{ readonly state: string; readonly now: number; readonly location: readonly (readonly [string, string])[] }> {
    return this.element.evaluate((element) => (element as unknown as { state: never }).state);
  }
}

/** Counts to ten, eight seconds each, with a checkpoint between. */
export const counting = `import * as asyncio from 'asyncio';
import { pump } from 'hardware';

export default async function rinse(context) {
  context.pausable = true;
  for (let index = 0; index < 10; index++) {
    await pump.flow.write('20 µl/min');
    context.sendLocation({ index });
    context.sendDuration((10 - index) * 8);
    await asyncio.sleep(8);
    await context.checkpoint();
  }
}
`;

/** The element with code in it. */
export function playground(id: string, attributes = '', code = counting, inside = ''): string {
  return `<process-playground id="${id}" ${attributes}><pre><code>${code.replaceAll('<', '&lt;')}</code></pre>${inside}</process-playground>`;
}
