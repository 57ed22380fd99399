/** How a session was opened, as far as that says how sure we are who it is. */
export const STRENGTHS = ['password', 'two-factors', 'passkey', 'provider'] as const;
export type Strength = (typeof STRENGTHS)[number];
