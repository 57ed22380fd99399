import type { Locator, Page } from '@playwright/test';
import { inventedName } from '../api-client';
import { isSettled } from '../axe';
import { expect, test } from '../journey';
import { StepForm } from '../pages/step-form';
import { countSeenWords } from '../seen-words';

/**
 * What the README's first ten minutes may cost somebody new. The words of a day and of a queue are as many as others make
 * them (some 800 on a fresh demo): they are told, not held.
 */
const MOST = { clicks: 40, addresses: 20, words: 3100 } as const;
const GROWING: readonly string[] = ['my day', 'the team’s day', 'approvals'];

/** Presses, addresses and words, as somebody follows the README to the letter. */
class Walk {
  clicks = 0;
  readonly addresses: string[] = [];
  readonly screens: { readonly name: string; readonly words: number }[] = [];
  private last = '';

  constructor(readonly page: Page) {}

  async click(target: Locator): Promise<void> {
    this.clicks++;
    await target.first().click();
  }

  /** The screen that has come up, read from top to bottom. */
  async read(name: string): Promise<void> {
    await isSettled(this.page);
    const { pathname } = new URL(this.page.url());
    if (pathname !== this.last) this.addresses.push(pathname);
    this.last = pathname;
    this.screens.push({ name, words: await countSeenWords(this.page) });
  }

  get words(): number {
    return this.screens
      .filter(({ name }) => !GROWING.includes(name))
      .reduce((sum, { words }) => sum + words, 0);
  }
}

test('the README’s ten minutes are forty presses, twenty addresses and as few words as an act allows', async ({
  page,
}, info) => {
  test.setTimeout(180_000);
  const walk = new Walk(page);
  const form = new StepForm(page);
  const main = page.getByRole('main');
  const press = (name: string | RegExp) => walk.click(page.getByRole('button', { name }));
  const choose = (question: string | RegExp, answer: string) =>
    walk.click(form.group(question).getByRole('radio', { name: answer, exact: true }));
  const tick = (question: string | RegExp, answer: string | RegExp) =>
    walk.click(form.group(question).getByRole('checkbox', { name: answer }));
  const begin = () => walk.click(page.getByRole('link', { name: 'Faire cette étape', exact: true }));
  const record = async (name: string): Promise<void> => {
    await expect(form.heading).toHaveText('Vérifier avant d’enregistrer');
    await walk.read(`${name}: check`);
    await press(/^Enregistrer/);
    await expect(form.heading).toHaveText('C’est enregistré');
    await walk.read(`${name}: done`);
  };
  const doStep = async (name: string, fill: () => Promise<void>): Promise<void> => {
    await form.isShown();
    await expect(form.heading).toHaveText(name);
    await walk.read(name);
    await fill();
    await press('Vérifier');
    await record(name);
  };

  await test.step('a case is opened', async () => {
    await page.goto('/connexion');
    await walk.read('sign in');
    await press(/Camille Exemple/);
    await expect(form.heading).toContainText('Ma journée');
    await walk.read('my day');
    await walk.click(page.getByRole('link', { name: 'Nouveau dossier' }));
    await expect(form.heading).toHaveText('Nouveau dossier');
    await walk.read('new case');
    await choose('Avez-vous constaté un danger immédiat ?', 'Oui');
    const name = inventedName();
    await form.typeText('Comment l’appeler', name);
    await form.group('Date de naissance').getByRole('textbox', { name: 'Année' }).fill('2009');
    await press('Créer le dossier');
    await expect(form.heading).toHaveText(name);
    await walk.read('case');
  });

  await test.step('health, danger, the letter', async () => {
    await begin();
    await doStep('La santé d’abord', () => choose(/^Une exposition récente est possible/, 'Non'));
    await begin();
    await doStep('Évaluer le danger', async () => {
      await choose(/^Danger$/, 'danger');
      await tick('Motifs', 'l’exploiteur peut atteindre l’enfant');
    });
    await begin();
    await form.isShown();
    await walk.read('CRIP');
    await walk.click(page.getByRole('link', { name: /^Préparer la lettre/ }));
    await expect(page.getByRole('button', { name: 'Vérifier la lettre' })).toBeVisible();
    await walk.read('letter');
    await choose(/^Famille prévenue/, 'Non');
    await form.typeText(/^Pourquoi/, 'Mise en cause (fictif).');
    await press('Vérifier la lettre');
    await expect(page.getByRole('button', { name: 'Arrêter la lettre' })).toBeVisible();
    await walk.read('letter: check');
    await press('Arrêter la lettre');
    await expect(page.getByRole('button', { name: 'Noter l’envoi' })).toBeVisible();
    await walk.read('letter: settled');
    await walk.click(page.getByRole('radio', { name: 'poste' }));
    await form.typeText(/^Pourquoi fallait-il/, 'Pour que l’enfant soit évalué.');
    // What the letter says of the parents is not asked anew.
    await choose(/^L’enfant le savait/, 'Oui');
    await press('Noter l’envoi');
    await expect(page.getByRole('link', { name: 'Terminer l’étape' })).toBeVisible();
    await walk.read('letter: sent');
    // What was sent is in the step already: its check comes up.
    await walk.click(page.getByRole('link', { name: 'Terminer l’étape' }));
    await record('CRIP');
  });

  await test.step('signs and status, from what is not yet possible', async () => {
    await walk.click(page.getByRole('link', { name: 'Retour au dossier', exact: true }));
    await expect(page.getByRole('link', { name: 'Faire cette étape' })).toBeVisible();
    await walk.click(main.getByText(/^Pas encore possible\s: \d+$/));
    await walk.read('case, unfolded');
    await walk.click(main.getByRole('link', { name: 'Dire si l’enfant est peut-être victime' }));
    await expect(form.heading).toHaveText('Dire si l’enfant est peut-être victime');
    await walk.read('not yet possible');
    await walk.click(main.getByRole('link', { name: 'Noter les signes vus ou dits' }));
    await doStep('Noter les signes vus ou dits', async () => {
      await walk.click(form.sign('Plusieurs téléphones'));
      await choose(/^Vous êtes formé·e au repérage/, 'Oui');
    });
    await walk.click(main.getByRole('link', { name: 'Dire si l’enfant est peut-être victime' }));
    await doStep('Dire si l’enfant est peut-être victime', async () => {
      await choose(/^Statut de victime/, 'possible');
      await tick('Motifs', 'signes vus par un professionnel');
    });
  });

  await test.step('the second person', async () => {
    await walk.click(page.getByText('Compte', { exact: true }));
    await walk.click(page.getByText(/^Se déconnecter/));
    await page.waitForURL('**/connexion');
    await walk.read('sign in again');
    await press(/Sacha Exemple/);
    await expect(form.heading).toContainText('Journée');
    await walk.read('the team’s day');
    await walk.click(page.getByRole('link', { name: /Approbations/ }).filter({ visible: true }));
    await expect(form.heading).toContainText('à valider');
    await expect(page.getByRole('button', { name: 'Valider' })).toBeVisible();
    await walk.read('approvals');
  });

  info.annotations.push({
    type: 'ten minutes',
    description: `${String(walk.clicks)} presses, ${String(walk.addresses.length)} addresses, ${String(walk.words)} words: ${walk.screens.map(({ name, words }) => `${name} ${String(words)}`).join(', ')}`,
  });
  expect.soft(walk.clicks).toBeLessThanOrEqual(MOST.clicks);
  expect.soft(walk.addresses.length).toBeLessThanOrEqual(MOST.addresses);
  expect.soft(walk.words).toBeLessThanOrEqual(MOST.words);
});
