import { ACCESS_ENTITIES } from './access/entities/access-entities';
import { APPOINTMENT_ENTITIES } from './appointments/entities/appointment-entities';
import { AUDIT_ENTITIES } from './audit/entities/audit-entities';
import { CONFERENCE_ENTITIES } from './conferences/entities/conference-entities';
import { CASE_ENTITIES } from './cases/entities/case-entities';
import { RELATION_ENTITIES } from './cases/entities/relation-entities';
import { DIRECTORY_ENTITIES } from './directory/entities/directory-entities';
import { DOCUMENT_ENTITIES } from './documents/entities/document-entities';
import { LEDGER_ENTITIES } from './ledger/entities/ledger-entities';
import { LETTER_ENTITIES } from './letters/entities/letter-entities';
import type { Ciphertext } from './platform/data/column-class';
import { declaredTable, type DeclaredTable, type EntityClass } from './platform/data/declared-table';
import { PLATFORM_ENTITIES } from './platform/entities/platform-entities';
import { PRIVACY_ENTITIES } from './privacy/entities/privacy-entities';
import { PROTOCOL_ENTITIES } from './protocols/entities/protocol-entities';
import { REFERRAL_ENTITIES } from './referrals/entities/referral-entities';
import { REMINDER_ENTITIES } from './reminders/entities/reminder-entities';
import { TRAINING_ENTITIES } from './training/entities/training-entities';

/** Every table of a space's database, by the chapters of the register. A new one is entered in the list of its domain, or a test fails. */
export const ENTITIES_BY_DOMAIN = {
  access: ACCESS_ENTITIES,
  relations: RELATION_ENTITIES,
  cases: CASE_ENTITIES,
  referrals: REFERRAL_ENTITIES,
  letters: LETTER_ENTITIES,
  documents: DOCUMENT_ENTITIES,
  appointments: APPOINTMENT_ENTITIES,
  conferences: CONFERENCE_ENTITIES,
  reminders: REMINDER_ENTITIES,
  audit: AUDIT_ENTITIES,
  protocols: PROTOCOL_ENTITIES,
  directory: DIRECTORY_ENTITIES,
  platform: [...PLATFORM_ENTITIES, ...LEDGER_ENTITIES],
  privacy: PRIVACY_ENTITIES,
  training: TRAINING_ENTITIES,
} as const satisfies Readonly<Record<string, readonly EntityClass[]>>;

const ALL = Object.values(ENTITIES_BY_DOMAIN).flat();

/** Every table as it is declared. */
export const DECLARED_TABLES: readonly DeclaredTable[] = ALL.map(declaredTable);

/** Every entity that TypeORM can read. */
export const entities: EntityClass[] = ALL.filter((entity) => declaredTable(entity).onlySql === undefined);

/** A column that holds ciphertext, with where it is bound to. */
export interface CiphertextColumn extends Ciphertext {
  readonly table: string;
  readonly column: string;
}

/** All of them. */
export const CIPHERTEXT_COLUMNS: readonly CiphertextColumn[] = DECLARED_TABLES.flatMap(({ name, columns }) =>
  columns.flatMap(({ column, its }) => (its.is === 'ciphertext' ? [{ table: name, column, ...its }] : [])),
);
