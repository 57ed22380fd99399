import { Injectable } from '@nestjs/common';
import { type AnswerColumns, rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

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
  readonly team: string;
  readonly since: Date;
  readonly endedAt: Date;
  readonly isWithdrawn: boolean;
}

/** A referral whose silence was told of. */
export interface EscalatedReferral {
  readonly caseFileId: string;
  readonly sharingId: string;
  readonly partner: string;
  readonly since: Date;
}

const MOST = 50;

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

  /** Of the account that asks: taken back, or over, in the last ninety days. */
  past(): Promise<readonly PastReferral[]> {
    return PAST.readRows(this.unit.manager, [this.unit.account.id, new Date(this.unit.now()), MOST]);
  }

  /** Of teams of the account that asks, while no yes holds and nobody said since that the need is unmet. The oldest first. */
  async escalated(): Promise<{ readonly items: readonly EscalatedReferral[]; readonly hasMore: boolean }> {
    const found = await ESCALATED.readRows(this.unit.manager, [MOST + 1]);
    return { items: found.slice(0, MOST), hasMore: found.length > MOST };
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

const GRANTS = rows<ReferralGrant>(GRANT).from(`
  SELECT a.sharing_id AS "sharingId", a.account_id AS "partnerId", p.name AS partner, a.until_at AS until, a.ended_at AS "endedAt"
    FROM assignment a JOIN account p ON p.id = a.account_id
   WHERE a.case_file_id = $1 AND a.relation = 'partner' ORDER BY a.since, a.sharing_id`);

const KEPT = rows<{ readonly isKept: boolean }>({ isKept: 'boolean' }).from(
  `SELECT EXISTS (SELECT 1 FROM assignment WHERE sharing_id = $1 AND ended_at IS NULL) AS "isKept"`,
);

const PAST = rows<PastReferral>({
  ...{ team: 'text', since: 'timestamptz', endedAt: 'timestamptz!', isWithdrawn: 'boolean!' },
}).from(`
  SELECT t.name AS team, a.since, least(a.ended_at, a.until_at) AS "endedAt", a.ended_at IS NOT NULL AS "isWithdrawn"
    FROM assignment a JOIN team t ON t.id = a.team_id
   WHERE a.account_id = $1 AND a.relation = 'partner' AND least(a.ended_at, a.until_at) <= $2
     AND least(a.ended_at, a.until_at) > $2::timestamptz - interval '90 days'
   ORDER BY least(a.ended_at, a.until_at) DESC LIMIT $3`);

const ESCALATED = rows<EscalatedReferral>({
  ...{ caseFileId: 'uuid', sharingId: 'uuid', partner: 'text', since: 'timestamptz' },
}).from(`
  SELECT e.case_file_id AS "caseFileId", e.sharing_id AS "sharingId", p.name AS partner, s.at AS since
    FROM referral_event e JOIN referral_event s ON s.sharing_id = e.sharing_id AND s.kind = 'sent'
    JOIN account p ON p.id = e.partner_id
   WHERE e.kind = 'escalated' AND NOT EXISTS (SELECT 1 FROM referral_event o
      WHERE o.need_id = e.need_id AND (o.kind = 'unmet' AND o.at >= s.at
         OR o.sharing_id = e.sharing_id AND o.kind IN ('refused','other-offer')
         OR o.kind = 'accepted' AND NOT EXISTS (SELECT 1 FROM referral_event n WHERE n.sharing_id = o.sharing_id
              AND (n.kind IN ('refused','other-offer') OR n.kind = 'ended' AND n.reason <> 'met') AND (n.at, n.id) > (o.at, o.id))
            AND (EXISTS (SELECT 1 FROM referral_event m WHERE m.sharing_id = o.sharing_id AND m.kind = 'ended' AND m.reason = 'met')
                 OR EXISTS (SELECT 1 FROM assignment a WHERE a.sharing_id = o.sharing_id AND a.ended_at IS NULL
                               AND a.until_at > (SELECT app_now())))))
   ORDER BY s.at, e.sharing_id LIMIT $1`);
