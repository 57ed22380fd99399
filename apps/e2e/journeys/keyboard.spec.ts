import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../journey';
import { StepForm } from '../pages/step-form';

test('sign in, open a case, do a step: by keyboard alone', async ({ page }) => {
  await page.goto('/connexion');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await press(page, page.getByRole('button', { name: 'Camille Exemple' }));

  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ma journée');
  await press(page, page.getByRole('link', { name: 'Dossiers', exact: true }).first(), 'Shift+Tab');
  await expect(page.getByRole('heading', { level: 1, name: 'Dossiers' })).toBeFocused();
  await press(page, page.getByRole('link', { name: 'Nouveau dossier' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Nouveau dossier' })).toBeFocused();

  const form = new StepForm(page);
  const danger = 'Avez-vous constaté un danger immédiat ?';
  await reach(page, form.fieldOf(danger, 'Oui'));
  await page.keyboard.press('n');
  await expect(form.fieldOf(danger, 'Non')).toBeChecked();
  await page.keyboard.press('Enter');

  await press(page, page.getByRole('link', { name: 'Faire cette étape' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Recevoir l’alerte' })).toBeFocused();
  const exposure = /^Une exposition récente est possible/;
  await reach(page, form.fieldOf(exposure, 'Oui'));
  await page.keyboard.press('n');
  await expect(form.fieldOf(exposure, 'Non')).toBeChecked();
  await reach(page, page.getByRole('textbox', { name: /^Besoins immédiats/ }));
  await page.keyboard.type('Manger');
  await press(page, page.getByRole('button', { name: 'Vérifier', exact: true }));
  await expect(form.heading).toHaveText('Vérifier avant d’enregistrer');
  await press(page, page.getByRole('button', { name: /^Enregistrer/ }));
  await expect(form.heading).toHaveText('C’est enregistré');
});

/** Tabs on until something has the focus; it can be seen there, and gets it in a reasonable number of steps. */
async function reach(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
}

async function press(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  await reach(page, wanted, key);
  await page.keyboard.press('Enter');
}
