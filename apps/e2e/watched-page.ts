import type { Page } from '@playwright/test';

/** Everything that a page should never do, as it happened: empty is good. */
export interface Watch {
  readonly troubles: readonly string[];
}

/** Notes what a page asks of other origins, what its content policy stops, its errors, and any dialog. Call it before it loads. */
export async function watched(page: Page, origin: string): Promise<Watch> {
  const troubles: string[] = [];
  const note = (what: string): void => void troubles.push(`${new URL(page.url()).pathname}: ${what}`);
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== 'data:' && asked !== origin) note(`asks ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !IS_AN_ANSWER.test(message.text())) note(`error: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`breaks: ${error.message}`));
  page.on('dialog', (dialog) => {
    note(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('noteStopped', (what: string) => note(`policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const noteStopped: unknown = Reflect.get(window, 'noteStopped');
      if (typeof noteStopped === 'function') noteStopped(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return { troubles };
}

/** The browser's own line for a refusal, which pages show in words. */
const IS_AN_ANSWER = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** What the browser keeps of a page: names and values, as text. */
export const keptBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const cached = await caches.keys();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, databases, cached]);
  });
