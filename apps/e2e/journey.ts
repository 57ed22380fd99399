import { test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { ApiClient } from './api-client';

interface Journey {
  /** A demo account's way to the API. */
  readonly api: (login: string) => Promise<ApiClient>;
  /** A page of a browser of its own, in which a demo account is signed in already. */
  readonly as: (login: string, options?: BrowserContextOptions) => Promise<Page>;
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
      const client = signedIn.get(login) ?? ApiClient.signIn(String(baseURL), login);
      signedIn.set(login, client);
      return client;
    });
  },

  as: async ({ browser, api, baseURL }, use) => {
    const pages: Page[] = [];
    await use(async (login, options) => {
      const context = await browser.newContext(options);
      const [name, value] = (await api(login)).cookie;
      // A `__Host-` cookie is given from a secure place; localhost is taken for one.
      const url = String(baseURL).replace('http:', 'https:');
      await context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Strict' }]);
      const page = await context.newPage();
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});

export { expect } from '@playwright/test';
