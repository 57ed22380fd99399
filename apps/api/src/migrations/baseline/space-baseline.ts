import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS } from './access';
import { APPOINTMENTS } from './appointments';
import { AUDIT } from './audit';
import { CAPACITY } from './capacity';
import { CASE_LINKS } from './case-links';
import { LEAD_PROPOSALS } from './lead-proposals';
import { CASES } from './cases';
import { CONFERENCES } from './conferences';
import { CONTEXT } from './context';
import { DIRECTORY } from './directory';
import { DOCUMENTS } from './documents';
import { ENTERING } from './entering';
import { ERASING } from './erasing';
import { LEDGER } from './ledger';
import { LETTERS } from './letters';
import { MISSIONS } from './missions';
import { type Part } from './part';
import { PLATFORM } from './platform';
import { PRIVACY } from './privacy';
import { PROJECTIONS } from './projections';
import { PROTOCOLS } from './protocols';
import { REFERRALS } from './referrals';
import { relations } from './relations';
import { REMINDERS } from './reminders';
import { SESSIONS } from './sessions';
import { TRAINING } from './training';
import { CASE_GRANTS } from './case-grants';

/** In the order of the domains: a table stands on those above it. */
const PARTS: readonly Part[] = [
  ...[PLATFORM, LEDGER, ACCESS, SESSIONS, PROTOCOLS, DIRECTORY],
  ...[
    CASES,
    PROJECTIONS,
    REMINDERS,
    CASE_GRANTS,
    CASE_LINKS,
    LEAD_PROPOSALS,
    AUDIT,
    MISSIONS,
    PRIVACY,
    REFERRALS,
    CAPACITY,
    LETTERS,
    DOCUMENTS,
    APPOINTMENTS,
    CONFERENCES,
    TRAINING,
  ],
];

/** A space's database as the first release has it. Never changed once it has run: what comes later is a migration after it. */
export class SpaceBaseline implements MigrationInterface {
  readonly name = 'SpaceBaseline1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { tables } of PARTS) await runner.query(tables);
    await runner.query(CONTEXT);
    for (const { functions } of PARTS) if (functions !== undefined) await runner.query(functions);
    await runner.query(ENTERING);
    await runner.query(ERASING);
    for (const { rights } of PARTS) for (const sql of rights) await runner.query(sql);
    for (const sql of relations()) await runner.query(sql);
    await runner.query(`SELECT let_erasure_in()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
