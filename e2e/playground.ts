import { expect, type Locator, type Page } from '@playwright/test';

/** The page as a person uses it: everything is found by its role and name. */
export class Playground {
  readonly code: Locator;
  readonly process: Locator;
  readonly hardware: Locator;
  readonly timeline: Locator;
  readonly diagnostics: Locator;
  readonly state: Locator;

  constructor(readonly page: Page) {
    const region = (name: string) => page.getByRole('region', { name, exact: true });
    this.code = region('Code');
    this.process = region('Process');
    this.hardware = region('Hardware');
    this.timeline = region('Timeline');
    this.diagnostics = region('Diagnostics');
    this.state = this.process.getByRole('status').first();
  }

  /** Opens the page, with texts that were stored there before if there are any. */
  static async open(
    page: Page,
    texts: { readonly process: string; readonly data?: string; readonly protocol?: string; readonly bench?: string } | null = null,
  ): Promise<Playground> {
    if (texts !== null) await Playground.store(page, texts.process, texts.data ?? '', texts.protocol ?? '', texts.bench ?? '');
    // Monaco is on its way when the page is there, and a page has loaded for a browser only once everything has come.
    await page.goto('./', { waitUntil: 'commit' });
    const playground = new Playground(page);
    await expect(playground.button('Run')).toBeVisible();
    return playground;
  }

  /** Puts texts where the page keeps them, once, before it loads. */
  static async store(page: Page, process: string, data: string, protocol = '', bench = ''): Promise<void> {
    const texts = { process, data, protocol, bench };
    const work = JSON.stringify({ version: 1, texts, example: { id: 'test', title: 'Test', texts } });
    await page.addInitScript((value) => {
      if (sessionStorage.getItem('prepared')) return;
      sessionStorage.setItem('prepared', 'yes');
      localStorage.setItem('process-playground.texts', value);
    }, work);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The card of a device. */
  device(label: string): Locator {
    return this.hardware.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: new RegExp(`^${label}(?! ?:)`) }) });
  }

  async run(): Promise<void> {
    await this.button('Run').click();
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  async reaches(state: string): Promise<void> {
    await expect(this.state).toHaveText(state);
  }

  /** Goes to a button with Tab and Shift Tab alone; it must be in sight there, and the focus with it. */
  async tabTo(name: string | RegExp): Promise<void> {
    const button = this.page.getByRole('button', { name, exact: true });
    for (let count = 0; count < 60; count++) {
      const at = await button.evaluate(
        (wanted, code) => {
          const { activeElement: focus } = document;
          const behind = focus !== document.body && (wanted.compareDocumentPosition(focus!) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
          return {
            there: focus === wanted,
            behind,
            editing: code?.contains(focus) === true,
            outline: getComputedStyle(wanted).outlineStyle,
          };
        },
        await this.code.elementHandle(),
      );
      if (at.there) {
        expect(at.outline).not.toBe('none');
        return expect(button).toBeInViewport();
      }
      // Tab writes in the editor; Escape gives it back.
      if (at.editing) await this.page.keyboard.press('Escape');
      await this.page.keyboard.press(at.behind ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`${String(name)} cannot be reached with Tab`);
  }

  async focusIsOn(name: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('button', { name, exact: true }).and(this.page.locator(':focus'))).toBeVisible();
  }

  async speed(name: '1×' | '10×' | '100×' | 'Max'): Promise<void> {
    await this.timeline.getByRole('radio', { name, exact: true }).check({ force: true });
  }
}

/** Code with the three modules imported on its first line. */
export function processText(code: string): string {
  return `import * as am from 'automancer'; import * as asyncio from 'asyncio'; import { thermostat, pump } from 'hardware';\n${code}`;
}
