import { command, rows } from '../../platform/data/statement';
import type { AnswerColumns } from '../../platform/data/statement';
import { SENT_LETTERS, type SentLetterRow } from '../charge/sent-letters.query';
import { STANDING_PROPOSAL, type StandingProposalRow } from '../lead/lead-proposals.query';
import { TIE_TO_ANSWER } from '../links/tie-to-answer.query';
import { NEXT_APPOINTMENT, type NextAppointmentRow } from '../next-appointment/next-appointment.query';
import { VERSIONS_MARK } from '../../protocols/versions/versions-mark.query';
import type { CaseRow, OwnDraftRow } from './case-row';

/** The line of a case with what whoever opens it needs next: its key, its name in the record, names of who works on it. */
export interface ReadCaseRow extends Omit<
  CaseRow,
  | 'drafts'
  | 'isTieAsked'
  | 'isServiceAsked'
  | 'sentLetters'
  | 'nextAppointment'
  | 'leadProposal'
  | 'projected'
> {
  readonly projected: Readonly<Record<string, string>> | null;
  /** `null`: it has none yet. */
  readonly alias: string | null;
  /** The data key; `null`: erased. */
  readonly wrapped: Buffer | null;
  readonly kekId: string | null;
  /** Of the lead and of whoever was assigned, by id. */
  readonly names: Readonly<Record<string, string>> | null;
  readonly versionsMark: string | null;
}

/** A case that is opened for a page: what the reader had typed, too. */
export interface OpenedCaseRow extends ReadCaseRow {
  readonly drafts: readonly OwnDraftRow[];
  readonly isTieAsked: boolean;
  readonly isServiceAsked: boolean;
  readonly sentLetters: readonly SentLetterRow[];
  readonly nextAppointment: NextAppointmentRow | null;
  readonly leadProposal: StandingProposalRow | null;
}

const COLUMNS: AnswerColumns<ReadCaseRow> = {
  ...{ id: 'uuid', reference: 'text', teamId: 'uuid', teamName: 'text', teamKind: 'text', leadId: 'uuid?' },
  ...{ territory: 'text', openedAt: 'timestamptz', seq: 'integer', dataKeyId: 'uuid', child: 'bytea' },
  projected: 'jsonb?',
  ...{ grants: 'jsonb', circle: 'uuid[]?', recusedIds: 'uuid[]', missionIds: 'uuid[]' },
  ...{ alias: 'text?', wrapped: 'bytea?', kekId: 'text?', names: 'jsonb?', versionsMark: 'text?' },
};

const SELECT = `
  SELECT c.id, c.reference, c.team_id AS "teamId", t.name AS "teamName", t.kind AS "teamKind",
         -- Whoever is not here leads nothing, from that day on.
         (SELECT l.id FROM account l WHERE l.id = c.lead_id AND account_is_open(l)) AS "leadId", c.territory,
         c.opened_at AS "openedAt", c.seq::int AS seq, c.data_key_id AS "dataKeyId", c.child, c.projected,
         coalesce((SELECT jsonb_agg(jsonb_build_object('accountId', a.account_id, 'relation', a.relation,
                                                       'entryId', a.entry_id, 'classes', a.classes, 'sharingId', a.sharing_id,
                                                       'until', a.until_at))
                     FROM (SELECT account_id, relation, entry_id, grant_carries(assignment) AS classes, sharing_id, until_at FROM assignment
                            WHERE case_file_id = c.id AND ended_at IS NULL AND (until_at IS NULL OR until_at > $2)
                           UNION ALL
                           SELECT account_id, 'break-glass', NULL, NULL, NULL, until_at FROM break_glass
                            WHERE case_file_id = c.id AND ended_at IS NULL AND until_at > $2) a), '[]') AS grants,
         (SELECT r.circle FROM restriction r WHERE r.case_file_id = c.id AND r.ended_at IS NULL) AS circle,
         ARRAY(SELECT r.account_id FROM recusal r WHERE r.case_file_id = c.id AND r.lifted_at IS NULL) AS "recusedIds",
         ARRAY(SELECT m.mission_id FROM mission_case m
                WHERE m.case_file_id = c.id AND m.mission_id = ANY ((SELECT app_open_missions_array())::uuid[])) AS "missionIds",
         (SELECT n.alias FROM alias n WHERE n.kind = 'case' AND n.subject = c.id::text) AS alias, k.wrapped, k.kek_id AS "kekId",
         (SELECT jsonb_object_agg(w.id, w.name) FROM account w WHERE w.id = c.lead_id OR w.id IN
            (SELECT a.account_id FROM assignment a WHERE a.case_file_id = c.id AND a.relation = 'assigned' AND a.ended_at IS NULL)) AS names,
         ${VERSIONS_MARK} AS "versionsMark"`;

