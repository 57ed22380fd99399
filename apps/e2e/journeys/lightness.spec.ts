import type { Page, Request } from '@playwright/test';
import { stepAddress } from '../api-client';
import { expect, test } from '../journey';
import { fullCase } from '../scenarios/every-page';

const KILOBYTE = 1024;

test('each page asks its main question once', async ({ as, api }) => {
  const file = await fullCase(await api('camille'));
  const step = stepAddress(file, 'identification', 'signs');
  const run = step.split('/')[4] ?? '';
  const asked = {
    '/ma-journee': 'GET /api/worklist/children',
    '/dossiers': 'POST /api/case-files/search',
    [`/dossiers/${file.id}`]: `GET /api/case-files/${file.id}/page`,
    [step]: `GET /api/case-files/${file.id}/runs/${run}/steps/signs`,
    '/approbations': 'GET /api/approvals',
    '/protocoles': 'GET /api/protocols',
  };
  const page = await as('sacha');
  for (const [address, question] of Object.entries(asked)) {
    const requests: string[] = [];
    const note = (request: Request) =>
      requests.push(`${request.method()} ${new URL(request.url()).pathname}`);
    page.on('request', note);
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('.bones, .rp-bones')).toHaveCount(0);
    page.off('request', note);
    expect
      .soft(
        requests.filter((request) => request === question),
        address,
      )
      .toEqual([question]);
    const twice = requests.filter(
      (request, place) => request.includes('/api/') && requests.indexOf(request) !== place,
    );
    expect.soft(twice, address).toEqual([]);
  }
});

test('nothing jumps while a page loads', async ({ as, api }) => {
  const file = await fullCase(await api('camille'));
  const page = await as('sacha');
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) shifts.sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const addresses = [
    '/connexion',
    '/ma-journee',
    '/dossiers',
    '/dossiers/nouveau',
    `/dossiers/${file.id}`,
    stepAddress(file, 'identification', 'signs'),
    '/approbations',
    '/conformite',
    '/ecarts',
    '/aide',
  ];
  for (const width of [360, 1280])
    for (const address of addresses) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('.bones, .rp-bones')).toHaveCount(0);
      const sum = await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
      expect.soft(sum, `${address}, ${String(width)} pixels`).toBeLessThanOrEqual(0.01);
    }
});

test('the first page weighs less than 200 kB, fonts aside', async ({ page }, info) => {
  const weights = await weightsOf(page, '/connexion');
  const code = weights.filter(({ type }) => type === 'script' || type === 'stylesheet');
  const total = (list: typeof weights) =>
    Math.round(list.reduce((sum, { bytes }) => sum + bytes, 0) / KILOBYTE);
  const fonts = total(weights.filter(({ type }) => type === 'font'));
  info.annotations.push({
    type: 'weight',
    description: `code ${String(total(code))} kB, fonts ${String(fonts)} kB`,
  });
  expect(code.length).toBeGreaterThan(0);
  const plain = code.filter(({ bytes, encoding }) => bytes > KILOBYTE && !/^(br|gzip)$/.test(encoding ?? ''));
  expect(plain).toEqual([]);
  expect(total(code)).toBeLessThanOrEqual(200);
  expect(fonts).toBeLessThanOrEqual(150);
});

/** Of a telephone in a corridor: 1.6 Mbit/s down, 150 ms there and back. */
const SLOW_LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

test('a case asks for at most twenty things; how soon it is there on a slow line is noted', async ({
  as,
  api,
}, info) => {
  const file = await fullCase(await api('camille'));
  const page = await as('sacha');
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', SLOW_LINE);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto(`/dossiers/${file.id}`);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.bones, .rp-bones')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  const painted = await page.evaluate(
    () =>
      new Promise<number>((found) => {
        new PerformanceObserver((list) => found(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  // A time is no ground to fail: the machine is shared.
  info.annotations.push({
    type: 'slow line',
    description: `largest paint after ${String(Math.round(painted))} ms, ${String(requests.length)} requests`,
  });
  expect(painted).toBeGreaterThan(0);
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(20);
});

test('a case opened by its address is there once its reader has signed in, whatever was refused before', async ({
  page,
  api,
  baseURL,
}) => {
  const file = await fullCase(await api('camille'));
  // Of a session that has ended: what the page asks first is under way by it, and refused.
  await page.context().addCookies([{ name: 'left-from', value: 'yesterday', url: baseURL ?? '' }]);
  await page.goto(`/dossiers/${file.id}`);
  await page.getByRole('button', { name: /Camille Exemple/ }).click();
  await expect(page).toHaveTitle(new RegExp(file.reference));
  await expect(page.getByRole('link', { name: 'Chronologie' }).first()).toBeVisible();
});

/** What came over the wire for a page: kind, bytes as sent, how they were packed. */
async function weightsOf(page: Page, address: string) {
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  return Promise.all(
    requests.map(async (request) => {
      const { responseBodySize: bytes } = await request.sizes();
      const encoding = await (await request.response())?.headerValue('content-encoding');
      return { type: request.resourceType(), bytes, encoding };
    }),
  );
}
