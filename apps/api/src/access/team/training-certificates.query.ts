import type { AccountRole } from '@repere/access';
import type { Words } from '@repere/cases';
import { type AnswerColumns, command, rows } from '../../platform/data/statement';

/** What somebody who works here practised, as a certificate that came in says. */
export interface CertificateRow {
  readonly id: string;
  readonly accountId: string;
  readonly role: AccountRole;
  readonly scenario: string;
  readonly title: Words;
  readonly protocols: readonly { readonly protocol: string; readonly version: string }[];
  /** ISO day. */
  readonly practisedOn: string;
  readonly space: string;
  readonly trainer: string;
  readonly importedBy: string;
  readonly importedAt: Date;
}

const ROW: AnswerColumns<CertificateRow> = {
  ...{ id: 'uuid', accountId: 'uuid', role: 'text', scenario: 'text', title: 'jsonb', protocols: 'jsonb' },
  ...{ practisedOn: 'text', space: 'text', trainer: 'text', importedBy: 'text', importedAt: 'timestamptz' },
};
const COLUMNS = `c.id, c.account_id AS "accountId", c.role, c.scenario, c.title, c.protocols,
  c.practised_on::text AS "practisedOn", c.space, c.trainer, by_whom.name AS "importedBy", c.imported_at AS "importedAt"`;
const FROM = `FROM training_certificate c JOIN account by_whom ON by_whom.id = c.imported_by WHERE c.withdrawn_at IS NULL`;

/** Who has certificates, and whom a reminder of theirs goes to. */
export const HOLDERS_SQL = {
  /** Some, after the account `$1`; `null`: from the first. */
  list: rows<{ readonly id: string; readonly roles: AccountRole[] }>({ id: 'uuid', roles: 'text[]' }).from(
    `SELECT a.id, a.roles FROM account a
      WHERE ($1::uuid IS NULL OR a.id > $1::uuid) AND account_is_open(a)
        AND EXISTS (SELECT 1 FROM training_certificate c WHERE c.account_id = a.id AND c.withdrawn_at IS NULL)
      ORDER BY a.id LIMIT 200`,
  ),
  /** Of the teams of the accounts `$1`, whoever has one of the roles `$2`. */
  keepers: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT DISTINCT a.id FROM team_member theirs JOIN team_member m ON m.team_id = theirs.team_id JOIN account a ON a.id = m.account_id
      WHERE theirs.account_id = ANY ($1::uuid[]) AND a.roles && $2::text[] AND account_is_open(a)`,
  ),
} as const;

export const CERTIFICATES_SQL = {
  /** `$1`: whose. Newest first; of each person more than anybody has. */
  ofAccounts: rows<CertificateRow>(ROW).from(
    `SELECT ${COLUMNS} ${FROM} AND c.account_id = ANY ($1::uuid[]) ORDER BY c.practised_on DESC, c.id LIMIT 20000`,
  ),
  find: rows<Pick<CertificateRow, 'id' | 'accountId'>>({ id: 'uuid', accountId: 'uuid' }).from(
    `SELECT id, account_id AS "accountId" FROM training_certificate WHERE id = $1`,
  ),
  /** `$1`: id. Whose it is already; of several who bring it in at once, one waits for the other. */
  insert: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `INSERT INTO training_certificate (id, account_id, name, role, scenario, title, protocols, practised_on, space, trainer, log,
                                       file_hash, imported_by, imported_at, why_same)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (id) DO NOTHING RETURNING id`,
  ),
  /** `$1`: id, `$2`: by whom, `$3`: when, `$4`: why. */
  withdraw: command(
    `UPDATE training_certificate SET withdrawn_by = $2, withdrawn_at = $3, withdrawn_why = $4
      WHERE id = $1 AND withdrawn_at IS NULL`,
  ),
  /** Keys that have signed the record here, oldest first. */
  keys: rows<{ readonly key: string }>({ key: 'text' }).from(
    `SELECT key FROM ledger_key ORDER BY number LIMIT 1000`,
  ),
} as const;
