// Takes the pictures of the README from a running demo: `node apps/e2e/take-pictures.mjs http://localhost:4300`.
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from './chromium.ts';

const [origin = 'http://localhost:4300'] = process.argv.slice(2);
const folder = join(import.meta.dirname, '../../docs/images');
const HEADERS = { 'X-Repere': '1' };

const browser = await chromium.launch(await chromiumLaunch());

/** A page of somebody of the demo, in French, the source language. */
async function pageOf(login) {
  const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } });
  const { demoAccounts } = await (await page.request.get(`${origin}/api/about`)).json();
  const { password } = demoAccounts.find((account) => account.login === login);
  await page.request.post(`${origin}/api/session`, { headers: HEADERS, data: { login, password } });
  return page;
}

async function take(page, address, name) {
  await page.goto(origin + address, { waitUntil: 'networkidle' });
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.rp-bones').length === 0);
  // The ring of the focused heading is for who reads, not for a picture.
  await page.evaluate(() => document.activeElement?.blur());
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** The case with the most acts: it shows what a grown one looks like. */
async function grownCase(page) {
  const found = await page.request.post(`${origin}/api/case-files/search`, { headers: HEADERS, data: {} });
  let most = { id: '', seq: -1 };
  for (const { id } of (await found.json()).items) {
    const { state } = await (await page.request.get(`${origin}/api/case-files/${id}`)).json();
    if (state.seq > most.seq) most = { id, seq: state.seq };
  }
  return most.id;
}

const worker = await pageOf('camille');
await take(worker, '/ma-journee', 'day');
await take(worker, `/dossiers/${await grownCase(worker)}`, 'case-page');
const supervisor = await pageOf('sacha');
await take(supervisor, '/equipe', 'board');
await take(supervisor, '/protocoles/age-doubt/1.0.0/garde-fous', 'protocol-proof');
await browser.close();
