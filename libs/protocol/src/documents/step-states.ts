export const STEP_STATES = [
  'not-applicable',
  'waiting',
  'blocked',
  'not-yet',
  'ready',
  'to-confirm',
  'awaiting-approval',
  'done-to-approve',
  'done',
  'waived',
] as const;
/** State of a step; the words on screen are five, see `docs/glossary.md`. */
export type StepState = (typeof STEP_STATES)[number];
