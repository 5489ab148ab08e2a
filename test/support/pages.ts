import { OpenApi } from '../../src/platform/http/openapi.controller.js';
import type { Answer, Caller, World } from './world.js';

const LANGUAGES = ['zh', 'en'] as const;

/** A page in both languages; throws unless both are whole pages that print no gap and send forms to routes that exist. */
export async function lookedAt(world: World, as: Caller, path: string): Promise<Readonly<Record<'zh' | 'en', string>>> {
  const pages = { zh: '', en: '' };
  for (const language of LANGUAGES) {
    const answer = await world.get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`, { as });
    const faults = [...pageFaults(answer, language), ...formFaults(world, answer.text)];
    if (faults.length > 0) throw new Error(`${path} (${language}): ${faults.join('; ')}`);
    pages[language] = answer.text;
  }
  return pages;
}

function pageFaults({ status, headers, text }: Answer, language: 'zh' | 'en'): string[] {
  if (status !== 200) return [`status ${status}: ${text.slice(0, 300)}`];
  const faults: string[] = [];
  if (headers['content-language'] !== language) faults.push(`content-language ${String(headers['content-language'])}`);
  if (!/^text\/html/.test(String(headers['content-type'])))
    faults.push(`content-type ${String(headers['content-type'])}`);
  if (!text.trimEnd().endsWith('</html>')) faults.push('the page ends early');
  const gap = /.{0,60}(undefined|\[object Object\]|\bNaN\b).{0,60}/.exec(text);
  if (gap) faults.push(`prints a gap: ${gap[0]}`);
  return faults;
}

/** Addresses of `data-api` that no route of the OpenAPI document answers; ids and `[fields]` stand for parameters. */
function formFaults(world: World, html: string): string[] {
  const { paths } = world.app.get(OpenApi).json;
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    (['post', 'put', 'delete'] as const)
      .filter((method) => item[method])
      .map((method) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '*')}`),
  );
  const wanted = [...html.matchAll(/data-api="([^"]+)"/g)].map(([, api = '']) => api);
  return wanted
    .filter((api) => !routes.some((route) => answers(route, api)))
    .map((api) => `no route answers the form ${api}`);
}

function answers(route: string, api: string): boolean {
  const [wanted, given] = [route.split('/'), api.split('/')];
  return wanted.length === given.length && wanted.every((part, place) => part === '*' || part === given[place]);
}
