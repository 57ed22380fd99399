import type { Page } from '@playwright/test';
import { inventedName } from '../api-client';
import { expect, test } from '../journey';
import { fullCase, pagesOf } from '../scenarios/every-page';
import { keptBy, watched } from '../watched-page';

const OF_SUPERVISORS = [
  '/equipe',
  '/conformite',
  '/ecarts',
  '/missions',
  '/missions/nouvelle',
  '/constats',
  '/mes-regards',
  '/compte',
];
const OF_CASES = ['ecarts', 'preuve', 'relecture', 'regards'];
const OF_PROTOCOLS = ['', '/schema', '/versions', '/garde-fous', '/exemples'].map(
  (part) => `/protocoles/age-doubt/1.0.0${part}`,
);
const OF_LIBRARY = ['/protocoles/tracabilite', '/protocoles/references', '/preuve', '/connexion', '/feuille'];

test('no page asks anything of another origin, breaks its content policy, or fails', async ({
  as,
  api,
  baseURL,
}) => {
  test.slow();
  const file = await fullCase(await api('camille'));
  const page = await as('sacha');
  const watch = await watched(page, new URL(String(baseURL)).origin);
  const addresses = [
    ...Object.values(pagesOf(file)),
    ...OF_CASES.map((part) => `/dossiers/${file.id}/${part}`),
    ...OF_SUPERVISORS,
    ...OF_PROTOCOLS,
    ...OF_LIBRARY,
  ];
  for (const address of addresses) await isShown(page, address);
  expect(watch.troubles).toEqual([]);
});

test('the editor of protocols, with its drawing, keeps to the content policy', async ({
  as,
  api,
  baseURL,
}) => {
  const pia = await api('pia');
  const { body: draft } = await pia.sendRequest<{ id: string }>('POST', '/protocol-drafts', {
    protocol: 'protection',
    from: '1.0.0',
  });
  const page = await as('pia');
  const watch = await watched(page, new URL(String(baseURL)).origin);
  await isShown(page, '/protocoles/brouillons');
  await isShown(page, `/protocoles/brouillons/${draft.id}`);
  const text = page.getByRole('textbox', { name: 'Texte de protocol.yaml' });
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n# eval(');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('due');
  await page.keyboard.press('Escape');
  for (const tab of await page.getByRole('tab').all()) await tab.click();
  await expect(page.locator('svg').first()).toBeVisible();
  expect(watch.troubles).toEqual([]);
  await pia.sendRequest('POST', `/protocol-drafts/${draft.id}/abandon`);
});

test('a bundle is opened and checked in the browser within the content policy', async ({ as, baseURL }) => {
  const page = await as('sacha');
  const watch = await watched(page, new URL(String(baseURL)).origin);
  await isShown(page, '/preuve');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from('PK no zip') });
  await expect(page.getByRole('main')).toContainText(/illisible|n’est pas|ne peut/i);
  expect(watch.troubles).toEqual([]);
});

test('what is written into a page by force does not run', async ({ as }) => {
  const page = await as('camille');
  await isShown(page, '/ma-journee');
  const stopped = await page.evaluate(async () => {
    const tried: Record<string, boolean> = {};
    const attempt = (name: string, act: () => unknown): void => {
      try {
        act();
        tried[name] = false;
      } catch {
        tried[name] = true;
      }
    };
    // Later: what a debugger runs may do more than a page.
    await new Promise<void>((done) => {
      setTimeout(() => {
        attempt('eval', () => (0, eval)('1'));
        attempt('new Function', () => new Function('return 1')());
        done();
      });
    });
    attempt('innerHTML', () => (document.createElement('div').innerHTML = '<b>x</b>'));
    attempt('document.write', () => document.write('<b>x</b>'));
    attempt('script by text', () => (document.createElement('script').text = 'window.struck = 1'));
    attempt('script by address', () => (document.createElement('script').src = '/appearance.js'));
    attempt('a policy of its own', () => Reflect.get(window, 'trustedTypes').createPolicy('evil', {}));
    attempt('a worker from a text', () => new Worker(URL.createObjectURL(new Blob(['1']))));
    const frame = document.createElement('iframe');
    frame.src = 'https://elsewhere.test/';
    document.body.append(frame);
    tried['elsewhere'] = await fetch('https://elsewhere.test/').then(
      () => false,
      () => true,
    );
    frame.remove();
    return tried;
  });
  expect(Object.entries(stopped).filter(([, isStopped]) => !isStopped)).toEqual([]);
});

test('another site can neither frame a page nor read it', async ({ as, browser, baseURL }) => {
  const page = await as('camille');
  await isShown(page, '/ma-journee');
  const other = await (
    await browser.newContext({ storageState: await page.context().storageState() })
  ).newPage();
  const origin = new URL(String(baseURL)).origin;
  await other.route('http://elsewhere.test/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${origin}/ma-journee"></iframe>` }),
  );
  await other.goto('http://elsewhere.test/');
  const read = await other.evaluate(async (address) => {
    const answers = await Promise.allSettled([
      fetch(`${address}/api/worklist`, { credentials: 'include' }),
      fetch(`${address}/api/session`, {
        method: 'DELETE',
        credentials: 'include',
        headers: { 'X-Repere': '1' },
      }),
      fetch(`${address}/api/session`, {
        method: 'POST',
        credentials: 'include',
        mode: 'no-cors',
        body: '{}',
      }).then(({ type }) => {
        if (type === 'opaque') throw new Error('not to be read');
      }),
    ]);
    return answers.map(({ status }) => status);
  }, origin);
  expect(read).toEqual(['rejected', 'rejected', 'rejected']);
  const [, frame] = other.frames();
  expect(
    await frame
      ?.locator('app-root')
      .count()
      .catch(() => 0),
  ).toBe(0);
  await other.context().close();
  await isShown(page, '/dossiers');
  await expect(page).toHaveURL(/\/dossiers$/);
});

test('nothing of a child stays in the browser, and a title tells nothing', async ({ as, api }) => {
  const [calledName, familyName] = [inventedName(), inventedName()];
  const file = await (
    await api('camille')
  ).openCaseFile({
    child: { calledName, familyName, birth: '2010-04-12' },
    urgentDangerSeen: 'yes',
  });
  const page = await as('camille');
  const titles: string[] = [];
  for (const address of Object.values(pagesOf(file)).filter((it) => it.includes(file.id))) {
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    titles.push(await page.title());
  }
  const isTold = new RegExp(`${calledName}|${familyName}|2010`, 'i');
  expect(titles.filter((title) => isTold.test(title))).toEqual([]);
  expect(await keptBy(page)).not.toMatch(new RegExp(`${calledName}|${familyName}|2010-04|${file.id}`, 'i'));
});

async function isShown(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('.bones, .rp-bones')).toHaveCount(0);
}