const FROM = `
    FROM case_file c JOIN team t ON t.id = c.team_id LEFT JOIN data_key k ON k.id = c.data_key_id`;

/**
 * Of each of these cases what stands for it elsewhere is read once for all, where one case asks for its own. `ids` and `at` are SQL: an
 * array of uuids, a moment.
 */
const listOf = (ids: string, at: string): string => `
  WITH c AS MATERIALIZED (
         SELECT id, reference, team_id, lead_id, territory, opened_at, seq, data_key_id, child FROM case_file WHERE id = ANY (${ids})),
       lead AS MATERIALIZED (
         SELECT l.id, l.name, account_is_open(l) AS is_open FROM account l WHERE l.id = ANY (ARRAY(SELECT DISTINCT c.lead_id FROM c))),
       given AS MATERIALIZED (
         SELECT a.id, jsonb_agg(jsonb_build_object('accountId', a.account_id, 'relation', a.relation, 'entryId', a.entry_id,
                                                   'classes', a.classes, 'sharingId', a.sharing_id, 'until', a.until_at)) AS grants
           FROM (SELECT case_file_id AS id, account_id, relation, entry_id, grant_carries(assignment) AS classes, sharing_id, until_at
                   FROM assignment
                  WHERE case_file_id = ANY (${ids}) AND ended_at IS NULL AND (until_at IS NULL OR until_at > ${at})
                 UNION ALL
                 SELECT case_file_id, account_id, 'break-glass', NULL, NULL, NULL, until_at FROM break_glass
                  WHERE case_file_id = ANY (${ids}) AND ended_at IS NULL AND until_at > ${at}) a GROUP BY a.id),
       circle AS MATERIALIZED (
         SELECT r.case_file_id AS id, r.circle FROM restriction r WHERE r.case_file_id = ANY (${ids}) AND r.ended_at IS NULL),
       recused AS MATERIALIZED (
         SELECT r.case_file_id AS id, array_agg(r.account_id) AS ids FROM recusal r
          WHERE r.case_file_id = ANY (${ids}) AND r.lifted_at IS NULL GROUP BY r.case_file_id),
       examined AS MATERIALIZED (
         SELECT m.case_file_id AS id, array_agg(m.mission_id) AS ids FROM mission_case m
          WHERE m.mission_id = ANY ((SELECT app_open_missions_array())::uuid[]) AND m.case_file_id = ANY (${ids})
          GROUP BY m.case_file_id)
  SELECT c.id, c.reference, c.team_id AS "teamId", t.name AS "teamName", t.kind AS "teamKind",
         CASE WHEN lead.is_open THEN lead.id END AS "leadId", c.territory, c.opened_at AS "openedAt", c.seq::int AS seq,
         c.data_key_id AS "dataKeyId", c.child, NULL::jsonb AS projected, coalesce(given.grants, '[]') AS grants, circle.circle,
         coalesce(recused.ids, '{}') AS "recusedIds", coalesce(examined.ids, '{}') AS "missionIds", n.alias, k.wrapped,
         k.kek_id AS "kekId", CASE WHEN lead.id IS NOT NULL THEN jsonb_build_object(lead.id, lead.name) END AS names,
         ${VERSIONS_MARK} AS "versionsMark"
    FROM c JOIN team t ON t.id = c.team_id LEFT JOIN data_key k ON k.id = c.data_key_id
         LEFT JOIN alias n ON n.kind = 'case' AND n.subject = c.id::text LEFT JOIN lead ON lead.id = c.lead_id
         LEFT JOIN given ON given.id = c.id LEFT JOIN circle ON circle.id = c.id LEFT JOIN recused ON recused.id = c.id
         LEFT JOIN examined ON examined.id = c.id`;

