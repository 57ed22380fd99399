import type { Page } from '@playwright/test';
import type { Session } from '@repere/contract';

/** The few words of the screen that a check needs in both languages. */
export const WORDS = {
  fr: {
    signIn: 'Se connecter',
    create: 'Créer le dossier',
    verify: 'Vérifier',
    hide: 'Masquer',
    account: 'Compte',
    search: 'Chercher un enfant',
  },
  en: {
    signIn: 'Sign in',
    create: 'Create the case',
    verify: 'Check',
    hide: 'Hide',
    account: 'Account',
    search: 'Look for a child',
  },
} as const;
export type LanguageCode = keyof typeof WORDS;

/** Shows pages in this language, whatever the account's is: other journeys have it on their screens meanwhile. */
export async function readIn(page: Page, language: LanguageCode): Promise<void> {
  await page.addInitScript((code) => localStorage.setItem('repere.language', code), language);
  await page.route('**/api/session', async (route) => {
    const answer = await route.fetch();
    if (route.request().method() !== 'GET' || !answer.ok()) return route.fulfill({ response: answer });
    const session = (await answer.json()) as Session;
    await route.fulfill({
      response: answer,
      json: { ...session, account: { ...session.account, language } },
    });
  });
}
