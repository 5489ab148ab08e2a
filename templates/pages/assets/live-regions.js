// Parts of a page that follow what was recorded, without a reload: what is typed elsewhere on the page stays.

/** Fetches this page again and puts its `[data-live]` parts in place of the old ones, by their ids. */
export async function refreshRegions(prepare) {
  const response = await fetch(location.href, { headers: { accept: 'text/html' }, credentials: 'same-origin' });
  // A sign-in page in the answer, or no page at all: the reader should see that instead.
  if (!response.ok || response.redirected) return location.reload();
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const region of document.querySelectorAll('[data-live]')) {
    const fresh = page.getElementById(region.id);
    if (!fresh || fresh.innerHTML === region.innerHTML) continue;
    region.replaceChildren(...fresh.childNodes);
    prepare(region);
  }
}
