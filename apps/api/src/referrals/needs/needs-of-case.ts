import { Injectable } from '@nestjs/common';
import { SERVICE_NEEDS, type ServiceNeed } from '@repere/directory';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { type ReferralHistory, SentReferralsService } from '../answers/sent-referrals.service';
import { CapacityRepository, historyOf, type KeptQuestion } from '../capacity/capacity.repository';
import type { NeedCode } from '../entities/unmet-need-event.entity';
import type { AskedPast, NeedPast, UnaskedPast } from './need-standing';
import { UnaskedNeeds } from './unasked/unasked-needs';

/** Questions of one case that count: more than a day allows in a month. */
export const MOST_OF_CASE = 400;

/** One need of a child with all that was asked for it. */
export interface NeedOfCase {
  readonly need: NeedCode;
  /** Of a need in words alone: the first referral that was sent for it. */
  readonly needId: string | null;
  readonly past: NeedPast;
  readonly questions: readonly KeptQuestion[];
  readonly referrals: readonly ReferralHistory[];
}

/** Needs of a case for which somebody was asked, by question for a place, by referral or both; and those for which services were looked for alone. */
@Injectable()
export class NeedsOfCase {
  constructor(
    private readonly capacity: CapacityRepository,
    private readonly sent: SentReferralsService,
    private readonly unasked: UnaskedNeeds,
  ) {}

  async listNeeds(file: LoadedCase): Promise<readonly NeedOfCase[]> {
    const questions = await this.capacity.ofCase(file, MOST_OF_CASE);
    const referrals = await this.sent.historiesOf(file);
    const codes = codesOf(questions, referrals);
    const coded = SERVICE_NEEDS.flatMap((need): readonly NeedOfCase[] => {
      const asked = questions.filter(({ question }) => question.need === need);
      const referred = referrals.filter(({ sent }) => codes.get(sent.needId) === need);
      return asked.length + referred.length === 0 ? [] : [needOfCase(need, null, asked, referred)];
    });
    const others = Map.groupBy(
      referrals.filter(({ sent }) => !codes.has(sent.needId)),
      ({ sent }) => sent.needId,
    );
    return [
      ...coded,
      ...(await this.unasked.listUnasked(file.row.id)).map((it) =>
        needOfCase(it.need, null, [], [], it.past),
      ),
      ...[...others].map(([needId, referred]) => needOfCase('other', needId, [], referred)),
    ];
  }

  /** All that was asked for this need of the directory. */
  async ofNeed(file: LoadedCase, need: ServiceNeed): Promise<NeedOfCase> {
    const found = (await this.listNeeds(file)).find((it) => it.need === need);
    return found ?? needOfCase(need, null, [], []);
  }
}

const needOfCase = (
  need: NeedCode,
  needId: string | null,
  questions: readonly KeptQuestion[],
  referrals: readonly ReferralHistory[],
  unasked: UnaskedPast | null = null,
): NeedOfCase => ({
  ...{ need, needId, questions, referrals },
  past: { unasked, questions: questions.map(askedPast), referrals: referrals.map(({ past }) => past) },
});

const askedPast = (kept: KeptQuestion): AskedPast => ({
  ...historyOf(kept),
  askedAt: kept.question.askedAt.getTime(),
  events: kept.events.map(({ kind, requestId, heldUntil, reason, at }) => ({
    ...{ kind, requestId, reason, at: at.getTime() },
    heldUntil: heldUntil && heldUntil.getTime(),
  })),
});

/** Which need of the directory a need of referrals is: as it was first said, or that of the question whose yes it went on from. */
function codesOf(
  questions: readonly KeptQuestion[],
  referrals: readonly ReferralHistory[],
): ReadonlyMap<string, ServiceNeed> {
  const afterYes = new Map(
    questions.flatMap(({ question, events }) =>
      events.flatMap(({ sharingId }) => (sharingId === null ? [] : [[sharingId, question.need] as const])),
    ),
  );
  const codes = new Map<string, ServiceNeed>();
  for (const { sent } of referrals) {
    const need = sent.need ?? afterYes.get(sent.sharingId);
    if (need !== undefined && !codes.has(sent.needId)) codes.set(sent.needId, need);
  }
  return codes;
}
