import { flushSync, mount } from 'svelte';
import App from './App.svelte';
import type { FirstWork } from './editor/light/first-editor.js';

/** Shows the whole page, in one go, so that no key comes in between. */
export function showPage(target: HTMLElement, first: FirstWork): void {
  mount(App, { target, props: { first } });
  flushSync();
}
