import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { Metrics } from '../metrics/metrics.js';
import { type EventStream, Streams } from './streams.js';

/** More than the kernel takes of a connection that nobody reads, in pieces below the limit of what may wait. */
const MANY = 200;
const PIECE = JSON.stringify('x'.repeat(100_000));

describe('a stream that was ended', () => {
  const metrics = new Metrics();
  const streams = new Streams(metrics);
  const faults: unknown[] = [];
  let server: FastifyInstance;
  let raw: ServerResponse;
  let started: Promise<EventStream>;

  beforeEach(async () => {
    faults.length = 0;
    server = fastify();
    started = new Promise((resolve) => {
      server.get('/', (request, reply) => {
        raw = reply.raw;
        raw.on('error', (error) => faults.push(error));
        resolve(streams.start(request, reply, () => undefined));
      });
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
  });

  afterEach(() => server.close());

  async function reader(): Promise<Socket> {
    const { port } = server.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await once(socket, 'data');
    return socket;
  }

  const openStreams = async (): Promise<number | undefined> => (await metrics.openStreams.get()).values[0]?.value;

  it('takes what is sent after it for nothing, and is cut when its reader does not read the rest', async () => {
    const socket = await reader();
    socket.pause();
    const stream = await started;
    for (let sent = 0; sent < MANY && raw.writableLength === 0; sent++) {
      stream.send('card', PIECE);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(raw.writableLength).toBeGreaterThan(0);
    stream.end();
    stream.send('beat', '{}');
    stream.send('beat', '{}');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(faults).toEqual([]);
    expect(await openStreams()).toBe(1);
    await once(raw, 'close');
    expect(await openStreams()).toBe(0);
    socket.destroy();
  });

  it('gives a reader who reads all that was sent before', async () => {
    const { port } = server.server.address() as AddressInfo;
    const heard = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
    const stream = await started;
    stream.send('clear', '{}');
    stream.end();
    expect(await heard).toContain('event: clear\ndata: {}\n\n');
  });
});
