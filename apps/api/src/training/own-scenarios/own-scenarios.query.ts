import type { Words } from '@repere/cases';
import { type AnswerColumns, command, rows } from '../../platform/data/statement';

/** A scenario that a trainer writes, with its newest text. */
export interface OwnScenarioRow {
  readonly id: string;
  readonly name: string | null;
  readonly title: Words | null;
  readonly child: string | null;
  readonly protocols: readonly string[];
  /** `name@version`, of each that it names. */
  readonly versions: readonly string[];
  readonly minutes: number | null;
  readonly errors: number;
  readonly revision: number;
  readonly changedAt: Date;
}

/** A scenario of somebody, as who changes a protocol has it told. */
export interface SpeakingScenarioRow {
  readonly id: string;
  /** `null`: another's. */
  readonly title: Words | null;
  readonly child: string | null;
  readonly versions: readonly string[];
  readonly yaml: string;
}

export interface ScenarioVersionRow {
  readonly revision: number;
  readonly savedAt: Date;
}

const ROW: AnswerColumns<OwnScenarioRow> = {
  ...{ id: 'uuid', name: 'text?', title: 'jsonb?', child: 'text?' },
  ...{ protocols: 'text[]', versions: 'text[]' },
  ...{ minutes: 'integer?', errors: 'integer', revision: 'integer', changedAt: 'timestamptz' },
};
const COLUMNS = `o.id, o.name, o.title, o.child, o.protocols, o.versions, o.minutes, o.errors, o.revision, o.changed_at AS "changedAt"`;

const SPEAKING: AnswerColumns<SpeakingScenarioRow> = {
  ...{ id: 'uuid', title: 'jsonb?', child: 'text?', versions: 'text[]', yaml: 'text' },
};

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
  /**
   * `$1`: a protocol. Scenarios without an error that speak of it, whoever wrote them, the last changed first: `title` and `child` of one's own alone.
   */
  speakingOf: rows<SpeakingScenarioRow>(SPEAKING).from(
    `SELECT id, title, child, versions, yaml FROM scenarios_speaking_of($1)`,
  ),
  /** `$1`: a protocol, `$2`: whose. The same of one’s own, for who reviews no protocols. */
  ownSpeakingOf: rows<SpeakingScenarioRow>(SPEAKING).from(
    `SELECT o.id, o.title, o.child, o.versions, v.yaml
       FROM own_scenario o JOIN own_scenario_version v ON v.scenario_id = o.id AND v.revision = o.revision
      WHERE o.errors = 0 AND $1 = ANY (o.protocols) AND o.owner_id = $2 ORDER BY o.changed_at DESC, o.id LIMIT 100`,
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
  /** `$1`: id, `$2`: whose, `$3` to `$9`: what its text says of it, `$10`: now. */
  insert:
    command(`INSERT INTO own_scenario (id, owner_id, name, title, child, protocols, versions, minutes, errors, changed_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`),
  /** As `insert`: a new revision. */
  save: command(`UPDATE own_scenario SET name = $3, title = $4, child = $5, protocols = $6, versions = $7, minutes = $8, errors = $9, changed_at = $10,
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
