import type { Answer, Call, World } from './world.js';

type Method = 'GET' | 'POST' | 'PUT';
type Calls = Pick<World, 'get' | 'post' | 'put'>;

/** Calls a server that really listens, as `World` calls the application inside the test's own process. */
export function overHttp(url: string): Calls {
  const call = (method: Method) => (path: string, wish?: Call) => answerOf(url, method, path, wish);
  return { get: call('GET'), post: call('POST'), put: call('PUT') };
}

async function answerOf(url: string, method: Method, path: string, { as, body, headers }: Call = {}): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      origin: url,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(as ? { cookie: as.cookie } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'manual',
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = Buffer.from(bytes).toString('utf8');
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const received = Object.fromEntries(response.headers);
  return { status: response.status, headers: received, text, bytes, body: isJson ? JSON.parse(text) : undefined };
}
