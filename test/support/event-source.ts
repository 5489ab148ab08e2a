/** One event of a `text/event-stream`. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/** A reader of server-sent events over real HTTP: keeps all that it heard, in order. */
export class TestEventSource {
  readonly heard: ServerEvent[] = [];
  isEnded = false;
  private readonly stop = new AbortController();
  private wake = (): void => undefined;

  private constructor(readonly response: Response) {}

  static async open(url: string, headers: Readonly<Record<string, string>> = {}): Promise<TestEventSource> {
    const stop = new AbortController();
    const response = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: stop.signal });
    const source = new TestEventSource(response);
    source.stop.signal.addEventListener('abort', () => stop.abort());
    void source.read().catch(() => undefined);
    return source;
  }

  /** The event at a place, as soon as it is heard; throws when it is not within the time. */
  async at(place: number, millis = 5_000): Promise<ServerEvent> {
    const deadline = Date.now() + millis;
    while (this.heard.length <= place) {
      if (Date.now() > deadline) throw new Error(`only ${this.heard.length} events: ${JSON.stringify(this.heard)}`);
      await this.change(50);
    }
    return this.heard[place] ?? { event: '', data: '' };
  }

  async ended(millis = 5_000): Promise<void> {
    const deadline = Date.now() + millis;
    while (!this.isEnded) {
      if (Date.now() > deadline) throw new Error('the stream is still open');
      await this.change(50);
    }
  }

  close(): void {
    this.stop.abort();
  }

  private change(millis: number): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
      setTimeout(resolve, millis);
    });
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const bytes of this.response.body ?? []) {
      text += decoder.decode(bytes, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
    this.isEnded = true;
    this.wake();
  }

  private take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const event = field('event');
    if (event !== undefined) this.heard.push({ event, data: field('data') ?? '' });
    this.wake();
  }
}
