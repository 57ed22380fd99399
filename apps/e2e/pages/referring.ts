import { expect, type Locator, type Page } from '@playwright/test';

/** What is said of a referral; the rest of its form is the same in every journey. */
export interface SaidReferral {
  readonly to: string | { readonly label: string };
  /** `null`: it goes on with a need that was said before. */
  readonly need: string | null;
  readonly request: string;
}

/** The form that refers a case, open on the page of who may see it. */
export async function openReferralForm(page: Page): Promise<Locator> {
  const form = page.locator('app-referral-form');
  await form.waitFor();
  // Where it goes on with a need it opens by itself, which may be just then.
  await expect(async () => {
    if (!(await form.getByLabel('Vers qui').isVisible()))
      await form.getByText('Orienter vers un partenaire').click();
    await expect(form.getByLabel('Vers qui')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return form;
}

/** Who the child is and their health, without places, with the child and the parents told. */
export async function fillReferral(form: Locator, { to, need, request }: SaidReferral): Promise<void> {
  await form.getByLabel('Vers qui').selectOption(to);
  if (need !== null) await form.getByLabel('Pour quel besoin').selectOption(need);
  await sayWhyBeforeYes(form);
  await form.getByRole('textbox', { name: 'Ce que vous lui demandez' }).fill(request);
  await form.getByRole('checkbox', { name: /^identité/ }).check();
  await form.getByRole('checkbox', { name: /^santé/ }).check();
  await form
    .getByRole('group', { name: /lieux où est l’enfant/ })
    .getByRole('radio', { name: 'Non' })
    .check();
  await form
    .getByRole('group', { name: /tenue au secret/ })
    .getByRole('radio', { name: 'Oui' })
    .check();
  await form.getByLabel('Pour quel motif ?').selectOption({ index: 1 });
  await form.getByRole('textbox', { name: /^Pourquoi fallait-il/ }).fill('Pour la soigner.');
  for (const who of [/^L’enfant le savait/, /^Les parents/])
    await form.getByRole('group', { name: who }).getByRole('radio', { name: 'Oui' }).check();
  await typeView(form);
  await makeSure(form);
}

/** What the child says of a referral. */
export async function typeView(form: Page | Locator): Promise<void> {
  await form.getByRole('radio', { name: 'L’enfant l’a dit' }).check();
  await form.getByLabel('Ses mots').fill('« Je veux bien, si on me dit où. »');
}

/** That nobody around the child works where something of them goes. */
export async function makeSure(form: Page | Locator): Promise<void> {
  await form.getByRole('checkbox', { name: /^Personne autour de l’enfant ne travaille/ }).check();
}

/** Once what leaves was shown. */
export async function sendReferral(page: Page, form: Locator): Promise<void> {
  await expect(form.locator('app-referral-summary')).toContainText('Exactement ceci, et rien d’autre');
  await form.getByRole('button', { name: 'Ouvrir l’orientation' }).click();
  const opened = page.getByText(/^L’orientation est ouverte, fin/);
  // A need that goes on may be a bed: asked for once it is sent.
  const isAsked = form.getByText(/^Cette orientation ne suit pas/).first();
  await expect(opened.or(isAsked).first()).toBeVisible();
  if (!(await opened.isVisible())) {
    await sayWhyBeforeYes(form);
    await form.getByRole('button', { name: 'Ouvrir l’orientation' }).click();
  }
  await expect(opened).toBeVisible();
}

const BEFORE_YES = 'Pourquoi son identité part avant un oui';

/** For a bed, to a service that was not asked first. */
async function sayWhyBeforeYes(form: Locator): Promise<void> {
  const why = form.getByLabel(BEFORE_YES);
  if (await why.isVisible()) await why.fill('Elle est dehors cette nuit, et il a dit oui au téléphone.');
}
