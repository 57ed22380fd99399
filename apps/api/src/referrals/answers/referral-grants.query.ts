import { Injectable } from '@nestjs/common';
import { type AnswerColumns, rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { Awaited } from './referral-state';

/** What a referral opens and until when, whether it still does or not. */
export interface ReferralGrant {
  readonly sharingId: string;
  readonly partnerId: string;
  readonly partner: string;
  readonly until: Date;
  readonly endedAt: Date | null;
}

/** A referral that was to a partner and is no more, with no word of the case. */
export interface PastReferral {
  /** Where the list goes on behind it. */
  readonly place: string;
  readonly sharingId: string;
  readonly team: string;
  readonly since: Date;
  readonly endedAt: Date;
  readonly isWithdrawn: boolean;
}

/** A referral whose silence was told of, `what` was not given. */
export interface EscalatedReferral {
  readonly what: Awaited;
  /** Where the list goes on behind it. */
  readonly place: string;
  readonly caseFileId: string;
  readonly sharingId: string;
  readonly partner: string;
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
    return PAST.readRows(this.unit.manager, [...mine, after?.[0] ?? null, after?.[1] ?? null, limit]);
  }

  /**
   * Of these teams, the oldest first, each referral once. `answer`: while it has none, no yes of another holds and
   * nobody said since that the need is unmet; `feedback`: while, after its yes, nobody said what came of the child.
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
    partnerId: 'uuid',
    partner: 'text',
    until: 'timestamptz!',
    endedAt: 'timestamptz?',
  },
};

const COLUMNS = `
  SELECT a.sharing_id AS "sharingId", a.account_id AS "partnerId", p.name AS partner, a.until_at AS until, a.ended_at AS "endedAt"
    FROM assignment a JOIN account p ON p.id = a.account_id
   WHERE a.relation = 'partner'`;

const GRANTS = rows<ReferralGrant>(GRANT).from(
  `${COLUMNS} AND a.case_file_id = $1 ORDER BY a.since, a.sharing_id`,
);

const ONE = rows<ReferralGrant>(GRANT).from(`${COLUMNS} AND a.sharing_id = $1`);

const KEPT = rows<{ readonly isKept: boolean }>({ isKept: 'boolean' }).from(
  `SELECT EXISTS (SELECT 1 FROM assignment WHERE sharing_id = $1 AND ended_at IS NULL) AS "isKept"`,
);

const PAST = rows<PastReferral>({
  ...{ team: 'text', since: 'timestamptz', endedAt: 'timestamptz!', isWithdrawn: 'boolean!' },
  ...{ place: 'text!', sharingId: 'uuid!' },
}).from(`
  SELECT t.name AS team, a.since, least(a.ended_at, a.until_at) AS "endedAt", a.ended_at IS NOT NULL AS "isWithdrawn",
         least(a.ended_at, a.until_at)::text AS place, a.sharing_id AS "sharingId"
    FROM assignment a JOIN team t ON t.id = a.team_id
   WHERE a.account_id = $1 AND a.relation = 'partner' AND least(a.ended_at, a.until_at) <= $2
     AND least(a.ended_at, a.until_at) > $2::timestamptz - interval '90 days'
     AND ($3::text IS NULL OR (least(a.ended_at, a.until_at), a.sharing_id) < ($3::text::timestamptz, $4::uuid))
   ORDER BY least(a.ended_at, a.until_at) DESC, a.sharing_id DESC LIMIT $5`);

/** As `isFeedbackOwed` says of its events. */
const FEEDBACK_OWED = `NOT EXISTS (SELECT 1 FROM referral_event o WHERE o.sharing_id = e.sharing_id AND o.kind = 'feedback')
       AND (SELECT o.kind FROM referral_event o WHERE o.sharing_id = e.sharing_id
              AND o.kind IN ('accepted','refused','other-offer','elsewhere','first-appointment','ended')
             ORDER BY o.at DESC, o.id DESC LIMIT 1) IN ('accepted','first-appointment')`;

const ESCALATED = rows<EscalatedReferral>({
  ...{
    caseFileId: 'uuid',
    sharingId: 'uuid',
    partner: 'text',
    since: 'timestamptz',
    what: 'text!',
    place: 'text!',
  },
}).from(`
  SELECT e.case_file_id AS "caseFileId", e.sharing_id AS "sharingId", p.name AS partner, s.at AS since,
         s.at::text AS place, CASE e.kind WHEN 'escalated' THEN 'answer' ELSE 'feedback' END AS what
    FROM referral_event e JOIN referral_event s ON s.sharing_id = e.sharing_id AND s.kind = 'sent'
    JOIN account p ON p.id = e.partner_id
   WHERE e.team_id = ANY($4::uuid[]) AND e.kind IN ('escalated','feedback-missing')
     AND ($1::text IS NULL OR (s.at, e.sharing_id) > ($1::text::timestamptz, $2::uuid))
     AND (e.kind = 'feedback-missing' AND ${FEEDBACK_OWED} OR e.kind = 'escalated' AND NOT EXISTS (SELECT 1 FROM referral_event o
      WHERE o.need_id = e.need_id AND (o.kind = 'unmet' AND o.at >= s.at
         OR o.sharing_id = e.sharing_id AND o.kind IN ('accepted','refused','other-offer','elsewhere')
         OR o.kind = 'accepted' AND NOT EXISTS (SELECT 1 FROM referral_event n WHERE n.sharing_id = o.sharing_id
              AND (n.kind IN ('refused','other-offer','elsewhere') OR n.kind = 'ended' AND n.reason <> 'met') AND (n.at, n.id) > (o.at, o.id))
            AND (EXISTS (SELECT 1 FROM referral_event m WHERE m.sharing_id = o.sharing_id AND m.kind = 'ended' AND m.reason = 'met')
                 OR EXISTS (SELECT 1 FROM assignment a WHERE a.sharing_id = o.sharing_id AND a.ended_at IS NULL
                               AND a.until_at > (SELECT app_now()))))))
   ORDER BY s.at, e.sharing_id LIMIT $3`);
