/** Ways to show, beside the password, that it is really you: a code of the authenticator app, a recovery code, a passkey. */
export const STEP_MEANS = ['code', 'recovery-code', 'passkey'] as const;
export type StepMeans = (typeof STEP_MEANS)[number];
