import type { Page } from '@playwright/test';
import { inventedName } from '../api-client';
import { expect, test } from '../journey';
import { allAddresses, VISITORS } from '../stories/all-addresses';
import { isOfRoute, routesOfApp } from '../stories/every-route';

test('on every page that the app has, the title tells nothing, and the curtain takes all of it away at once', async ({
  as,
  api,
  browser,
}) => {
  test.setTimeout(400_000);
  const [calledName, familyName] = [inventedName(), inventedName()];
  const file = await (await api('camille')).open({ child: { calledName, familyName, birth: '2010-04-12' } });
  const secrets = new RegExp(`${calledName}|${familyName}|2010`, 'i');
  const addresses = await allAddresses(api, await (await api('camille')).read(file.id));
  // Whoever adds a page adds it to the list.
  const visited = Object.values(addresses).flat();
  expect(routesOfApp().length).toBeGreaterThan(50);
  expect(routesOfApp().filter((route) => !visited.some((address) => isOfRoute(route, address)))).toEqual([]);

  let named = 0;
  for (const visitor of VISITORS) {
    const page = visitor === 'nobody' ? await (await browser.newContext()).newPage() : await as(visitor);
    for (const address of addresses[visitor]) {
      await page.goto(address);
      await expect(page.locator('h1').first(), address).toBeVisible();
      await expect(page.locator('.bones, .rp-bones'), address).toHaveCount(0);
      expect.soft(new URL(page.url()).pathname, 'opens').toBe(address);
      const title = await page.title();
      expect.soft(title, address).toMatch(/^.+ – Repère$/);
      expect.soft(title, address).not.toMatch(secrets);
      if (secrets.test(await page.locator('body').innerText())) named++;
      if (visitor !== 'nobody') await expectHidden(page, address, secrets);
    }
    if (visitor === 'nobody') await page.context().close();
  }
  // There was something to hide.
  expect(named).toBeGreaterThan(10);
});

async function expectHidden(page: Page, address: string, secrets: RegExp): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('h1'), address).toHaveText(['Écran masqué']);
  await expect(page, address).toHaveTitle('Repère');
  expect.soft(await page.locator('body').innerHTML(), address).not.toMatch(secrets);
  await expect(page.locator('main'), address).toHaveCount(1);
}
