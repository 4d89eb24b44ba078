import phrases from '#strings/decap-th.json' with { type: 'json' };
import { ENTRY_FORMAT } from '../entry-format-name.ts';
import { entryFormat } from './entry-format.ts';
import { nameEvidence } from './name-evidence.ts';
import { tidyEntry } from './tidy-entry.ts';

/** Fields of an entry as Decap keeps them. */
type EntryData = Parameters<typeof tidyEntry>[0];

interface Decap {
  init: () => void;
  getLocale: (language: string) => Record<string, unknown> | undefined;
  registerLocale: (language: string, phrases: object) => void;
  registerCustomFormat: (name: string, ending: string, format: typeof entryFormat) => void;
  registerEventListener: (listener: { name: 'preSave'; handler: (event: SaveEvent) => EntryData }) => void;
}

interface SaveEvent {
  entry: { get: (key: 'data') => EntryData };
}

declare global {
  interface Window {
    CMS?: Decap;
    /** Set before Decap is loaded: it waits for `init`. */
    CMS_MANUAL_INIT?: boolean;
  }
}

/** What the page says where the program cannot. */
export interface StartTexts {
  /** Decap's file. */
  program: string;
  failed: string;
  refusedFile: string;
  tooLarge: string;
}

/** Bytes; larger evidence is refused by the checker. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Loads Decap into an element of the page and starts it with our words and rules. */
export function startForms(root: HTMLElement, texts: StartTexts): void {
  window.CMS_MANUAL_INIT = true;
  const script = document.createElement('script');
  script.src = texts.program;
  script.onerror = () => {
    root.textContent = texts.failed;
  };
  script.onload = () => {
    const decap = window.CMS;
    if (decap === undefined) return;
    decap.registerLocale('th', mergePhrases(decap.getLocale('th') ?? {}, phrases));
    decap.registerCustomFormat(ENTRY_FORMAT, 'mdx', entryFormat);
    decap.registerEventListener({ name: 'preSave', handler: ({ entry }) => tidyEntry(entry.get('data')) });
    decap.init();
  };
  document.head.append(script);
  document.addEventListener('change', (event) => prepareFile(event, texts), { capture: true });
  document.addEventListener('wheel', leaveNumber, { capture: true, passive: true });
}

/** Phrases by dotted keys laid over nested ones. */
export function mergePhrases(known: Record<string, unknown>, ours: Record<string, string>): Record<string, unknown> {
  const merged = structuredClone(known);
  for (const [key, phrase] of Object.entries(ours)) {
    const steps = key.split('.');
    const last = steps.pop() ?? '';
    let place = merged;
    for (const step of steps) {
      const inner = place[step];
      // Safe: checked to be an object in the same breath.
      const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
      place[step] = next;
      place = next;
    }
    place[last] = phrase;
  }
  return merged;
}

/** Gives a chosen file a name that the checker takes, before Decap sees it: its own rule leaves nothing of a Thai name. */
function prepareFile(event: Event, texts: StartTexts): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.type !== 'file') return;
  const chosen = [...(input.files ?? [])];
  const odd = chosen.find(({ name }) => nameEvidence(name) === undefined);
  const large = chosen.find(({ size }) => size > MOST_BYTES);
  if (odd !== undefined || large !== undefined) {
    event.stopImmediatePropagation();
    input.value = '';
    const message = odd === undefined ? texts.tooLarge : texts.refusedFile;
    window.alert(message.replace('{name}', (odd ?? large)?.name ?? ''));
    return;
  }
  const transfer = new DataTransfer();
  for (const file of chosen) {
    const { type, lastModified } = file;
    transfer.items.add(new File([file], nameEvidence(file.name) ?? file.name, { type, lastModified }));
  }
  input.files = transfer.files;
}

/** A wheel turned over a number that is being typed would change it unseen. */
function leaveNumber(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement && activeElement.type === 'number') activeElement.blur();
}
