import { RELATION_WORDS, type GrantedRelation } from '@repere/access';
import {
  BREAK_GLASS_REASON_WORDS,
  BREAK_GLASS_VERDICT_WORDS,
  type BreakGlassReason,
  type Words,
} from '@repere/cases';
import { rows } from '../../../platform/data/statement';
import { words } from '../../../platform/answers/words';
import { during, joined, momentWords, section, type StaffSection, when } from './staff-section.query';

interface SubstitutionRow {
  readonly is_absent: boolean;
  readonly from_at: Date;
  readonly until_at: Date;
  readonly ended_at: Date | null;
  readonly teams: readonly string[];
  readonly other: string;
}

interface MembershipRow {
  readonly added_at: Date;
  readonly removed_at: Date | null;
}

interface DutyRow {
  readonly team: string;
  readonly from_at: Date;
  readonly until_at: Date;
  readonly ended_at: Date | null;
}

interface EmergencyRow {
  readonly opened_at: Date;
  readonly reason: BreakGlassReason;
  readonly verdict: 'justified' | 'not-justified' | null;
  readonly reviewed_at: Date | null;
  readonly ended_at: Date | null;
  readonly by: string | null;
}

/**
 * What somebody’s work has left in tables that name them, as dates and numbers. What was written of a case stays sealed with it:
 * copied here it would outlive the case.
 */
