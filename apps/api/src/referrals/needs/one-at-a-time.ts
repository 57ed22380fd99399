import { Injectable } from '@nestjs/common';
import type { ServiceNeed } from '@repere/directory';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type ReferralState, stateOf } from '../answers/referral-state';
import { isClosed, isCapacityAnswer } from '../capacity/capacity-state';
import type { KeptQuestion } from '../capacity/capacity.repository';
import { type NeedOfCase, NeedsOfCase } from './needs-of-case';

/** Who the child is is told to one service at a time for a need, by whatever way it is told. The case is locked. */
@Injectable()
export class OneAtATime {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly needs: NeedsOfCase,
  ) {}

  /** The need of referrals that goes on, or `null`: this is the first; refused while another service may still take the child. */
  async goOn(file: LoadedCase, need: ServiceNeed): Promise<string | null> {
    const before = await this.needs.ofNeed(file, need);
    const isTold = before.questions.some((it) => knownWithoutAccount(it).length > 0);
    if (isTold || this.mayTake(before)) throw oneAtATime();
    return before.referrals.at(-1)?.sent.needId ?? null;
  }

  /** Which need of the directory this need of referrals is; `null`: it was said in words alone. */
  async codeOf(file: LoadedCase, needId: string): Promise<ServiceNeed | null> {
    for (const { need, referrals } of await this.needs.listNeeds(file))
      if (need !== 'other' && referrals.some(({ sent }) => sent.needId === needId)) return need;
    return null;
  }

  private mayTake({ referrals }: NeedOfCase): boolean {
    return referrals.some(({ past }) => MAY_STILL_TAKE[stateOf(past, this.unit.now())]);
  }
}

/** Somebody who reads who the child is, and says yes or may still do so: after a silence as well, until it is taken back. */
const MAY_STILL_TAKE = {
  sent: true,
  received: true,
  accepted: true,
  started: true,
  'other-offer': true,
  'no-answer': true,
  refused: false,
  withdrawn: false,
  ended: false,
} as const satisfies Readonly<Record<ReferralState, boolean>>;

/**
 * Requests of services that were told by telephone or letter who the child is: until they say no, or it is said that the need is met or
 * looked for no more. Of a referral to an account its own events tell.
 */
const knownWithoutAccount = ({ requests, events, question }: KeptQuestion): readonly string[] =>
  isClosed(events)
    ? []
    : requests
        .filter(({ id }) => {
          const told = events.findLastIndex(
            (it) => it.requestId === id && it.kind === 'told' && it.questionId === question.id,
          );
          const answer = events.findLastIndex((it) => it.requestId === id && isCapacityAnswer(it.kind));
          return told >= 0 && !(answer > told && events[answer]?.kind === 'no');
        })
        .map(({ id }) => id);

const oneAtATime = () =>
  refused(
    'one-at-a-time',
    'Un autre service sait déjà qui est l’enfant pour ce besoin. Retirez d’abord cette orientation, ou attendez sa réponse.',
    'Another service knows who the child is already, for this need. Take that referral back first, or wait for its answer.',
  );
