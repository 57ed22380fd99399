import type { DescribedAnswers } from '../described-answers';

type SentHeaders = Readonly<Record<string, string>>;

/** An answer, read. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** A file that was handed out, under the name that the answer proposes. */
export interface Download {
  readonly status: number;
  readonly type: string;
  readonly name: string;
  readonly content: Buffer;
}

/** Speaks to the application as a browser would: JSON, the header of our pages, the session cookie. */
export class TestClient {
  private cookies: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly origin: string,
    /** Key of the space, `null` for the default. */
    private readonly key: string | null,
    private readonly described: () => DescribedAnswers | null = () => null,
  ) {}

  get<T = unknown>(path: string, headers: SentHeaders = {}): Promise<Answer<T>> {
    return this.sendRequest<T>('GET', path, undefined, headers);
  }

  post<T = unknown>(path: string, body?: unknown, headers: SentHeaders = {}): Promise<Answer<T>> {
    return this.sendRequest<T>('POST', path, body, headers);
  }

  put<T = unknown>(path: string, body?: unknown, headers: SentHeaders = {}): Promise<Answer<T>> {
    return this.sendRequest<T>('PUT', path, body, headers);
  }

  delete<T = unknown>(path: string, headers: SentHeaders = {}): Promise<Answer<T>> {
    return this.sendRequest<T>('DELETE', path, undefined, headers);
  }

  /** A file, byte by byte. */
  async download(path: string): Promise<Download> {
    const response = await this.fetch('GET', path, undefined, {});
    return {
      status: response.status,
      type: response.headers.get('Content-Type') ?? '',
      name: /filename="([^"]*)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? '',
      content: Buffer.from(await response.arrayBuffer()),
    };
  }

  /** The same cookies in another space. */
  inSpace(key: string | null): TestClient {
    const other = new TestClient(this.origin, key, this.described);
    other.cookies = this.cookies;
    return other;
  }

  /** The same cookies at another process: one browser, whichever answers. */
  at(origin: string): TestClient {
    const other = new TestClient(origin, this.key, this.described);
    other.cookies = this.cookies;
    return other;
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** All of them, as a browser sends them. */
  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  setCookie(name: string, value: string): void {
    this.cookies = new Map([...this.cookies, [name, value]]);
  }

  /** Any method. Throws where the answer is not what the description of the interface says. */
  async sendRequest<T>(
    method: string,
    path: string,
    body: unknown,
    headers: SentHeaders,
  ): Promise<Answer<T>> {
    const response = await this.fetch(method, path, body, headers);
    this.keepCookies(response.headers.getSetCookie());
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
    const answer: unknown = isJson ? JSON.parse(text) : text;
    if (isJson) this.mustBeDescribed(method, path, response.status, answer);
    return { status: response.status, headers: response.headers, body: answer as T };
  }

  private mustBeDescribed(method: string, path: string, status: number, body: unknown): void {
    const address = `/api${path.replace(/\?.*/, '')}`;
    const faults = this.described()?.faultsOf(method, address, status, body) ?? [];
    if (faults.length > 0) throw new Error(['Not what the description says:', ...faults].join('\n'));
  }

  private fetch(method: string, path: string, body: unknown, headers: SentHeaders): Promise<Response> {
    return fetch(`${this.origin}/api${this.key === null ? '' : `/s/${this.key}`}${path}`, {
      method,
      headers: {
        ...(method === 'GET' ? {} : { 'X-Repere': '1' }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        Cookie: this.cookieHeader,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  private keepCookies(set: readonly string[]): void {
    const cookies = new Map(this.cookies);
    for (const line of set) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const expired = attributes.some((attribute) => /^Expires=Thu, 01 Jan 1970/.test(attribute));
      if (expired) cookies.delete(name);
      else cookies.set(name, value);
    }
    this.cookies = cookies;
  }
}
