import type { AboutDto } from './about.dto';

/** The accounts that the sign-in page shows with their passwords. Nothing provides it but the demo. */
export const DEMO_PEOPLE = Symbol('DEMO_PEOPLE');

export type DemoPeople = AboutDto['demoAccounts'];
