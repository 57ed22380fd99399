import type { About } from '@repere/cases';

/** The accounts that the sign-in page shows with their passwords. Nothing provides it but the demo. */
export const DEMO_PEOPLE = Symbol('DEMO_PEOPLE');

export type DemoPeople = About['demoAccounts'];
