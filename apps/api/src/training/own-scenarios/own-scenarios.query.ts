import type { Words } from '@repere/cases';
import { type AnswerColumns, command, rows } from '../../platform/data/statement';

/** A scenario that a trainer writes, with its newest text. */
export interface OwnScenarioRow {
  readonly id: string;
  readonly name: string | null;
  readonly title: Words | null;
  readonly child: string | null;
  readonly protocols: readonly string[];
  readonly minutes: number | null;
  readonly errors: number;
  readonly revision: number;
  readonly changedAt: Date;
}

export interface ScenarioVersionRow {
  readonly revision: number;
  readonly savedAt: Date;
}

const ROW: AnswerColumns<OwnScenarioRow> = {
  ...{ id: 'uuid', name: 'text?', title: 'jsonb?', child: 'text?', protocols: 'text[]' },
  ...{ minutes: 'integer?', errors: 'integer', revision: 'integer', changedAt: 'timestamptz' },
};
const COLUMNS = `o.id, o.name, o.title, o.child, o.protocols, o.minutes, o.errors, o.revision, o.changed_at AS "changedAt"`;

/** Whose they are is asked here, and by the policies of both tables again. */
export const OWN_SCENARIOS_SQL = {
  /** `$1`: whose. Who else begins one waits until the transaction ends: the last place is given once. */
  lock: command(`SELECT pg_advisory_xact_lock(hashtextextended($1, 47))`),
  /** `$1`: whose. Newest change first. */
  ofOwner: rows<OwnScenarioRow>(ROW).from(
    `SELECT ${COLUMNS} FROM own_scenario o WHERE o.owner_id = $1 ORDER BY o.changed_at DESC, o.id DESC LIMIT 100`,
  ),
  /** `$1`: id, `$2`: whose. */
  find: rows<OwnScenarioRow>(ROW).from(
    `SELECT ${COLUMNS} FROM own_scenario o WHERE o.id = $1 AND o.owner_id = $2`,
  ),
  /** The same, and nobody else changes it until the transaction ends. */
  lockOne: rows<OwnScenarioRow>(ROW).from(
    `SELECT ${COLUMNS} FROM own_scenario o WHERE o.id = $1 AND o.owner_id = $2 FOR UPDATE`,
  ),
  /** `$1`: id, `$2`: revision. */
  text: rows<ScenarioVersionRow & { readonly yaml: string }>({
    ...{ revision: 'integer', savedAt: 'timestamptz', yaml: 'text' },
  }).from(
    `SELECT revision, saved_at AS "savedAt", yaml FROM own_scenario_version WHERE scenario_id = $1 AND revision = $2`,
  ),
  /** `$1`: id. Newest first. */
  versions: rows<ScenarioVersionRow>({ revision: 'integer', savedAt: 'timestamptz' }).from(
    `SELECT revision, saved_at AS "savedAt" FROM own_scenario_version WHERE scenario_id = $1 ORDER BY revision DESC LIMIT 100`,
  ),
  /** `$1`: id, `$2`: whose, `$3` to `$8`: what its text says of it, `$9`: now. */
  insert:
    command(`INSERT INTO own_scenario (id, owner_id, name, title, child, protocols, minutes, errors, changed_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`),
  /** As `insert`: a new revision. */
  save: command(`UPDATE own_scenario SET name = $3, title = $4, child = $5, protocols = $6, minutes = $7, errors = $8, changed_at = $9,
                        revision = revision + 1 WHERE id = $1 AND owner_id = $2`),
  /** `$1`: id, `$2`: revision, `$3`: its text, `$4`: now. */
  keep: command(
    `INSERT INTO own_scenario_version (scenario_id, revision, yaml, saved_at) VALUES ($1, $2, $3, $4)`,
  ),
  /** `$1`: id, `$2`: up to this revision. */
  forget: command(`DELETE FROM own_scenario_version WHERE scenario_id = $1 AND revision <= $2`),
  /** `$1`: id, `$2`: whose. Its texts go with it. */
  remove: command(`DELETE FROM own_scenario WHERE id = $1 AND owner_id = $2`),
} as const;
