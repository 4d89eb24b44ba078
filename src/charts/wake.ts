/**
 * All that a page with a chart loads before anybody touches it: the first finger, pointer or key on a chart brings the
 * drawing code, and the same chart comes alive. Where the code cannot be had, the picture stays as it is and the next
 * touch tries again.
 */
const INTENTS = ['pointerenter', 'focusin', 'touchstart'] as const;

for (const figure of document.querySelectorAll<HTMLElement>('[data-chart]')) {
  const picture = figure.querySelector<HTMLElement>('.chart-picture');
  if (picture !== null) waitFor(figure, picture);
}

function waitFor(figure: HTMLElement, picture: HTMLElement): void {
  // Without this script there is nothing to do with a key, so only now can the picture be reached by Tab.
  picture.tabIndex = 0;
  // A picture is only read out; what answers keys must say so, or a screen reader keeps the arrows for itself.
  picture.setAttribute('role', 'application');
  picture.setAttribute('aria-description', picture.dataset.keys ?? '');
  const wake = (event: Event) => {
    for (const intent of INTENTS) picture.removeEventListener(intent, wake);
    import('./live.ts')
      .then(({ enliven }) => enliven(figure, picture, findFinger(event)))
      .catch((error: unknown) => {
        console.error(error);
        listen();
      });
  };
  const listen = () => {
    for (const intent of INTENTS) picture.addEventListener(intent, wake, { passive: true });
  };
  listen();
}

/** Where a finger rests that woke the chart: its first touch is to be answered too. A mouse moves on by itself. */
function findFinger(event: Event): { x: number; y: number } | undefined {
  const isFinger = event instanceof PointerEvent && event.pointerType === 'touch';
  return isFinger ? { x: event.clientX, y: event.clientY } : undefined;
}
