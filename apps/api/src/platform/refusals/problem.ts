import type { Words } from '@repere/cases';

/** HTTP status and words of each refusal: the only place where the two meet. */
export const PROBLEMS = {
  invalid: {
    status: 400,
    title: { fr: 'La demande contient une erreur.', en: 'The request contains an error.' },
  },
  unauthenticated: {
    status: 401,
    title: { fr: 'Connectez-vous pour continuer.', en: 'Sign in to go on.' },
  },
  'sign-in-failed': {
    status: 401,
    title: {
      fr: 'Identifiant ou mot de passe incorrect.',
      en: 'Wrong login or password.',
    },
  },
  'second-step-failed': {
    status: 403,
    title: {
      fr: 'Ce code n’est pas le bon, ou il a déjà servi.',
      en: 'This code is not right, or was used already.',
    },
  },
  'second-step-over': {
    status: 403,
    title: {
      fr: 'Trop de temps ou trop d’essais : recommencez la connexion.',
      en: 'Too much time or too many tries: start signing in again.',
    },
  },
  'second-factor-due': {
    status: 403,
    title: {
      fr: 'Ajoutez d’abord une seconde preuve à votre compte.',
      en: 'First add a second factor to your account.',
    },
  },
  'passkey-refused': {
    status: 403,
    title: {
      fr: 'Cette clé d’accès n’a pas été acceptée.',
      en: 'This passkey was not accepted.',
    },
  },
  'step-up-required': {
    status: 403,
    title: {
      fr: 'Confirmez d’abord que c’est bien vous.',
      en: 'First confirm that it is you.',
    },
  },
  'step-up-failed': {
    status: 403,
    title: {
      fr: 'Ce n’est pas le bon mot de passe, ou pas le bon code.',
      en: 'The password or the code is not right.',
    },
  },
  locked: {
    status: 429,
    title: {
      fr: 'Trop d’essais. Attendez avant de recommencer.',
      en: 'Too many tries. Wait before you try again.',
    },
  },
  'cross-site': {
    status: 403,
    title: {
      fr: 'Cette demande ne vient pas de Repère.',
      en: 'This request does not come from Repère.',
    },
  },
  'not-found': {
    status: 404,
    title: { fr: 'Introuvable.', en: 'Not found.' },
  },
  'not-allowed': {
    status: 403,
    title: { fr: 'Vous ne pouvez pas faire cela.', en: 'You may not do this.' },
  },
  refused: {
    status: 422,
    title: { fr: 'Ce n’est pas possible maintenant.', en: 'This is not possible now.' },
  },
  stale: {
    status: 412,
    title: {
      fr: 'Ce que vous aviez sous les yeux a changé entre-temps.',
      en: 'What you had before you has changed meanwhile.',
    },
  },
  'precondition-missing': {
    status: 428,
    title: {
      fr: 'Il manque l’en-tête If-Match : la version que vous avez lue.',
      en: 'The If-Match header is missing: the version that you read.',
    },
  },
  'key-missing': {
    status: 400,
    title: {
      fr: 'Il manque l’en-tête Idempotency-Key (8 à 100 lettres, chiffres, tirets).',
      en: 'The Idempotency-Key header is missing (8 to 100 letters, digits, hyphens).',
    },
  },
  'key-reused': {
    status: 422,
    title: {
      fr: 'Cette clé Idempotency-Key a déjà servi pour une autre demande.',
      en: 'This Idempotency-Key was already used for another request.',
    },
  },
  conflict: {
    status: 409,
    title: { fr: 'Cela existe déjà.', en: 'This exists already.' },
  },
  'changed-elsewhere': {
    status: 409,
    title: {
      fr: 'Cela a changé entre-temps.',
      en: 'This has changed meanwhile.',
    },
  },
  'too-many': {
    status: 429,
    title: { fr: 'Trop de demandes à la fois.', en: 'Too many requests at once.' },
  },
  'too-large': {
    status: 413,
    title: { fr: 'La demande est trop volumineuse.', en: 'The request is too large.' },
  },
  'unsupported-media': {
    status: 415,
    title: { fr: 'Envoyez du JSON (application/json).', en: 'Send JSON (application/json).' },
  },
  'space-gone': {
    status: 410,
    title: {
      fr: 'Cet espace d’exercice a été supprimé. Rien de ce qui s’y est fait n’est gardé.',
      en: 'This training space was deleted. Nothing of what was done in it is kept.',
    },
  },
  'space-shut': {
    status: 503,
    title: {
      fr: 'Cet espace d’exercice est fermé pour l’instant : on le prépare, ou il est archivé. Demandez à qui anime.',
      en: 'This training space is closed just now: it is being prepared, or archived. Ask whoever leads.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { fr: 'Cette méthode n’existe pas ici.', en: 'There is no such method here.' },
  },
  unavailable: {
    status: 503,
    title: {
      fr: 'Repère est momentanément indisponible. Réessayez dans un instant.',
      en: 'Repère is unavailable for a moment. Try again shortly.',
    },
  },
  failed: {
    status: 500,
    title: {
      fr: 'Une erreur est survenue. Rien n’a été enregistré.',
      en: 'An error occurred. Nothing was recorded.',
    },
  },
} as const satisfies Record<string, { status: number; title: Words }>;

export type ProblemCode = keyof typeof PROBLEMS;
