import { get } from 'node:http';

/** What a browser says of itself when it goes to a page of ours from a page elsewhere. */
export const FROM_ELSEWHERE = {
  'Sec-Fetch-Site': 'cross-site',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Dest': 'document',
} as const;

/** A browser of somebody who is sent to a provider and back: cookies by origin, redirects one by one. */
export class ProviderVisitor {
  private readonly jars = new Map<string, Map<string, string>>();

  /** Follows redirects for as long as they stay at the provider; the address by which it leaves. */
  async visit(address: string): Promise<URL> {
    const { origin } = new URL(address);
    let url = new URL(address);
    for (let step = 0; step < 12; step++) {
      if (url.origin !== origin) return url;
      const response = await this.fetch(url.href);
      const location = response.headers.get('Location');
      if (location === null)
        throw new Error(`${url.pathname} gave ${response.status}: ${await response.text()}`);
      url = new URL(location, url);
    }
    throw new Error('sent around in circles');
  }

  /** One request, with the cookies of its origin; redirects are not followed. */
  async fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const jar = this.jarOf(address);
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line);
    return response;
  }

  /** Goes to a page with these headers; `fetch` would write its own word on where a request comes from. */
  async navigate(address: string, headers: Readonly<Record<string, string>>): Promise<Navigated> {
    const jar = this.jarOf(address);
    const { status, location, cookies } = await new Promise<Navigated>((done, failed) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      get(address, { headers: { ...headers, Cookie: cookie } }, (response) => {
        response.resume();
        done({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? null,
          cookies: response.headers['set-cookie'] ?? [],
        });
      }).on('error', failed);
    });
    for (const line of cookies) keepCookie(jar, line);
    return { status, location, cookies };
  }

  cookie(address: string, name: string): string | undefined {
    return this.jarOf(address).get(name);
  }

  setCookie(address: string, name: string, value: string): void {
    this.jarOf(address).set(name, value);
  }

  private jarOf(address: string): Map<string, string> {
    const { origin } = new URL(address);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }
}

/** Where somebody was sent, and with which new cookies. */
export interface Navigated {
  readonly status: number;
  readonly location: string | null;
  readonly cookies: readonly string[];
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(/; ?/);
  const at = pair.indexOf('=');
  const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice('expires='.length);
  if (expires !== undefined && Date.parse(expires) <= Date.now()) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}
