import { expect, test } from '@playwright/test';
import { Playground, processText } from './playground.js';

test('process code reaches no network, no storage and no page', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:') && new URL(request.url()).hostname === 'example.invalid') foreign.push(request.url());
  });
  const playground = await Playground.open(page, {
    process: processText(`export default async function p(context) {
      // The real global of the worker, got at by force.
      const root = (() => {}).constructor('return this')();
      const probe = async (name, attempt) => { try { await attempt(); return name; } catch { return ''; } };
      const reached = [
        await probe('fetch', () => root.fetch('http://example.invalid/')),
        await probe('XMLHttpRequest', () => { const request = new root.XMLHttpRequest(); request.open('GET', 'http://example.invalid/', false); request.send(); }),
        await probe('WebSocket', () => { new root.WebSocket('ws://example.invalid/'); }),
        await probe('importScripts', () => root.importScripts('http://example.invalid/x.js')),
        await probe('indexedDB', () => { if (!root.indexedDB.open('x')) throw 0; }),
        await probe('localStorage', () => { if (!root.localStorage) throw 0; }),
        await probe('document', () => { if (!root.document) throw 0; }),
        await probe('parent', () => { if (!root.parent) throw 0; }),
      ].filter(Boolean);
      context.sendLocation({ reached: reached.join(' ') || 'nothing' });
      await asyncio.sleep(3600);
    }`),
  });
  await playground.run();
  await expect(playground.process).toContainText('"nothing"');
  expect(foreign).toEqual([]);
});

test('nothing runs before Run is pressed', async ({ page }) => {
  const playground = await Playground.open(page, {
    process: processText("console.log('started by itself');\nexport default async function p(context) {}"),
  });
  await expect(playground.hardware).toContainText('Thermostat');
  await expect(playground.timeline).not.toContainText('started by itself');
  await playground.run();
  await expect(playground.timeline).toContainText('started by itself');
});
