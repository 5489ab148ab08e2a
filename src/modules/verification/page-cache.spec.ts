import { type Kept, PageCache } from './page-cache.js';

const BOUNDS = { items: 3, bytes: 100 };

function page(subject: string, bytes = 10): Kept {
  return { subjects: [subject], bytes };
}

describe('the cache of pages', () => {
  it('makes a page once until its subject changes', async () => {
    const cache = new PageCache<Kept>(BOUNDS);
    let made = 0;
    const make = async () => ({ ...page('unit'), number: ++made });
    await cache.get('a', make);
    await cache.get('a', make);
    expect(made).toBe(1);
    cache.drop('another unit');
    await cache.get('a', make);
    expect(made).toBe(1);
    cache.drop('unit');
    expect(await cache.get('a', make)).toMatchObject({ number: 2 });
  });

  it('lets those who ask at once wait for one making', async () => {
    const cache = new PageCache<Kept>(BOUNDS);
    let made = 0;
    const make = async () => {
      made++;
      return page('unit');
    };
    const [first, second] = await Promise.all([cache.get('a', make), cache.get('a', make)]);
    expect(second).toBe(first);
    expect(made).toBe(1);
  });

  it('lets them wait for it also while something else changes', async () => {
    const cache = new PageCache<Kept>(BOUNDS);
    let made = 0;
    const make = async () => {
      made++;
      return page('unit');
    };
    const first = cache.get('a', make);
    cache.drop('another unit');
    expect(await cache.get('a', make)).toBe(await first);
    expect(made).toBe(1);
  });

  it('never keeps a page whose subject changed while it was made, nor hands it to who asks after the change', async () => {
    const cache = new PageCache<Kept & { readonly text: string }>(BOUNDS);
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const old = cache.get('a', async () => {
      await slow;
      return { ...page('unit'), text: 'old' };
    });
    cache.drop('unit');
    const fresh = cache.get('a', async () => ({ ...page('unit'), text: 'new' }));
    finish();
    await old;
    expect(await fresh).toMatchObject({ text: 'new' });
    expect(await cache.get('a', async () => ({ ...page('unit'), text: 'newer' }))).toMatchObject({ text: 'new' });
  });

  it('keeps no more pages than its bound, dropping the one that was used longest ago', async () => {
    const cache = new PageCache<Kept>(BOUNDS);
    for (const key of ['a', 'b', 'c']) await cache.get(key, async () => page(key));
    await cache.get('a', async () => undefined);
    await cache.get('d', async () => page('d'));
    expect(cache.size).toEqual({ items: 3, bytes: 30 });
    expect(await cache.get('a', async () => undefined)).toBeDefined();
    expect(await cache.get('b', async () => undefined)).toBeUndefined();
  });

  it('keeps no more bytes than its bound', async () => {
    const cache = new PageCache<Kept>(BOUNDS);
    await cache.get('a', async () => page('a', 60));
    await cache.get('b', async () => page('b', 60));
    expect(cache.size).toEqual({ items: 1, bytes: 60 });
    await cache.get('c', async () => page('c', 101));
    expect(cache.size).toEqual({ items: 1, bytes: 60 });
  });

  it('keeps nothing of a code that is unknown, and tells a failure to everybody who waits', async () => {
    const cache = new PageCache<Kept>(BOUNDS);
    expect(await cache.get('a', async () => undefined)).toBeUndefined();
    expect(cache.size).toEqual({ items: 0, bytes: 0 });
    const failing = async () => Promise.reject(new Error('no disk'));
    const asked = [cache.get('a', failing), cache.get('a', failing)];
    await expect(Promise.allSettled(asked)).resolves.toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
    expect(await cache.get('a', async () => page('a'))).toBeDefined();
  });
});
