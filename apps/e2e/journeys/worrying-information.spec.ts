import type { StepInput } from '@repere/contract';
import { stepAddress } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { StepForm } from '../pages/step-form';
import { BORN, dangerIs } from '../scenarios/scenario-answers';

const DAY = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

const toCrip: StepInput = {
  values: { referral_choice: 'crip' },
  reasons: ['evaluation_needed'],
  bestInterests: 'Que quelqu’un la rencontre (fictif).',
  childView: { said: '« D’accord. » (fictif)' },
};

test('worrying information that left three months ago: whom to call again, then the answer closes the loop', async ({
  as,
  api,
}) => {
  const camille = await api('camille');
  const { id } = await camille.openCaseFile({ child: { birth: String(BORN) }, urgentDangerSeen: 'yes' });
  await camille.complete(id, 'protection', 'danger', { ...dangerIs('danger'), occurredAt: daysAgo(96) });
  await camille.complete(id, 'protection', 'referral', { ...toCrip, occurredAt: daysAgo(96) });
  await camille.complete(id, 'protection', 'report_crip', {
    values: {},
    evidence: { worrying_information: { reference: 'IP fictive n° 12', place: 'dossier' } },
    occurredAt: daysAgo(95),
  });
  const page = await as('camille');
  await page.goto(`/dossiers/${id}`);
  const charge = page.getByRole('region', { name: 'Qui est compétent, ce qui est demandé et à qui' });

  await test.step('the page says what was asked of whom, since when, and what to do without an answer', async () => {
    await expect(charge.locator('summary').first()).toContainText(/à relancer\s: 1/);
    await charge.locator('summary').first().click();
    await expect(charge).toContainText('Envoyer l’information préoccupante à la CRIP');
    await expect(charge).toContainText(/Sans réponse\s: Rappelez la CRIP/);
    await expectAccessible(page, 'worrying information without an answer');
  });

  await test.step('the département answers: what it found, then what comes of it', async () => {
    const form = new StepForm(page);
    await page.goto(stepAddress(await camille.readCaseFile(id), 'protection', 'crip_evaluation'));
    await form.isShown();
    await form.answerQuestion(/enfant.* rencontré/, 'Oui');
    await form.recordStep();
    await page.goto(stepAddress(await camille.readCaseFile(id), 'protection', 'feedback_crip'));
    await form.isShown();
    await form.typeText('Référence', 'Réponse fictive n° 12');
    await form.recordStep();
  });

  await test.step('nothing is waited for any more, and the chronology has the question and the answer', async () => {
    await page.goto(`/dossiers/${id}`);
    await expect(charge.locator('summary').first()).not.toContainText('à relancer');
    const { state } = await camille.readCaseFile(id);
    const steps = state.runs.flatMap(({ steps: all }) => all);
    for (const step of ['crip_evaluation', 'feedback_crip'])
      expect(steps.find((it) => it.id === step)?.state).toBe('done');
  });
});
