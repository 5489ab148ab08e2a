import type { Answer, Caller, World } from './world.js';

/** One page that was reached, and how. */
export interface Reached {
  readonly path: string;
  readonly from: string;
  readonly answer: Answer;
}

const MOST = 400;

/** Every page and file that a person reaches from `start` by links, in one language, each once. */
export async function crawl(
  world: Pick<World, 'get'>,
  { as, start, language }: { as: Caller; start: string; language: string },
): Promise<Reached[]> {
  const headers = { accept: 'text/html', 'accept-language': language };
  const reached = new Map<string, Reached>();
  const waiting: { path: string; from: string }[] = [{ path: start, from: '' }];
  for (let next = waiting.shift(); next && reached.size < MOST; next = waiting.shift()) {
    if (reached.has(next.path)) continue;
    const answer = await world.get(next.path, { as, headers });
    reached.set(next.path, { ...next, answer });
    const isOurs =
      answer.status === 200 && next.path.startsWith('/console') && /html/.test(String(answer.headers['content-type']));
    if (isOurs) waiting.push(...linksOf(answer.text, next.path).map((path) => ({ path, from: next.path })));
  }
  return [...reached.values()];
}

function linksOf(html: string, page: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&'))
    .map((link) => (link.startsWith('?') ? page.split('?')[0] + link : link))
    .filter((link) => link.startsWith('/') && !/[?&]lang=/.test(link));
}
