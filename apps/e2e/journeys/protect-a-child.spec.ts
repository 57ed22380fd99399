import type { Page } from '@playwright/test';
import { inventedName } from '../api-client';
import { expect, test } from '../journey';
import { ApprovalsPage } from '../pages/approvals-page';
import { CasePage } from '../pages/case-page';
import { signIn } from '../pages/sign-in';
import { StepForm } from '../pages/step-form';
import { BORN } from '../scenarios/scenario-answers';
import { nightStreet } from '../scenarios/night-street';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;

test.describe.configure({ mode: 'parallel' });

for (const viewport of SIZES)
  test.describe(`at ${String(viewport.width)} pixels`, () => {
    test.use({ viewport });

    test('a child met at night is cared for, protected, identified and referred', async ({ page, as }) => {
      test.slow();
      await signIn(page, 'Camille Exemple');
      const name = inventedName();
      const form = await openCase(page, name);
      const reference = /RP-\w+-\w+/.exec(await page.locator('main').innerText())?.[0] ?? '';

      // Only what the page calls the next step, one after the other, until care for the place where the child sleeps comes up.
      const done: string[] = [];
      for (;;) {
        await new CasePage(page).next().click();
        await form.isShown();
        if (!nightStreet[await form.heading.innerText()]) break;
        done.push(await doStep(form));
        if (done.length === 1)
          await expect(page.getByRole('link', { name: 'Protection immédiate et orientation' })).toBeVisible();
      }
      // Danger was asked before the case was there; then health before any form, and the referral without delay.
      expect(done.slice(0, 4)).toEqual([
        'Recevoir l’alerte',
        'La santé d’abord',
        'Évaluer le danger',
        'Envoyer l’information préoccupante à la CRIP',
      ]);
      const place = (title: string) => done.indexOf(title);
      expect(place('Proposer le traitement d’urgence contre le VIH')).toBe(4);
      expect(place('Faire le plan de sécurité, aujourd’hui, avec l’enfant')).toBeGreaterThan(4);

      // Then what is left of the night, and the two decisions, from the list of steps.
      const caseAddress = page.url().split('/etapes/')[0] ?? '';
      const left = [
        'Noter qui est l’enfant, sans l’interroger',
        'Noter les signes vus ou dits',
        'Dire si l’enfant est peut-être victime',
        'Décider qui saisir',
      ].filter((title) => !done.includes(title));
      for (const title of left) {
        await page.goto(caseAddress);
        await new CasePage(page).unfold();
        await page.getByRole('link', { name: title, exact: true }).first().click();
        await doStep(form);
      }
      await page.getByRole('link', { name: 'Retour au dossier', exact: true }).click();
      await expect(new CasePage(page).showRun('Repérage et identification')).toContainText(
        'Victime possible, probable ou confirmée',
      );
      await expect(new CasePage(page).showRun('Protection immédiate et orientation')).toContainText(
        'Autorité saisie',
      );

      // The second person.
      const approvals = new ApprovalsPage(await as('sacha', { viewport }));
      await approvals.openQueue();
      await expect(approvals.card(reference).or(approvals.waiting(reference))).toHaveCount(3);
      for (let left = 3; left > 0; left--) await approvals.approveFirst(reference);
      await page.getByRole('link', { name: 'Chronologie', exact: true }).click();
      await expect(page.getByRole('main')).toContainText('Validé par Sacha Exemple');
    });
  });

async function openCase(page: Page, name: string): Promise<StepForm> {
  await page.getByRole('link', { name: 'Dossiers', exact: true }).filter({ visible: true }).click();
  await page.getByRole('link', { name: 'Nouveau dossier' }).click();
  const form = new StepForm(page);
  await form.answerQuestion('Avez-vous constaté un danger immédiat ?', 'Ne sait pas');
  await form.typeText('Comment l’appeler', name);
  const birth = form.group('Date de naissance');
  await birth.getByRole('textbox', { name: 'Année' }).fill(String(BORN));
  await birth.getByRole('combobox', { name: 'Précision' }).selectOption('Estimée');
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return form;
}

/** Fills in the step that is shown and records it; its title. */
async function doStep(form: StepForm): Promise<string> {
  await form.isShown();
  const title = await form.heading.innerText();
  const fill = nightStreet[title];
  if (!fill) throw new Error(`nothing to answer to: ${title}`);
  await fill(form);
  await form.recordStep();
  return title;
}
