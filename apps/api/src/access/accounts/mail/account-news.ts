type Language = 'fr' | 'en';

interface RenderedNews {
  readonly subject: string;
  /** What has happened, in a sentence or two. */
  readonly what: string;
}

/**
 * Word of something that has happened to an account: its owner finds out if it was somebody else. Whose account, by what and for
 * what is in none of them.
 */
const NEWS = {
  'password-changed': {
    fr: {
      subject: 'mot de passe changé',
      what: 'Le mot de passe de votre compte a été changé, et vos autres séances sont terminées.',
    },
    en: {
      subject: 'password changed',
      what: 'The password of your account was changed, and your other sessions have ended.',
    },
  },
  'email-changed': {
    fr: {
      subject: 'adresse changée',
      what: 'L’adresse de votre compte a été changée : ses courriels arrivent désormais ici.',
    },
    en: {
      subject: 'address changed',
      what: 'The address of your account was changed: its mails now arrive here.',
    },
  },
  'email-left': {
    fr: {
      subject: 'adresse changée',
      what: 'L’adresse de votre compte a été changée : ses courriels n’arrivent plus ici, et celui-ci est le dernier.',
    },
    en: {
      subject: 'address changed',
      what: 'The address of your account was changed: its mails no longer arrive here, and this is the last one.',
    },
  },
  'roles-changed': {
    fr: {
      subject: 'droits changés',
      what: 'Les droits de votre compte ont été changés, et vos séances sont terminées. « Mon compte » dit lesquels vous avez.',
    },
    en: {
      subject: 'rights changed',
      what: 'The rights of your account were changed, and your sessions have ended. “My account” says which you have.',
    },
  },
  'factor-added': {
    fr: {
      subject: 'seconde preuve ajoutée',
      what: 'Une seconde preuve (clé d’accès ou application de codes) a été ajoutée à votre compte.',
    },
    en: {
      subject: 'second factor added',
      what: 'A second factor (a passkey or an authenticator app) was added to your account.',
    },
  },
  'factor-removed': {
    fr: {
      subject: 'seconde preuve retirée',
      what: 'Une seconde preuve (clé d’accès ou application de codes) a été retirée de votre compte.',
    },
    en: {
      subject: 'second factor removed',
      what: 'A second factor (a passkey or an authenticator app) was removed from your account.',
    },
  },
  'factors-reset': {
    fr: {
      subject: 'seconde preuve retirée',
      what: 'L’administration de votre service a retiré les secondes preuves de votre compte. Vous en ajouterez une à la prochaine connexion.',
    },
    en: {
      subject: 'second factor removed',
      what: 'Your service’s administration took the second factors of your account away. You will add one at the next sign-in.',
    },
  },
  'recovery-codes-renewed': {
    fr: {
      subject: 'nouveaux codes de secours',
      what: 'De nouveaux codes de secours ont été faits pour votre compte. Les anciens n’ouvrent plus rien.',
    },
    en: {
      subject: 'new recovery codes',
      what: 'New recovery codes were made for your account. Those before open nothing any more.',
    },
  },
  'provider-linked': {
    fr: {
      subject: 'compte lié',
      what: 'Votre compte a été lié à une identité d’un autre service : elle l’ouvre désormais.',
    },
    en: {
      subject: 'account linked',
      what: 'Your account was linked to an identity of another service: it opens it from now on.',
    },
  },
  'provider-unlinked': {
    fr: {
      subject: 'compte délié',
      what: 'Votre compte n’est plus lié à une identité d’un autre service : elle ne l’ouvre plus.',
    },
    en: {
      subject: 'account unlinked',
      what: 'Your account is no longer linked to an identity of another service: it does not open it any more.',
    },
  },
  'data-gathered': {
    fr: {
      subject: 'demande d’accès préparée',
      what: 'Ce que Repère garde sur vous a été rassemblé, pour répondre à une demande d’accès faite en votre nom.',
    },
    en: {
      subject: 'request for access prepared',
      what: 'What Repère keeps about you was gathered, to answer a request for access made in your name.',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, RenderedNews>>>>;

export type AccountNews = keyof typeof NEWS;
export const ACCOUNT_NEWS = Object.keys(NEWS) as readonly AccountNews[];

export const isAccountNews = (kind: string): kind is AccountNews => Object.hasOwn(NEWS, kind);

/** What has happened, when, and whom to call if it was somebody else. No link: a mail with one can be imitated. */
const FRAME = {
  fr: (what: string, at: string): readonly string[] => [
    'Bonjour,',
    what,
    `C’était le ${at}, heure de Paris.`,
    'C’était vous, ou vous l’aviez demandé ? Il n’y a rien à faire.',
    'Sinon, appelez tout de suite l’administration de votre service, et votre responsable si elle ne répond pas : le compte peut être fermé aussitôt.',
    'Ce courriel ne contient aucun lien. Pour ouvrir Repère, tapez son adresse vous-même.',
  ],
  en: (what: string, at: string): readonly string[] => [
    'Hello,',
    what,
    `It was on ${at}, Paris time.`,
    'It was you, or you asked for it? There is nothing to do.',
    'If not, call your service’s administration at once, and your supervisor if nobody answers: the account can be closed right away.',
    'This mail holds no link. To open Repère, type its address yourself.',
  ],
} as const;

/** Subject and paragraphs. `at`: when it happened, in words of the language. */
export function renderNews(
  news: AccountNews,
  language: Language,
  at: string,
): { readonly subject: string; readonly lines: readonly string[] } {
  const { subject, what } = NEWS[news][language];
  return { subject, lines: FRAME[language](what, at) };
}
