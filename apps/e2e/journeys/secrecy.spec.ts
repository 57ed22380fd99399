import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import type { About } from '@repere/contract';
import { inventedName } from '../api-client';
import { expect, test } from '../journey';
import { printRecorded } from '../pages/print-recorded';
import { fullCase, pagesOf } from '../scenarios/every-page';
import { wordsOfDemo } from '../scenarios/words-of-demo';

/** Which of these are in a text: in any case, with accents or without, encoded for an address, in base64. */
const finderOf =
  (secrets: readonly string[]) =>
  (text: string): readonly string[] => {
    const lower = text.toLowerCase();
    return secrets.filter((secret) => {
      const plain = secret.normalize('NFD').replace(/\p{M}/gu, '');
      return [
        secret,
        plain,
        encodeURIComponent(secret),
        Buffer.from(secret).toString('base64').slice(0, -4),
      ].some((form) => form.length > 4 && lower.includes(form.toLowerCase()));
    });
  };

/** At its most talkative. */
const logOfServer = (): string => {
  const log = join(process.env['REPERE_JOURNEYS_DATA'] ?? '', 'server.log');
  expect(existsSync(log)).toBe(true);
  return readFileSync(log, 'utf8');
};

/** What a browser keeps or shows to others, as text. */
async function keptIn(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches = 'caches' in window ? await window.caches.keys() : [];
    return JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      databases.map(({ name }) => name),
      caches,
      history.state,
    ]);
  });
  return `${kept} ${page.url()} ${await page.title()}`;
}

/** Every address that was asked for, with where it was asked from. */
function listen(context: BrowserContext): readonly string[] {
  const addresses: string[] = [];
  context.on('request', (request) =>
    addresses.push(`${request.method()} ${request.url()} ${request.headers()['referer'] ?? ''}`),
  );
  return addresses;
}

test('no address, title, storage of the browser or line of the log tells who a child is', async ({
  as,
  api,
}) => {
  const [calledName, familyName, place] = [inventedName(), inventedName(), inventedName()];
  const digits = String(randomInt(10_000_000, 99_999_999));
  const [note, phone] = [inventedName(), `06 ${digits.replace(/(..)(?=.)/g, '$1 ')}`];
  const camille = await api('camille');
  const file = await fullCase(camille);
  const named = await camille.openCaseFile({
    child: { calledName, familyName, phones: [phone], birth: '2010-04-12' },
  });
  const secrets = [calledName, familyName, place, note, phone, phone.replaceAll(' ', '')];
  const tells = finderOf(secrets);

  const page = await as('camille');
  const asked = listen(page.context());
  const seen: string[] = [];
  for (const [what, it] of Object.entries(pagesOf(file))) {
    // The steps are those of a case that has come so far; everything else is of the child with a name.
    const address = it.includes('/etapes/') ? it : it.replace(file.id, named.id);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }), what).toBeVisible();
    seen.push(await keptIn(page));
  }

  // Looking for the child, typing about them, and being refused.
  await page.goto('/dossiers');
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill(calledName);
  await expect(page.getByText(calledName).first()).toBeVisible();
  seen.push(await keptIn(page));
  await page.goto('/dossiers/nouveau');
  await page.getByRole('textbox').first().fill(`${calledName} ${place}`);
  seen.push(await keptIn(page));
  const refused = await page.request.post('/api/case-files/search', {
    headers: { 'X-Repere': '1' },
    data: { text: [note], cursor: note, sort: place },
  });
  seen.push(await refused.text());
  const missing = await page.goto(`/dossiers/${encodeURIComponent('introuvable')}`);
  seen.push(String(missing?.url()), await keptIn(page));

  expect(asked.length).toBeGreaterThan(50);
  expect(tells(asked.join('\n'))).toEqual([]);
  expect(tells(seen.join('\n'))).toEqual([]);
  const lines = logOfServer();
  expect(lines).toContain('/api/case-files/search');
  expect(tells(lines)).toEqual([]);
  // The search itself can fail.
  expect(tells(`GET /dossiers?nom=${encodeURIComponent(calledName)}`)).toEqual([calledName]);
});

test('no name, phone or word of the demo’s cases is in an address, a title, what the browser keeps, a file’s name, a mail, an error or the log', async ({
  as,
  api,
}) => {
  test.slow();
  const page = await as('sacha');
  const about = (await (await page.request.get('/api/about')).json()) as About;
  const { cases, words } = await wordsOfDemo(api, about);
  expect(words.length).toBeGreaterThan(20);
  const tells = finderOf(words);
  const child = cases.find(({ names }) => names.length > 0);
  if (!child) throw new Error('nobody has a name');
  const asked = listen(page.context());
  const seen: string[] = [];
  const shown: string[] = [];
  const parts = ['', '/identite', '/chronologie', '/document', '/appels', '/acces', '/ecarts', '/preuve'];
  const ofCase = [...parts, '/relecture', '/regards', '/vie-privee'].map(
    (part) => `/dossiers/${child.id}${part}`,
  );
  for (const address of [
    '/ma-journee',
    '/dossiers',
    '/equipe',
    '/approbations',
    '/vie-privee',
    ...ofCase,
    '/feuille',
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first(), address).toBeVisible();
    await expect(page.locator('.bones, .rp-bones'), address).toHaveCount(0);
    shown.push(await page.locator('body').innerText());
    seen.push(await keptIn(page));
  }
  // It was all on the screen.
  expect(tells(shown.join('\n')).length).toBeGreaterThan(5);

  const [name = ''] = child.names;
  const headers = { 'X-Repere': '1' };
  const errors = [
    await page.request.get(`/api/nowhere?nom=${encodeURIComponent(name)}`),
    await page.request.post('/api/case-files/search', { headers, data: { text: [name], sort: name } }),
    await page.request.post(`/api/case-files/${child.id}/notes`, { headers, data: { note: { of: name } } }),
    await page.request.get(`/nowhere.pdf?nom=${encodeURIComponent(name)}`),
  ];
  for (const answer of errors) seen.push(await answer.text());
  expect(errors.map((answer) => answer.status())).not.toContain(200);

  await page.goto(`/dossiers/${child.id}/document`);
  await printRecorded(page);
  seen.push(
    (await page.pdf())
      .toString('latin1')
      .match(/\/Title[^\n]*/g)
      ?.join('\n') ?? 'no title',
  );
  const mails = await (await api('alix')).sendRequest<unknown>('GET', '/demo-mails');
  expect(mails.status).toBe(200);
  seen.push(JSON.stringify(mails.body));
  expect(tells(asked.join('\n'))).toEqual([]);
  expect(tells(seen.join('\n'))).toEqual([]);
  expect(tells(logOfServer())).toEqual([]);
  // The search itself can fail.
  expect(tells(`GET /dossiers?nom=${encodeURIComponent(name)}`)).toContain(name);
});
