import type { FindingSeverity } from '@repere/audit';
import { FINDING_SEVERITY_WORDS } from '@repere/audit';
import { rows } from '../../../platform/data/statement';
import { words } from '../../../platform/answers/words';
import { joined, momentWords, section, type StaffSection, when } from './staff-section.query';

interface MissionRow {
  readonly reference: string;
  readonly state: keyof typeof MISSION_STATES;
  readonly period_from: string;
  readonly period_to: string;
}

interface FindingRow {
  readonly reference: string;
  readonly severity: FindingSeverity;
  readonly raised_at: Date;
  readonly due_on: string;
  readonly answered_at: Date | null;
  readonly closed_at: Date | null;
  readonly author: string;
}

interface RequestRow {
  readonly received_on: string;
  readonly outcome: 'handed-over' | 'refused' | null;
  readonly settled_at: Date | null;
}

interface Counted {
  readonly name: string;
  readonly count: number;
}

/** A month, `2026-03`, with what was counted in it. */
interface MonthRow {
  readonly month: string;
  readonly total: number;
  readonly counted: readonly Counted[];
}

/** What was examined, asked and counted of somebody’s work: dates and numbers, and never of which case. */
export const AUDIT_SECTIONS = {
  missions: section(
    words('Missions d’audit où vous êtes auditeur·rice', 'Audit missions in which you audit'),
    rows<MissionRow>({ reference: 'text', state: 'text', period_from: 'text', period_to: 'text' }).from(`
      SELECT reference, state, period_from::text, period_to::text FROM mission WHERE $1 = ANY (auditor_ids) AND state <> 'draft' ORDER BY created_at, id`),
    ({ reference, state, period_from, period_to }) => [
      {
        label: words(reference, reference),
        text: joined(', ', MISSION_STATES[state], `${period_from} – ${period_to}`),
      },
    ],
  ),

  findings: section(
    words('Constats qui vous sont adressés', 'Findings addressed to you'),
    rows<FindingRow>({
      reference: 'text',
      severity: 'text',
      raised_at: 'timestamptz',
      due_on: 'text',
      answered_at: 'timestamptz?',
      closed_at: 'timestamptz?',
      author: 'text',
    }).from(`
      SELECT f.reference, f.severity, f.raised_at, f.due_on::text, f.answered_at, f.closed_at, a.name AS author
       FROM mission_finding f JOIN account a ON a.id = f.author_id WHERE f.owner_id = $1 ORDER BY f.raised_at, f.id`),
    ({ reference, severity, raised_at, due_on, answered_at, closed_at, author }) => [
      {
        label: words(reference, reference),
        text: joined(
          ', ',
          FINDING_SEVERITY_WORDS[severity],
          momentWords('fait le', 'raised on', raised_at),
          words(`réponse attendue le ${due_on}`, `answer due on ${due_on}`),
          momentWords('répondu le', 'answered on', answered_at),
          momentWords('clos le', 'closed on', closed_at),
        ),
      },
      { label: words('Par', 'By'), text: author, kind: 'others' },
    ],
  ),

  questions: section(
    words('Questions sur vos consultations', 'Questions about your looks'),
    rows<{ readonly asked_at: Date; readonly answered_at: Date | null; readonly by: string }>({
      asked_at: 'timestamptz',
      answered_at: 'timestamptz?',
      by: 'text',
    }).from(`
      SELECT q.asked_at, q.answered_at, by.name AS by FROM access_question q JOIN account by ON by.id = q.asked_by
      WHERE q.asked_of = $1 ORDER BY q.asked_at, q.id`),
    ({ asked_at, answered_at, by }) => [
      {
        label: joined(' ', words('Posée le', 'Asked on'), when(asked_at)),
        text: momentWords('répondue le', 'answered on', answered_at) ?? words('sans réponse', 'no answer'),
      },
      { label: words('Par', 'By'), text: by, kind: 'others' },
    ],
  ),

  requests: section(
    words('Vos demandes d’accès', 'Your requests for access'),
    rows<RequestRow>({ received_on: 'text', outcome: 'text?', settled_at: 'timestamptz?' }).from(`
      SELECT received_on::text, outcome, settled_at FROM access_request WHERE account_id = $1 ORDER BY received_on, id`),
    ({ received_on, outcome, settled_at }) => [
      {
        label: joined(' ', words('Reçue le', 'Received on'), received_on),
        text: joined(' ', OUTCOMES[outcome ?? 'open'], momentWords('le', 'on', settled_at)),
      },
    ],
  ),

  accessEvents: section(
    words('Consultations de dossiers, par mois et par jour', 'Looks at cases, by month and day'),
    rows<MonthRow>({ month: 'text', total: 'integer', counted: 'json' }).from(`
      SELECT month, sum(count)::int AS total, json_agg(json_build_object('name', day, 'count', count) ORDER BY day) AS counted
       FROM (SELECT to_char(l.at AT TIME ZONE 'Europe/Paris', 'YYYY-MM') AS month,
                    to_char(l.at AT TIME ZONE 'Europe/Paris', 'DD') AS day, count(*)::int AS count
               FROM access_event l JOIN alias a ON a.kind = 'account' AND a.alias = l.reader
              WHERE a.subject = $1::text AND l.outcome = 'done' GROUP BY 1, 2) AS days
      GROUP BY month ORDER BY month`),
    (row) => [monthLine(row)],
  ),

  acts: section(
    words('Ce que vous avez fait, d’après le registre, par mois', 'What you did, by the record, by month'),
    rows<MonthRow>({ month: 'text', total: 'integer', counted: 'json' }).from(`
      SELECT month, sum(count)::int AS total, json_agg(json_build_object('name', type, 'count', count) ORDER BY type) AS counted
       FROM (SELECT to_char((e.entry::json ->> 'time')::timestamptz AT TIME ZONE 'Europe/Paris', 'YYYY-MM') AS month,
                    e.entry::json ->> 'type' AS type, count(*)::int AS count
               FROM alias a JOIN ledger_event e ON strpos(e.entry, '"actor":"' || a.alias || '"') > 0
              WHERE a.kind = 'account' AND a.subject = $1::text GROUP BY 1, 2) AS types
      GROUP BY month ORDER BY month`),
    (row) => [monthLine(row)],
  ),

  approvals: section(
    words('Ce que d’autres ont relu de vos actes', 'What others reviewed of your acts'),
    rows<{ readonly approved: number; readonly returned: number }>({
      approved: 'integer',
      returned: 'integer',
    }).from(`
      SELECT count(*) FILTER (WHERE kind = 'entry-approved')::int AS approved,
            count(*) FILTER (WHERE kind = 'entry-returned')::int AS returned
       FROM journal_entry WHERE target_entered_by = $1::text HAVING count(*) > 0`),
    ({ approved, returned }) => [
      { label: words('Validés', 'Approved'), text: String(approved) },
      { label: words('Renvoyés', 'Sent back'), text: String(returned) },
    ],
  ),

  deviations: section(
    words('Écarts relevés dans vos actes', 'Deviations found in your acts'),
    rows<{ readonly found: number; readonly told: number }>({ found: 'integer', told: 'integer' }).from(`
      SELECT (SELECT count(*)::int FROM deviation WHERE entered_by = $1::text) AS found,
            (SELECT count(*)::int FROM deviation_judgement WHERE entered_by = $1::text) AS told`),
    ({ found, told }) => [
      { label: words('Écarts', 'Deviations'), text: String(found) },
      {
        label: words('Explications et avis à leur sujet', 'Explanations and judgements of them'),
        text: String(told),
      },
    ],
  ),
} satisfies Readonly<Record<string, StaffSection>>;

const monthLine = ({ month, total, counted }: MonthRow) => ({
  label: words(month, month),
  text: `${String(total)} (${counted.map(({ name, count }) => `${name} × ${String(count)}`).join(', ')})`,
});

const MISSION_STATES = {
  draft: words('en préparation', 'being prepared'),
  open: words('ouverte', 'open'),
  closed: words('close', 'closed'),
} as const;

const OUTCOMES = {
  open: words('en cours', 'open'),
  'handed-over': words('remise', 'handed over'),
  refused: words('refusée', 'refused'),
} as const;
