import type { Text } from './words';

/** How a session was opened, as far as that says how sure we are who it is. */
export const STRENGTHS = ['password', 'two-factors', 'passkey', 'provider'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** As somebody reads it of their own sessions, after when one began. */
export const STRENGTH_WORDS: Readonly<Record<Strength, Text>> = {
  password: { fr: 'avec un mot de passe', en: 'with a password' },
  'two-factors': { fr: 'avec deux preuves', en: 'with two factors' },
  passkey: { fr: 'avec une clé d’accès', en: 'with a passkey' },
  provider: { fr: 'par un compte lié', en: 'by a linked account' },
};
