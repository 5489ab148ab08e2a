// Parts of a page that follow what was recorded, without a reload: what is typed elsewhere on the page stays.

const GONE = [401, 403, 404];

/** Fetches this page again and puts its `[data-live]` parts in place of the old ones, by their ids. Throws while the server breaks. */
export async function refreshRegions(prepare) {
  const response = await fetch(location.href, { headers: { accept: 'text/html' }, credentials: 'same-origin' });
  // A sign-in page in the answer, or none that this reader may see: that should be seen instead.
  if (response.redirected || GONE.includes(response.status)) return location.reload();
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const region of document.querySelectorAll('[data-live]')) {
    const fresh = page.getElementById(region.id);
    if (!fresh || fresh.innerHTML === region.innerHTML) continue;
    const held = placeOfFocus(region);
    region.replaceChildren(...fresh.childNodes);
    prepare(region);
    if (held !== undefined) giveFocus(region, held);
  }
}

const STOPS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';

function placeOfFocus(region) {
  if (!region.contains(document.activeElement)) return undefined;
  return [...region.querySelectorAll(STOPS)].indexOf(document.activeElement);
}

/** Where it was, or as near as there is anything. */
function giveFocus(region, place) {
  const stops = [...region.querySelectorAll(STOPS)].filter((each) => !each.disabled && each.checkVisibility());
  const near = stops[Math.min(Math.max(0, place), stops.length - 1)] ?? document.querySelector('[data-reading]');
  near?.focus();
}
