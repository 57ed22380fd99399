import { Injectable } from '@nestjs/common';
import type { FieldClass } from '@repere/access';
import { STANDS_IN_CASE } from '../../cases/worklist/need-tasks.query';
import { type AnswerColumns, rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { Awaited } from './referral-state';

/** Until when a referral goes on: as long as what it opened to an account is open, or as a service without one was told. */
export interface ReferralGrant {
  readonly sharingId: string;
  readonly partnerId: string | null;
  /** Of the account; `null`: a service without one, whose name is sealed. */
  readonly partner: string | null;
  /** What it opens to an account: what was sent of these, and may be sent still. `null`: it opens nothing. */
  readonly classes: readonly FieldClass[] | null;
  readonly until: Date;
  readonly endedAt: Date | null;
}

/** A referral that was to a partner and is no more, with no word of the case. */
export interface PastReferral {
  /** Where the list goes on behind it. */
  readonly place: string;
  readonly sharingId: string;
  readonly caseFileId: string;
  readonly team: string;
  /** Of the case, as they knew it. */
  readonly reference: string;
  readonly since: Date;
  readonly endedAt: Date;
  readonly isWithdrawn: boolean;
}

/** A referral whose silence was told of, or what a need waits for from us; `what` was not given. */
export interface EscalatedReferral {
  readonly what: Awaited;
  /** Where the list goes on behind it. */
  readonly place: string;
  readonly caseFileId: string;
  /** Of a need: its task. */
  readonly sharingId: string;
  /** `null`: a service without account, whose name is sealed, or nobody. */
  readonly partner: string | null;
  readonly serviceId: string | null;
  readonly since: Date;
}

/** Referrals beside their events: until when they are open, and whose silence a supervisor was told of. */
@Injectable()
export class ReferralGrantsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  ofCase(caseFileId: string): Promise<readonly ReferralGrant[]> {
    return GRANTS.readRows(this.unit.manager, [caseFileId]);
  }

  /** Whether nobody took it back. */
  async isKept(sharingId: string): Promise<boolean> {
    return (await KEPT.first(this.unit.manager, [sharingId]))?.isKept ?? false;
  }

  async findGrant(sharingId: string): Promise<ReferralGrant | null> {
    return ONE.first(this.unit.manager, [sharingId]);
  }

  /** Of the account that asks: taken back, or over, in the last ninety days; the newest first. */
  listPast(
    after: readonly [endedAt: string, id: string] | null,
    limit: number,
  ): Promise<readonly PastReferral[]> {
    const mine = [this.unit.account.id, new Date(this.unit.now())];
    // Events of what is over are none of theirs to read: by the system, of their own account.
    return this.unit.asSystem('system:record', () =>
      PAST.readRows(this.unit.manager, [...mine, after?.[0] ?? null, after?.[1] ?? null, limit]),
    );
  }

  /**
   * Of these teams, the oldest first, each referral once. `answer`: while it has none, no yes of another holds and
   * nobody said since that the need is unmet; `feedback`: while, after its yes, nobody said what came of the child; `first`, `next`: nobody asked a
   * service, or the next one, in time; `reception`: nobody recorded in time that the child was received; `message`: nobody read in time
   * what a service wrote; `age-gap`: while the need is open. What somebody is to be asked for ends with the case.
   */
  escalated(
    teamIds: readonly string[],
    after: readonly [since: string, id: string] | null,
    limit: number,
  ): Promise<readonly EscalatedReferral[]> {
    return ESCALATED.readRows(this.unit.manager, [after?.[0] ?? null, after?.[1] ?? null, limit, teamIds]);
  }
}

const GRANT: AnswerColumns<ReferralGrant> = {
  ...{
    sharingId: 'uuid!',
    partnerId: 'uuid?',
    partner: 'text?',
    classes: 'text[]?',
    until: 'timestamptz!',
    endedAt: 'timestamptz?',
  },
};

