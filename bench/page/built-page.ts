import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from '@playwright/test';
import { classicBundle } from '../../build/classic-bundle.js';
import { Playground } from '../../e2e/playground.js';
import { buildPage } from '../../scripts/parts/build-page.mjs';
import { inProject } from '../../scripts/parts/project.mjs';
import { type ServedFile, type Server, serve } from '../threads/serve.js';
import type { Effect, Eyes, Frames, Look } from './eyes.js';

const sources = ['build', 'embed', 'index.html', 'lessons', 'model', 'offline', 'public', 'sandbox', 'src', 'vite.config.ts', 'worker'];

/** The files of the production build, built anew if a source is newer. */
export async function builtFiles(): Promise<readonly ServedFile[]> {
  const page = inProject('dist', 'index.html');
  if (!existsSync(page) || sources.some((source) => newest(inProject(source)) > statSync(page).mtimeMs)) await buildPage();
  const dist = inProject('dist');
  return filesIn(dist).map((file) => ({ path: path.relative(dist, file).replaceAll(path.sep, '/'), body: readFileSync(file) }));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function newest(file: string): number {
  const files = statSync(file).isDirectory() ? filesIn(file) : [file];
  return Math.max(...files.map((name) => statSync(name).mtimeMs));
}

/** The language service of the editor, the largest part of what loads last, is there by then. */
const settleMilliseconds = 3000;

/** The built page in a browser, and what looks at it from inside. */
export class BuiltPage {
  private constructor(
    readonly playground: Playground,
    private readonly context: { close(): Promise<void> },
  ) {}

  static async server(): Promise<Server> {
    return serve(await builtFiles());
  }

  /** Opens the page in a profile of its own, with a process in its editor. */
  static async open(browser: Browser, server: Server, process: string): Promise<BuiltPage> {
    const { code } = await (bundledEyes ??= classicBundle(inProject('bench/page/eyes.ts'), 'production'));
    const context = await browser.newContext({ baseURL: `${server.address}/`, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(code);
    const playground = await Playground.open(page, { process });
    // The editor has loaded, and what loads after it has had its time, before anything is measured.
    await playground.code.locator('.monaco-editor').first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(settleMilliseconds);
    return new BuiltPage(playground, context);
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /** Presses a button; the effect is that the process panel contains `text`. */
  async press(button: Locator, text: string): Promise<Effect> {
    const region = await this.playground.process.elementHandle();
    return button.evaluate(
      (element, { region: watched, text: wanted }) =>
        (globalThis as unknown as { eyes: Eyes }).eyes.press(element as HTMLElement, watched!, wanted),
      { region, text },
    );
  }

  /** What each frame takes of the main thread, in milliseconds. */
  frameWork(milliseconds: number): Promise<readonly number[]> {
    return this.playground.page.evaluate((length) => (globalThis as unknown as { eyes: Eyes }).eyes.frameWork(length), milliseconds);
  }

  /** What somebody does to look at another instant of the run, and how long the page takes for it. */
  async look(act: () => Promise<void>): Promise<Look> {
    const { page } = this.playground;
    // First of all: what is done next could otherwise come to the page sooner.
    await page.evaluate(() => (globalThis as unknown as { eyes: Eyes }).eyes.look());
    await act();
    return page.evaluate(() => (globalThis as unknown as { eyes: Eyes }).eyes.looked());
  }

  watch(milliseconds: number): Promise<Frames> {
    return this.playground.page.evaluate((length) => (globalThis as unknown as { eyes: Eyes }).eyes.watch(length), milliseconds);
  }
}

let bundledEyes: ReturnType<typeof classicBundle> | undefined;
