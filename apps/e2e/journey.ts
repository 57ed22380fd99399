import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { ApiClient } from './api-client';

interface Journey {
  /** A demo account's way to the API. */
  readonly api: (login: string) => Promise<ApiClient>;
  /** A page of a browser of its own, in which a demo account is signed in already. */
  readonly as: (login: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A browser with a session of its own, for journeys that end it. */
  readonly apart: (login: string, options?: BrowserContextOptions) => Promise<BrowserContext>;
}

/** A test with people in it: `as('camille')` is her browser, `api('camille')` does what the journey isn't about. */
export const test = base.extend<Journey, { readonly signedIn: Map<string, Promise<ApiClient>> }>({
  // Signing in is slow on purpose; once a worker and account is enough where it isn't the point.
  signedIn: [
    async ({}, use) => {
      await use(new Map());
    },
    { scope: 'worker' },
  ],

  api: async ({ baseURL, signedIn }, use) => {
    await use((login) => {
      const signIn = (): Promise<ApiClient> => ApiClient.signIn(String(baseURL), login);
      const known = signedIn.get(login)?.then(async (it) => ((await it.keepAlive()) ? it : signIn()));
      const client = known ?? signIn();
      signedIn.set(login, client);
      return client;
    });
  },

  as: async ({ browser, api, baseURL }, use) => {
    const pages: Page[] = [];
    await use(async (login, options) => {
      const context = await browser.newContext(options);
      await giveCookie(context, await api(login), String(baseURL));
      const page = await context.newPage();
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },

  apart: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (login, options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await giveCookie(context, await ApiClient.signIn(String(baseURL), login), String(baseURL));
      return context;
    });
    for (const context of contexts) await context.close();
  },
});

async function giveCookie(context: BrowserContext, client: ApiClient, baseURL: string): Promise<void> {
  const [name, value] = client.cookie;
  // A `__Host-` cookie is given from a secure place; localhost is taken for one.
  const url = baseURL.replace('http:', 'https:');
  await context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Strict' }]);
}

export { expect } from '@playwright/test';
