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