export const WORK_SECTIONS = {
  services: section(
    words('Services de l’annuaire', 'Services of the directory'),
    rows<MembershipRow>({ added_at: 'timestamptz', removed_at: 'timestamptz?' }).from(
      `SELECT added_at, removed_at FROM service_member WHERE account_id = $1 ORDER BY added_at, id`,
    ),
    ({ added_at, removed_at }) => [
      {
        label: words('Membre d’un service', 'Of a service'),
        text: joined(
          ', ',
          momentWords('depuis le', 'since', added_at),
          momentWords('jusqu’au', 'until', removed_at),
        ),
      },
    ],
  ),
  substitutions: section(
    words('Remplacements', 'Substitutions'),
    rows<SubstitutionRow>({
      is_absent: 'boolean',
      from_at: 'timestamptz',
      until_at: 'timestamptz',
      ended_at: 'timestamptz?',
      other: 'text',
      teams: 'text[]',
    }).from(`
      SELECT s.absent_id = $1 AS is_absent, s.from_at, s.until_at, s.ended_at, o.name AS other,
            ARRAY(SELECT t.name FROM team t WHERE t.id = ANY (s.team_ids) ORDER BY t.name) AS teams
       FROM substitution s JOIN account o ON o.id = CASE WHEN s.absent_id = $1 THEN s.substitute_id ELSE s.absent_id END
      WHERE $1 IN (s.absent_id, s.substitute_id) ORDER BY s.from_at, s.id`),
    ({ is_absent, from_at, until_at, ended_at, teams, other }) => [
      {
        label: is_absent
          ? words('En congé, remplacé·e', 'On leave')
          : words('En remplacement', 'Standing in'),
        text: joined(', ', during(from_at, until_at), ENDED(ended_at), ...teams),
      },
      { label: words('Avec', 'With'), text: other, kind: 'others' },
    ],
  ),

  duties: section(
    words('Astreintes', 'Turns of duty'),
    rows<DutyRow>({ team: 'text', from_at: 'timestamptz', until_at: 'timestamptz', ended_at: 'timestamptz?' })
      .from(`
      SELECT t.name AS team, d.from_at, d.until_at, d.ended_at FROM duty d JOIN team t ON t.id = d.team_id
      WHERE d.account_id = $1 ORDER BY d.from_at, d.id`),
    ({ team, from_at, until_at, ended_at }) => [
      { label: words(team, team), text: joined(', ', during(from_at, until_at), ENDED(ended_at)) },
    ],
  ),

  escorts: section(
    words(
      'Enfants que vous avez accompagnés à un rendez-vous, ou devez accompagner',
      'Children whom you went along with to an appointment, or are to',
    ),
    rows<{ readonly month: string; readonly count: number }>({ month: 'text', count: 'integer' }).from(`
      SELECT to_char(a.starts_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM') AS month, count(DISTINCT a.appointment_id)::int AS count
        FROM appointment a WHERE a.escort_id = $1 AND NOT EXISTS (SELECT 1 FROM appointment later
             WHERE later.appointment_id = a.appointment_id AND later.version = a.version + 1)
       GROUP BY 1 ORDER BY 1`),
    ({ month, count }) => [{ label: words(month, month), text: String(count) }],
  ),

  conferences: section(
    words('Concertations : invitations et actions', 'Case conferences: invitations and actions'),
    rows<{ readonly invited: number; readonly actions: number; readonly open: number }>({
      ...{ invited: 'integer', actions: 'integer', open: 'integer' },
    }).from(`
      SELECT (SELECT count(DISTINCT appointment_id)::int FROM case_conference WHERE member_ids @> ARRAY[$1::uuid]) AS invited,
             count(DISTINCT a.action_id)::int AS actions,
             count(*) FILTER (WHERE a.state = 'open' AND NOT EXISTS (SELECT 1 FROM conference_action later
               WHERE later.action_id = a.action_id AND later.version = a.version + 1))::int AS open
        FROM conference_action a WHERE a.owner_id = $1`),
    ({ invited, actions, open }) => [
      { label: words('Invitations', 'Invitations'), text: String(invited) },
      { label: words('Actions', 'Actions'), text: String(actions) },
      { label: words('Actions ouvertes', 'Open actions'), text: String(open) },
    ],
  ),

  cases: section(
    words('Dossiers', 'Cases'),
    rows<{ readonly leads: number; readonly circles: number; readonly drafts: number }>({
      leads: 'integer',
      circles: 'integer',
      drafts: 'integer',
    }).from(`
      SELECT (SELECT count(*)::int FROM case_file WHERE lead_id = $1) AS leads,
            (SELECT count(*)::int FROM restriction WHERE $1 = ANY (circle) AND ended_at IS NULL) AS circles,
            (SELECT count(*)::int FROM draft WHERE account_id = $1)
            + (SELECT count(*)::int FROM minutes_draft WHERE account_id = $1) AS drafts`),
    ({ leads, circles, drafts }) => [
      { label: words('Dossiers que vous pilotez', 'Cases that you lead'), text: String(leads) },
      {
        label: words('Dossiers réservés à un cercle où vous êtes', 'Cases restricted to a circle with you'),
        text: String(circles),
      },
      { label: words('Saisies pas encore envoyées', 'Drafts not sent yet'), text: String(drafts) },
    ],
  ),

  grants: section(
    words('Liens avec des dossiers', 'Relations to cases'),
    rows<{ readonly relation: GrantedRelation; readonly open: number; readonly ended: number }>({
      relation: 'text',
      open: 'integer',
      ended: 'integer',
    }).from(`
      SELECT relation, count(*) FILTER (WHERE ended_at IS NULL)::int AS open, count(*) FILTER (WHERE ended_at IS NOT NULL)::int AS ended
       FROM assignment WHERE account_id = $1 GROUP BY relation ORDER BY relation`),
    ({ relation, open, ended }) => [
      {
        label: RELATION_WORDS[relation],
        text: words(`${open} en cours, ${ended} terminés`, `${open} open, ${ended} ended`),
      },
    ],
  ),

  conflicts: section(
    words('Conflits d’intérêts que vous avez déclarés', 'Conflicts of interest that you declared'),
    rows<{ readonly declared_at: Date; readonly lifted_at: Date | null }>({
      declared_at: 'timestamptz',
      lifted_at: 'timestamptz?',
    }).from(`
      SELECT declared_at, lifted_at FROM recusal WHERE account_id = $1 ORDER BY declared_at, id`),
    ({ declared_at, lifted_at }) => [
      {
        label: when(declared_at),
        text: momentWords('levé le', 'lifted on', lifted_at) ?? words('en cours', 'in force'),
      },
    ],
  ),

  emergencies: section(
    words('Accès d’urgence', 'Emergency access'),
    rows<EmergencyRow>({
      opened_at: 'timestamptz',
      reason: 'text',
      verdict: 'text?',
      reviewed_at: 'timestamptz?',
      ended_at: 'timestamptz?',
      by: 'text?',
    }).from(`
      SELECT b.opened_at, b.reason, b.verdict, b.reviewed_at, b.ended_at, by.name AS by
       FROM break_glass b LEFT JOIN account by ON by.id = b.reviewed_by WHERE b.account_id = $1 ORDER BY b.opened_at, b.id`),
    ({ opened_at, reason, verdict, reviewed_at, ended_at, by }) => [
      {
        label: joined(' ', words('Ouvert le', 'Opened on'), when(opened_at)),
        text: joined(
          ', ',
          BREAK_GLASS_REASON_WORDS[reason],
          verdict && BREAK_GLASS_VERDICT_WORDS[verdict],
          ENDED(ended_at),
          momentWords('relu le', 'reviewed on', reviewed_at) ?? words('pas encore relu', 'not reviewed yet'),
        ),
      },
      { label: words('Relu par', 'Reviewed by'), text: by, kind: 'others' },
    ],
  ),
} satisfies Readonly<Record<string, StaffSection>>;

const ENDED = (at: Date | null): Words | null => momentWords('arrêté le', 'ended on', at);
