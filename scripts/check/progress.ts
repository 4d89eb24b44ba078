/** What is needed of a terminal to show how far something is. */
interface Terminal {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

/** Runs shorter than this need no comfort. */
const PATIENCE = 1000;

/** Shows on a terminal how far the reading is, once it takes long, and clears the line at the end. Elsewhere silent. */
export function createProgress(terminal: Terminal, now: () => number): (done: number, all: number) => void {
  const start = now();
  let isShown = false;
  return (done, all) => {
    if (terminal.isTTY !== true) return;
    if (done < all && now() - start > PATIENCE) {
      terminal.write(`\r${done} / ${all} `);
      isShown = true;
    }
    if (done >= all && isShown) terminal.write('\r\u001b[K');
  };
}