/** Lines of cases that another statement sends with what it found; names of leads alone, and not what was projected. */
type SentCase = Omit<ReadCaseRow, 'openedAt' | 'child' | 'wrapped' | 'projected' | 'versionsMark'> & {
  readonly openedAt: string;
  /** Ciphertext in Base64. */
  readonly child: string;
  readonly wrapped: string | null;
};

/**
 * The cases `ids` as one JSON value, `null` where there are none; `readSentCases` reads it. Rights count as of now, whatever moment
 * the other statement is about: a list that goes on stays as of when it began, what was given to its reader may have lapsed since.
 */
export const sentCases = (ids: string): string => `(
  SELECT json_agg(s) FROM (
    SELECT r.id, r.reference, r."teamId", r."teamName", r."teamKind", r."leadId", r.territory, r."openedAt", r.seq, r."dataKeyId",
           encode(r.child, 'base64') AS child, r.grants, r.circle, r."recusedIds", r."missionIds", r.alias,
           encode(r.wrapped, 'base64') AS wrapped, r."kekId", r.names FROM (${listOf(ids, '(SELECT app_now())')}) AS r) AS s)`;

export const readSentCases = (sent: unknown): readonly Omit<ReadCaseRow, 'versionsMark'>[] =>
  ((sent ?? []) as readonly SentCase[]).map(({ openedAt, child, wrapped, ...row }) => ({
    ...{ ...row, openedAt: new Date(openedAt), child: Buffer.from(child, 'base64'), projected: null },
    wrapped: wrapped === null ? null : Buffer.from(wrapped, 'base64'),
  }));

/** Lines of cases. */
export const CASE_ROWS_SQL = {
  lock: command(`SELECT FROM case_file WHERE id = $1 FOR NO KEY UPDATE`),

  /** Of the cases `$1`, at `$2`; names of leads alone, and not what was projected. */
  list: rows<ReadCaseRow>(COLUMNS).from(listOf('$1::uuid[]', '$2')),

  /** Of the case `$1`, at `$2`. */
  find: rows<OpenedCaseRow>({
    ...{
      ...COLUMNS,
      drafts: 'json',
      isTieAsked: 'boolean',
      isServiceAsked: 'boolean',
      sentLetters: 'json',
      nextAppointment: 'json?',
      leadProposal: 'json?',
    },
  }).from(`${SELECT},
         coalesce((SELECT json_agg(json_build_object('runId', d.run_id, 'step', d.step, 'content', encode(d.content, 'base64'),
                                    'protocolVersion', d.protocol_version, 'savedAt', d.saved_at, 'revision', d.revision))
                     FROM draft d WHERE d.case_file_id = c.id AND d.account_id = (SELECT app_account())), '[]') AS drafts,
         EXISTS (SELECT 1 FROM case_link l WHERE l.case_file_id = c.id AND ${TIE_TO_ANSWER}) AS "isTieAsked",
         EXISTS (SELECT 1 FROM referral_event e WHERE e.case_file_id = c.id)
           OR EXISTS (SELECT 1 FROM capacity_question q WHERE q.case_file_id = c.id)
           OR EXISTS (SELECT 1 FROM prepared_referral p WHERE p.case_file_id = c.id) AS "isServiceAsked",
         ${SENT_LETTERS} AS "sentLetters",
         ${NEXT_APPOINTMENT} AS "nextAppointment", ${STANDING_PROPOSAL} AS "leadProposal"
    ${FROM} WHERE c.id = $1::uuid`),
} as const;
