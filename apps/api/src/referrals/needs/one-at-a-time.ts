import { Injectable } from '@nestjs/common';
import type { ServiceNeed } from '@repere/directory';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type ReferralState, stateOf } from '../answers/referral-state';
import type { AboutReferral } from '../answers/referral-events.repository';
import { type CapacityEventKind, isClosed, isCapacityAnswer } from '../capacity/capacity-state';
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
    if (isTold(before) || this.mayTake(before)) throw oneAtATime();
    return before.referrals.at(-1)?.sent.needId ?? null;
  }

  /** What the need of a new referral is called; `null`: by no name of the directory. Refused where it is called two things at once. */
  readNeed(called: readonly ServiceNeed[]): ServiceNeed | null {
    const [first = null] = called;
    if (called.some((it) => it !== first)) throw otherNeed();
    return first;
  }

  /**
   * The need that an earlier referral was sent for goes on: which one of the directory it is, `null` where it was said in words alone.
   * Refused under another name than its own, and in words alone while another service may still take the child.
   */
  async goOnFrom(
    file: LoadedCase,
    needId: string,
    called: readonly ServiceNeed[],
  ): Promise<ServiceNeed | null> {
    const before = await this.needOf(file, needId);
    if (called.some((it) => it !== before?.need)) throw otherNeed();
    if (!before) return null;
    if (before.need !== 'other') return before.need;
    if (this.mayTake(before)) throw oneAtATime();
    return null;
  }

  /**
   * Refuses a yes where another service said yes for the need, or where this one had said no and another may take the child since. Of
   * all referrals of the case, whoever says yes: a partner sees their own alone.
   */
  async checkYes(file: LoadedCase, { sharingId, needId }: AboutReferral): Promise<void> {
    const need = await this.unit.asSystem('system:recompute', () => this.needOf(file, needId));
    if (!need) return;
    const said = need.referrals.find(({ sent }) => sent.sharingId === sharingId);
    const saidNo = said?.events.some(({ kind }) => kind === 'refused' || kind === 'elsewhere') ?? false;
    const others = need.referrals.filter((it) => it !== said);
    if (
      this.hasTaken({ referrals: others }) ||
      (saidNo && (this.mayTake({ referrals: others }) || isTold(need)))
    )
      throw anotherMayTake();
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
    const need = await this.unit.asSystem('system:recompute', () => this.needs.ofNeed(file, question.need));
    const known = need.questions.flatMap(knownWithoutAccount);
    const isOwn = ({ sent }: NeedOfCase['referrals'][number]): boolean =>
      told.some(({ sharingId }) => sharingId === sent.sharingId);
    // Who knows them still goes on: its place is held for longer.
    if (known.includes(requestId) || this.mayTake({ referrals: need.referrals.filter(isOwn) })) return;
    if (known.length > 0 || this.mayTake(need)) throw anotherMayTake();
  }

  private async needOf(file: LoadedCase, needId: string): Promise<NeedOfCase | null> {
    const needs = await this.needs.listNeeds(file);
    return needs.find(({ referrals }) => referrals.some(({ sent }) => sent.needId === needId)) ?? null;
  }

  private hasTaken({ referrals }: Pick<NeedOfCase, 'referrals'>): boolean {
    return referrals.some(({ past }) => ['accepted', 'started'].includes(stateOf(past, this.unit.now())));
  }

  private mayTake({ referrals }: Pick<NeedOfCase, 'referrals'>): boolean {
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
  elsewhere: false,
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
          return told >= 0 && !(answer > told && NO.has(events[answer]?.kind ?? 'told'));
        })
        .map(({ id }) => id);

/** No child is taken by these. */
const NO: ReadonlySet<CapacityEventKind> = new Set(['no', 'elsewhere']);

const isTold = ({ questions }: NeedOfCase): boolean =>
  questions.some((it) => knownWithoutAccount(it).length > 0);

const otherNeed = () =>
  refused(
    'other-need',
    'Cette orientation continue un besoin qui porte un autre nom. Pour un autre besoin, ouvrez une nouvelle orientation.',
    'This referral goes on with a need that has another name. For another need, open a new referral.',
    'need',
  );

const anotherMayTake = () =>
  refused(
    'another-may-take',
    'Un autre service a dit oui pour ce besoin, ou peut encore le faire. L’équipe doit d’abord lui retirer son orientation.',
    'Another service said yes for this need, or may still do so. The team has to take that referral back first.',
  );

const oneAtATime = () =>
  refused(
    'one-at-a-time',
    'Un autre service sait déjà qui est l’enfant pour ce besoin. Retirez d’abord cette orientation, ou attendez sa réponse.',
    'Another service knows who the child is already, for this need. Take that referral back first, or wait for its answer.',
  );
