/** Milliseconds that the pointer rests on something before its tip is shown. */
const patience = 450;
const described = ':is(button, a, label, [role="button"])[title]';

/**
 * Shows the `title` of buttons as a tip of our own: for the keyboard as well, in the type of the page, and gone with Escape (WCAG 1.4.13).
 * While it is shown the element has no `title`, else the browser would show a second one. Returns how to stop.
 */
export function tips(root: Document = document): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: { readonly element: HTMLElement; readonly text: string; readonly tip: HTMLElement; readonly described: boolean } | null = null;

  const hide = (): void => {
    clearTimeout(timer);
    if (shown === null) return;
    const { element, text, tip, described: added } = shown;
    shown = null;
    tip.remove();
    if (added) element.removeAttribute('aria-description');
    if (!element.hasAttribute('title')) element.title = text;
  };
  const show = (element: HTMLElement): void => {
    hide();
    const text = element.title;
    if (text === '' || !element.isConnected) return;
    const tip = root.createElement('div');
    tip.className = 'tip';
    tip.setAttribute('role', 'tooltip');
    tip.popover = 'manual';
    tip.textContent = text;
    // In a dialog, everything outside is inert; else inside of a landmark, as everything on the page.
    (element.closest('dialog') ?? root.querySelector('main') ?? root.body).append(tip);
    tip.showPopover();
    place(tip, element);
    const added = element.getAttribute('aria-label') !== text && !element.hasAttribute('aria-description');
    if (added) element.setAttribute('aria-description', text);
    element.removeAttribute('title');
    shown = { element, text, tip, described: added };
  };
  const under = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>(described) : null;
  /** The pointer may go from the element to the tip. */
  const within = (target: EventTarget | null): boolean =>
    shown !== null && target instanceof Node && (shown.element.contains(target) || shown.tip.contains(target));

  const listen = <Type extends keyof DocumentEventMap>(type: Type, heard: (event: DocumentEventMap[Type]) => void) =>
    root.addEventListener(type, heard, { signal, capture: true });
  listen('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'mouse' || within(target)) return;
    clearTimeout(timer);
    const element = under(target);
    if (element) timer = setTimeout(() => show(element), patience);
  });
  listen('pointerout', ({ target, relatedTarget }) => {
    clearTimeout(timer);
    if (within(target) && !within(relatedTarget)) hide();
  });
  listen('focusin', ({ target }) => {
    const element = under(target);
    if (element?.matches(':focus-visible')) show(element);
    else hide();
  });
  listen('focusout', hide);
  listen('pointerdown', hide);
  listen('keydown', ({ key }) => key === 'Escape' && hide());
  listen('scroll', hide);
  return () => {
    hide();
    stop.abort();
  };
}

/** Below the element, or above it where there is no room; always whole in the window. */
function place(tip: HTMLElement, element: HTMLElement): void {
  const at = element.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const margin = 6;
  const left = Math.min(Math.max(margin, at.left + at.width / 2 - width / 2), innerWidth - width - margin);
  const below = at.bottom + margin;
  tip.style.left = `${left}px`;
  tip.style.top = `${below + height > innerHeight ? at.top - height - margin : below}px`;
}