/** `of`: of an assignment and of an event alike. To a service without account nothing is opened: its end stands with what was sent. */
const grantsWhere = (of: string, order = ''): string => `
  SELECT "sharingId", "partnerId", partner, classes, until, "endedAt" FROM (
    SELECT a.sharing_id AS "sharingId", a.account_id AS "partnerId", p.name AS partner, a.classes, a.until_at AS until, a.ended_at AS "endedAt", a.since
      FROM assignment a JOIN account p ON p.id = a.account_id WHERE a.relation = 'partner' AND a.${of}
    UNION ALL
    SELECT e.sharing_id, NULL, NULL, NULL, e.until_at, (SELECT w.at FROM referral_event w WHERE w.sharing_id = e.sharing_id AND w.kind = 'withdrawn'), e.at
      FROM referral_event e WHERE e.kind = 'sent' AND e.service_id IS NOT NULL AND e.${of}) g ${order}`;

/** Of this referral: a service without account was told of it, and it was not taken back. */
const isToldStill = (row: string, and = ''): string => `EXISTS (SELECT 1 FROM referral_event t
     WHERE t.sharing_id = ${row} AND t.kind = 'sent' AND t.service_id IS NOT NULL ${and}
       AND NOT EXISTS (SELECT 1 FROM referral_event w WHERE w.sharing_id = t.sharing_id AND w.kind = 'withdrawn'))`;

const GRANTS = rows<ReferralGrant>(GRANT).from(
  grantsWhere('case_file_id = $1', 'ORDER BY since, "sharingId"'),
);

const ONE = rows<ReferralGrant>(GRANT).from(grantsWhere('sharing_id = $1'));

const KEPT = rows<{ readonly isKept: boolean }>({ isKept: 'boolean' }).from(
  `SELECT EXISTS (SELECT 1 FROM assignment WHERE sharing_id = $1 AND ended_at IS NULL)
       OR ${isToldStill('$1')} AS "isKept"`,
);

/** As `lastStep` finds it among events. */
const lastStepOf = (row: string): string => `(SELECT o.kind FROM referral_event o WHERE o.sharing_id = ${row}
              AND o.kind IN ('accepted','refused','other-offer','elsewhere','first-appointment','ended')
             ORDER BY o.at DESC, o.id DESC LIMIT 1)`;

const PAST = rows<PastReferral>({
  ...{
    team: 'text',
    reference: 'text',
    since: 'timestamptz',
    endedAt: 'timestamptz!',
    isWithdrawn: 'boolean!',
  },
  ...{ place: 'text!', sharingId: 'uuid!', caseFileId: 'uuid' },
}).from(`
  SELECT t.name AS team, a.case_file_id AS "caseFileId", c.reference, a.since, least(a.ended_at, a.until_at) AS "endedAt",
         a.ended_at IS NOT NULL
           -- It was said how it ended, they received the child, or said themselves that they must keep away.
           AND coalesce(${lastStepOf('a.sharing_id')}, '') NOT IN ('ended','first-appointment')
           AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.case_file_id = a.case_file_id AND r.account_id = $1
                              AND r.declared_at BETWEEN a.since AND a.ended_at) AS "isWithdrawn",
         least(a.ended_at, a.until_at)::text AS place, a.sharing_id AS "sharingId"
    FROM assignment a JOIN team t ON t.id = a.team_id JOIN case_file c ON c.id = a.case_file_id
   WHERE a.account_id = $1 AND a.relation = 'partner' AND least(a.ended_at, a.until_at) <= $2
     AND least(a.ended_at, a.until_at) > $2::timestamptz - interval '90 days'
     AND ($3::text IS NULL OR (least(a.ended_at, a.until_at), a.sharing_id) < ($3::text::timestamptz, $4::uuid))
   ORDER BY least(a.ended_at, a.until_at) DESC, a.sharing_id DESC LIMIT $5`);

