import type { Page } from '@playwright/test';
import { inventedName } from '../api-client';
import { inEveryLight } from '../axe';
import { expect, test } from '../journey';
import { VISITORS } from '../../web/src/app/all-pages';
import { allAddresses } from '../scenarios/all-addresses';
import { BORN } from '../scenarios/scenario-answers';
import { fullCase, pagesOf } from '../scenarios/every-page';
import { readIn, type LanguageCode } from '../words';

type Look = Parameters<typeof inEveryLight>[2][number];
/**
 * Each page in the light at both widths and, besides, in the dark and in forced colours in both languages and at both widths:
 * what is dark at one width in French is so at the other in English, so that no look is made twice for the same fault.
 */
const LOOKS = {
  fr: [
    { width: 1280, colours: 'dark' },
    { width: 360, colours: 'forced' },
  ],
  en: [
    { width: 1280, colours: 'forced' },
    { width: 360, colours: 'dark' },
  ],
} as const satisfies Record<LanguageCode, readonly Look[]>;

test.describe.configure({ mode: 'parallel' });

// Each page of the lists that routes are made from is visited once in each language, for all that any page must hold.
for (const language of ['fr', 'en'] as const)
  for (const half of [0, 1])
    test(`every page, ${language}, part ${String(half + 1)}: accessible, its title tells nothing, the privacy screen takes all of it away`, async ({
      as,
      api,
      browser,
    }) => {
      test.setTimeout(900_000);
      const [calledName, familyName] = [inventedName(), inventedName()];
      const file = await fullCase(await api('camille'), { calledName, familyName });
      const secrets = new RegExp(`${calledName}|${familyName}|${String(BORN)}`, 'i');
      const often = Object.values(pagesOf(file));
      const addressesOf = await allAddresses(api, file);
      expect(VISITORS.flatMap(addressesOf).length).toBeGreaterThan(50);

      let named = 0;
      // Steps and their forms by whoever may fill them in.
      for (const visitor of [...VISITORS, 'camille'] as const) {
        const addresses = [...new Set(visitor === 'camille' ? often : addressesOf(visitor))];
        const page = visitor === 'nobody' ? await (await browser.newContext()).newPage() : await as(visitor);
        await readIn(page, language);
        for (const address of addresses.filter((_, place) => place % 2 === half)) {
          await page.goto(address);
          await inEveryLight(page, address, LOOKS[language]);
          await expectWellMade(page, address, language, secrets);
          if (secrets.test(await page.locator('body').innerText())) named++;
          if (visitor !== 'nobody') await expectHidden(page, address, secrets);
        }
        if (visitor === 'nobody') await page.context().close();
      }
      // There was something to hide.
      expect(named).toBeGreaterThan(5);
    });

async function expectWellMade(
  page: Page,
  address: string,
  language: LanguageCode,
  secrets: RegExp,
): Promise<void> {
  if (address !== '/nulle-part') expect.soft(new URL(page.url()).pathname, 'opens').toBe(address);
  expect.soft(await page.locator('html').getAttribute('lang'), address).toBe(language);
  expect.soft(await page.locator('main button[disabled]').count(), `dead buttons of ${address}`).toBe(0);
  const title = await page.title();
  expect.soft(title, address).toMatch(/^.+ – Repère$/);
  expect.soft(title, address).not.toMatch(secrets);
}

/** Two presses of Escape leave nothing of the page. */
async function expectHidden(page: Page, address: string, secrets: RegExp): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page, address).toHaveTitle('Repère');
  await expect(page.locator('main h1'), address).toHaveText([/^(Écran masqué|Screen hidden)$/]);
  expect.soft(await page.locator('body').innerHTML(), address).not.toMatch(secrets);
  await expect(page.locator('main'), address).toHaveCount(1);
}
