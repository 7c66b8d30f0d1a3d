/**
 * The page around the opaque-origin frame, for when the frame cannot be loaded by itself: a service worker brings no page into a frame
 * without an origin. This page is of the playground's origin, so it comes from there; the frame is inside as text and has the same policy.
 * It hands the one message of the playground on and does nothing else.
 */

/** The text of sandbox.html: build/sandbox-files.ts puts it in. */
declare const frameDocument: string;

const frame = document.createElement('iframe');
frame.setAttribute('sandbox', 'allow-scripts');
frame.srcdoc = frameDocument;
document.body.append(frame);

addEventListener('message', function handOn(event: MessageEvent<unknown>) {
  if (event.source !== parent || event.origin !== location.origin) return;
  removeEventListener('message', handOn);
  frame.contentWindow?.postMessage(event.data, '*', [...event.ports]);
});

export {};