/** As `isFeedbackOwed` says of its events. */
const FEEDBACK_OWED = `NOT EXISTS (SELECT 1 FROM referral_event o WHERE o.sharing_id = e.sharing_id AND o.kind = 'feedback')
       AND ${lastStepOf('e.sharing_id')} IN ('accepted','first-appointment')`;

/** Of `t`, in the words of the board. */
const WHAT_OF_TASK = `CASE t.kind WHEN 'ask-first' THEN 'first' WHEN 'ask-next' THEN 'next' WHEN 'receive' THEN 'reception' WHEN 'read-message' THEN 'message' WHEN 'age-gap' THEN 'age-gap' END`;

/** Of `t`: nobody said that nobody meets the need. */
const IS_GAP_OPEN = `(SELECT u.kind FROM unmet_need_event u WHERE u.case_file_id = t.case_file_id AND u.need = t.need AND u.need_id IS NULL
             ORDER BY u.at DESC, u.id DESC LIMIT 1) IS DISTINCT FROM 'recorded'`;

const ESCALATED = rows<EscalatedReferral>({
  ...{
    caseFileId: 'uuid',
    sharingId: 'uuid',
    serviceId: 'uuid?',
    partner: 'text?',
    since: 'timestamptz',
    what: 'text!',
    place: 'text!',
  },
}).from(`
  SELECT * FROM (
  SELECT e.case_file_id AS "caseFileId", e.sharing_id AS "sharingId", p.name AS partner, e.service_id AS "serviceId", s.at AS since,
         s.at::text AS place, CASE e.kind WHEN 'escalated' THEN 'answer' ELSE 'feedback' END AS what
    FROM referral_event e JOIN referral_event s ON s.sharing_id = e.sharing_id AND s.kind = 'sent'
    LEFT JOIN account p ON p.id = e.partner_id
   WHERE e.team_id = ANY($4::uuid[]) AND e.kind IN ('escalated','feedback-missing')
     AND ($1::text IS NULL OR (s.at, e.sharing_id) > ($1::text::timestamptz, $2::uuid))
     AND (e.kind = 'feedback-missing' AND ${FEEDBACK_OWED} OR e.kind = 'escalated' AND NOT EXISTS (SELECT 1 FROM referral_event o
      WHERE o.need_id = e.need_id AND (o.kind = 'unmet' AND o.at >= s.at
         OR o.sharing_id = e.sharing_id AND o.kind IN ('accepted','refused','other-offer','elsewhere')
         OR o.kind = 'accepted' AND NOT EXISTS (SELECT 1 FROM referral_event n WHERE n.sharing_id = o.sharing_id
              AND (n.kind IN ('refused','other-offer','elsewhere') OR n.kind = 'ended' AND n.reason <> 'met') AND (n.at, n.id) > (o.at, o.id))
            AND (EXISTS (SELECT 1 FROM referral_event m WHERE m.sharing_id = o.sharing_id AND m.kind = 'ended' AND m.reason = 'met')
                 OR ${isToldStill('o.sharing_id', 'AND t.until_at > (SELECT app_now())')}
                 OR EXISTS (SELECT 1 FROM assignment a WHERE a.sharing_id = o.sharing_id AND a.ended_at IS NULL
                               AND a.until_at > (SELECT app_now()))))))
  UNION ALL
  SELECT t.case_file_id, t.id, NULL, NULL, t.since, t.since::text, ${WHAT_OF_TASK}
    FROM need_task t
   WHERE t.team_id = ANY($4::uuid[]) AND t.late_at <= (SELECT app_now()) AND ${STANDS_IN_CASE} AND (t.kind <> 'age-gap' OR ${IS_GAP_OPEN})
     AND ($1::text IS NULL OR (t.since, t.id) > ($1::text::timestamptz, $2::uuid))) AS l
   ORDER BY since, "sharingId" LIMIT $3`);
