import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import type { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { isClosedByNo, isNo, type ReferralAnswer, takenSince } from '../answers/referral-state';
import type { AboutReferral } from '../answers/referral-events.repository';
import type { KeptQuestion } from '../capacity/capacity.repository';
import { stateThatMayTake } from './holding';
import { type NeedOfCase, NeedsOfCase } from './needs-of-case';

type Referrals = NeedOfCase['referrals'];

/** One service at a time takes the child for a need, whatever it answers and by whatever way. The case is locked. */
@Injectable()
export class OneAtATime {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly needs: NeedsOfCase,
  ) {}

  /**
   * Refuses a yes where another service said yes for the need. After a no what was sent is closed: refuses what would open it again
   * while another may take the child. Of all referrals of the case, whoever answers: a partner sees their own alone.
   */
  async checkAnswer(
    file: LoadedCase,
    { sharingId, needId, partnerId, serviceId }: AboutReferral,
    answer: ReferralAnswer,
  ): Promise<void> {
    if (isNo(answer)) return;
    const need = await this.unit.asSystem('system:recompute', () => this.needOf(file, needId));
    if (!need) return;
    const own = need.referrals.find(({ sent }) => sent.sharingId === sharingId);
    const others = need.referrals.filter((it) => it !== own);
    const opensAgain = own !== undefined && isClosedByNo(own.past);
    const inTheWay = [
      ...(answer === 'accepted' ? others.filter((it) => this.hasTaken(it)) : []),
      ...(opensAgain ? others.filter((it) => this.mayTake(it)) : []),
    ];
    if (inTheWay.length === 0) return;
    // After its no the same was asked of it anew, or by who may not know of its yes.
    const isSelf = ({ sent }: Referrals[number]): boolean =>
      sent.partnerId === partnerId && sent.serviceId === serviceId;
    throw inTheWay.every(isSelf) ? askedAnew() : anotherMayTake();
  }

  /**
   * Refuses that a service which was told who the child is, and said no, says yes by telephone while another may take the child: two
   * would take them. A place that is held by who knows nobody is no yes to a child.
   */
  async checkPlace(file: LoadedCase, { question, events }: KeptQuestion, requestId: string): Promise<void> {
    const told = events.filter(
      (it) => it.requestId === requestId && (it.kind === 'told' || it.kind === 'referred'),
    );
    if (told.length === 0) return;
    const { referrals } = await this.unit.asSystem('system:recompute', () =>
      this.needs.ofNeed(file, question.need),
    );
    const taking = referrals.filter((it) => this.mayTake(it));
    // Who knows them still goes on: its place is held for longer.
    if (taking.some(({ sent }) => told.some(({ sharingId }) => sharingId === sent.sharingId))) return;
    if (taking.length > 0) throw anotherMayTake();
  }

  private async needOf(file: LoadedCase, needId: string): Promise<NeedOfCase | null> {
    const needs = await this.needs.listNeeds(file);
    return needs.find(({ referrals }) => referrals.some(({ sent }) => sent.needId === needId)) ?? null;
  }

  private hasTaken({ past }: Referrals[number]): boolean {
    return takenSince(past, this.unit.now()) !== null;
  }

  private mayTake({ past }: Referrals[number]): boolean {
    return stateThatMayTake(past, this.unit.now()) !== null;
  }
}

const anotherMayTake = (): Refusal =>
  refused(
    'another-may-take',
    'Un autre service a dit oui pour ce besoin, ou peut encore le faire. L’équipe doit d’abord lui retirer son orientation.',
    'Another service said yes for this need, or may still do so. The team has to take that referral back first.',
  );

const askedAnew = (): Refusal =>
  refused(
    'asked-anew',
    'La même chose est demandée à ce service par une autre orientation, qui tient : la réponse se donne là.',
    'The same is asked of this service by another referral, which stands: the answer is given there.',
  );
