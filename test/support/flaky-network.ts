import { once } from 'node:events';
import { createServer, type Server, Socket } from 'node:net';

/** What becomes of bytes: they pass, their connections are cut and refused, or they vanish without a word. */
export type Weather = 'open' | 'cut' | 'silent';

/** A network between the application and PostgreSQL that a test can break. */
export class FlakyNetwork {
  private weather: Weather = 'open';
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {
    server.on('connection', (near) => this.join(near));
  }

  static async before(url: string): Promise<FlakyNetwork> {
    const { hostname: host, port } = new URL(url);
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FlakyNetwork(server, { host, port: Number(port) });
  }

  /** The address of a database, through this network. */
  through(url: string): string {
    const address = this.server.address();
    const changed = new URL(url);
    changed.port = typeof address === 'object' && address ? String(address.port) : '';
    return changed.href;
  }

  become(weather: Weather): void {
    this.weather = weather;
    // What was silent for a while stays lost, as after a router forgot its connections.
    for (const socket of this.sockets) {
      if (weather === 'silent') socket.pause();
      else socket.destroy();
    }
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket): void {
    if (this.weather === 'cut') {
      near.destroy();
      return;
    }
    this.keep(near);
    if (this.weather === 'silent') {
      near.pause();
      return;
    }
    const far = new Socket().connect(this.target.port, this.target.host);
    this.keep(far);
    near.pipe(far);
    far.pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.sockets.delete(socket));
  }
}
