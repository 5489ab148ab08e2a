/** A person at the API, as a browser would be: one cookie, our own origin, JSON in and out. */
export class Client {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn(url: string, login: string, password: string): Promise<Client> {
    const response = await fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ login, password }),
    });
    if (!response.ok) throw new Error(`signing in as ${login}: ${await response.text()}`);
    return new Client(url, response.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  async get(path: string): Promise<Response> {
    return this.send('GET', path);
  }

  /** Posts JSON; answers the receipt. Throws with the problem's words. */
  async post(path: string, body: object): Promise<Receipt> {
    const response = await this.send('POST', path, JSON.stringify(body), 'application/json');
    return (await response.json()) as Receipt;
  }

  async postPhoto(path: string, jpeg: Uint8Array): Promise<Receipt> {
    const response = await this.send('POST', path, Buffer.from(jpeg), 'image/jpeg');
    return (await response.json()) as Receipt;
  }

  private async send(method: string, path: string, body?: string | Buffer, type?: string): Promise<Response> {
    const response = await fetch(this.url + path, {
      method,
      headers: { cookie: this.cookie, origin: this.url, ...(type ? { 'content-type': type } : {}) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}

export interface Receipt {
  readonly entries: readonly { readonly subjects: readonly { readonly type: string; readonly id: string }[] }[];
  readonly overlayUrl?: string;
}

/** The id of the first subject of a type among the entries of a receipt. */
export function idOf(receipt: Receipt, type: string): string {
  const found = receipt.entries.flatMap(({ subjects }) => subjects).find((subject) => subject.type === type);
  if (!found) throw new Error(`the receipt names no ${type}`);
  return found.id;
}
