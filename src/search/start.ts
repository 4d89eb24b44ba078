/** All that the search page loads until the box is focused, or unless its address already holds a search. */
const root = document.querySelector<HTMLElement>('[data-search]');
const box = document.querySelector<HTMLInputElement>('[data-search-box]');

let isAsked = false;

function load(): void {
  if (isAsked || root === null) return;
  isAsked = true;
  import('./page.ts')
    .then(({ startSearchPage }) => startSearchPage(root))
    .catch((error: unknown) => {
      console.error(error);
      // The next touch of the box tries again; without it the form still asks for this page.
      isAsked = false;
    });
}

if (location.search.length > 1 || document.activeElement === box) load();
box?.addEventListener('focus', load);
box?.addEventListener('input', load);

// A module, whose names are its own.
export {};
