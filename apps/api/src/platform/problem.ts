import type { Words } from '@repere/cases';
import type { RefusalCode } from './refusal';

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
    title: { fr: 'Le dossier a changé entre-temps.', en: 'The case has changed meanwhile.' },
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
} as const satisfies Record<RefusalCode | 'failed', { status: number; title: Words }>;

export type ProblemCode = keyof typeof PROBLEMS;
