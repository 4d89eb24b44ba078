/**
 * All that every page loads of the search: the slash key brings the reader to the box, and who arrives from a result
 * sees marked what was searched for.
 */
const box = document.querySelector<HTMLInputElement>('[data-search-box]');

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || box === null) return;
  const at = event.target;
  if (at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))) return;
  event.preventDefault();
  box.focus();
  box.select();
});

const searched = getSearched(box?.form?.action);
if (searched !== undefined) {
  import('./mark-page.ts').then(({ markPage }) => markPage(searched)).catch((error: unknown) => console.error(error));
}

/** What was searched for on the page that the reader comes from: links stay clean, and can be shared. */
function getSearched(search: string | undefined): string | undefined {
  if (search === undefined || document.referrer === '' || location.href.split(/[?#]/)[0] === search) return undefined;
  const from = new URL(document.referrer);
  return from.href.split(/[?#]/)[0] === search ? (from.searchParams.get('q') ?? undefined) : undefined;
}

// A module, whose names are its own.
export {};
