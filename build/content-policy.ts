import type { Plugin } from 'vite';

/**
 * What the page may load: files of its own origin, nothing inline but styles (Monaco and Svelte set those), nothing from elsewhere.
 * User code runs under the stricter policy of sandbox.html, which stands for itself since a frame with a `src` inherits none.
 */
const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `font-src 'self' data:`,
  `img-src 'self' data: blob:`,
  `connect-src 'self'`,
  `frame-src 'self'`,
  `worker-src 'self'`,
  `manifest-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

/** Puts the page's policy into the built index.html. The dev server goes without: its hot reloading needs inline scripts. */
export function contentPolicy(): Plugin {
  return {
    name: 'content-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' }],
    },
  };
}
