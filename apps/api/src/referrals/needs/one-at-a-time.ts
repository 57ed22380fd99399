import { Injectable } from '@nestjs/common';
import { NEEDS, type ServiceNeed } from '@repere/directory';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import {
  isClosedByNo,
  isNo,
  isOver,
  type ReferralAnswer,
  type ReferralPast,
  type ReferralState,
  stateOf,
  takenSince,
} from '../answers/referral-state';
import type { AboutReferral } from '../answers/referral-events.repository';
import type { KeptQuestion } from '../capacity/capacity.repository';
import { type NeedOfCase, NeedsOfCase } from './needs-of-case';

/** Who the child is is told to one service at a time for a need, by whatever way it is told. The case is locked. */
@Injectable()
export class OneAtATime {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly needs: NeedsOfCase,
  ) {}

  /**
   * The need of referrals that goes on, or `null`: this is the first. Refused while another service is waited for or has the child, unless
   * it is said why a second one is told: referring protects, and is never shut off.
   */
  async goOn(file: LoadedCase, need: ServiceNeed, besideAnother: string | undefined): Promise<string | null> {
    const before = await this.needs.ofNeed(file, need);
    if (besideAnother === undefined && this.holds(before)) throw oneAtATime();
    return before.referrals.at(-1)?.sent.needId ?? null;
  }

  /**
   * Who the child is goes to a service that said yes. Refused without: for a bed, and for a need in words alone, which may be one, while
   * somebody who knows the child may still take them for a bed.
   */
  async checkBeforeYes(file: LoadedCase, need: ServiceNeed | null): Promise<void> {
    if (need !== null) {
      if (NEEDS[need].isBed) throw noYesYet();
      return;
    }
    for (const before of await this.needs.listNeeds(file))
      if (before.need !== 'other' && NEEDS[before.need].isBed && this.holds(before)) throw mayBeThatBed();
  }

  /** A need of this case for which somebody was asked before. */
  async knownNeed(file: LoadedCase, needId: string): Promise<string> {
    if (await this.needOf(file, needId)) return needId;
    throw refused(
      'no-such-need',
      'Ce besoin n’est pas de ce dossier.',
      'This need is none of this case.',
      'needId',
    );
  }

  /** What the need of a new referral is called; `null`: by no name of the directory. Refused where it is called two things at once. */
  readNeed(called: readonly ServiceNeed[]): ServiceNeed | null {
    const [first = null] = called;
    if (called.some((it) => it !== first)) throw otherNeed();
    return first;
  }

  /**
   * The need that an earlier referral was sent for goes on: which one of the directory it is, `null` where it was said in words alone.
   * Refused under another name than its own, and in words alone as `goOn` refuses one of the directory.
   */
  async goOnFrom(
    file: LoadedCase,
    needId: string,
    called: readonly ServiceNeed[],
    besideAnother: string | undefined,
  ): Promise<ServiceNeed | null> {
    const before = await this.needOf(file, needId);
    if (called.some((it) => it !== before?.need)) throw otherNeed();
    if (!before) return null;
    if (before.need !== 'other') return before.need;
    if (besideAnother === undefined && this.holds(before)) throw oneAtATime();
    return null;
  }

  /**
   * Refuses a yes where another service said yes for the need. After a no what was sent is closed: refuses what would open it again
   * while another may take the child. Of all referrals of the case, whoever answers: a partner sees their own alone.
   */
  async checkAnswer(
    file: LoadedCase,
    { sharingId, needId }: AboutReferral,
    answer: ReferralAnswer,
  ): Promise<void> {
    if (isNo(answer)) return;
    const need = await this.unit.asSystem('system:recompute', () => this.needOf(file, needId));
    if (!need) return;
    const own = need.referrals.find(({ sent }) => sent.sharingId === sharingId);
    const others = { referrals: need.referrals.filter((it) => it !== own) };
    const opensAgain = own !== undefined && isClosedByNo(own.past);
    if ((answer === 'accepted' && this.hasTaken(others)) || (opensAgain && this.mayTake(others)))
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
    const isOwn = ({ sent }: NeedOfCase['referrals'][number]): boolean =>
      told.some(({ sharingId }) => sharingId === sent.sharingId);
    // Who knows them still goes on: its place is held for longer.
    if (this.mayTake({ referrals: need.referrals.filter(isOwn) })) return;
    if (this.mayTake(need)) throw anotherMayTake();
  }

  private async needOf(file: LoadedCase, needId: string): Promise<NeedOfCase | null> {
    const needs = await this.needs.listNeeds(file);
    return needs.find(({ referrals }) => referrals.some(({ sent }) => sent.needId === needId)) ?? null;
  }

  private hasTaken({ referrals }: Pick<NeedOfCase, 'referrals'>): boolean {
    return referrals.some(({ past }) => takenSince(past, this.unit.now()) !== null);
  }

  /** As `isHolding` says of each. */
  private holds({ referrals }: Pick<NeedOfCase, 'referrals'>): boolean {
    const now = this.unit.now();
    // A yes for another day keeps nobody from finding a place for tonight.
    const isForLater = (past: ReferralPast): boolean =>
      stateOf(past, now) === 'accepted' && takenSince(past, now) === null;
    return referrals.some(({ past }) => !isOver(past, now) && HOLDS[stateOf(past, now)] && !isForLater(past));
  }

  private mayTake({ referrals }: Pick<NeedOfCase, 'referrals'>): boolean {
    const now = this.unit.now();
    return referrals.some(({ past }) => !isOver(past, now) && MAY_STILL_TAKE[stateOf(past, now)]);
  }
}

/**
 * Somebody who reads who the child is, and says yes or may still do so: after a silence or an offer as well, until it is taken back, or is
 * over by itself. Then they read it no more, and a yes by telephone is held against those of others.
 */
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

/** Keeps its need from the next service: it is waited for, or said yes. Whoever is silent past its time does so no more. */
const HOLDS = { ...MAY_STILL_TAKE, 'no-answer': false } as const;

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

const noYesYet = () =>
  refused(
    'no-yes-yet',
    'Aucun service n’a encore dit qu’il a une place. Demandez d’abord une place, sans dire qui est l’enfant, ou dites pourquoi son identité part avant un oui.',
    'No service has said yet that it has a place. Ask for one first, without saying who the child is, or say why that is told before a yes.',
    'beforeYes',
  );

const mayBeThatBed = () =>
  refused(
    'may-be-that-bed',
    'Un service qui sait qui est l’enfant peut encore l’accueillir. Si ce besoin-ci est un autre, ou si c’est urgent, dites pourquoi un second service l’apprend.',
    'A service that knows who the child is may still take them in. If this need is another one, or if it is urgent, say why a second service is told.',
    'beforeYes',
  );

const oneAtATime = () =>
  refused(
    'one-at-a-time',
    'Un autre service sait déjà qui est l’enfant pour ce besoin, et son délai court : « Orientations » dit lequel. Attendez sa réponse, retirez-lui l’orientation, ou dites pourquoi un second service l’apprend maintenant.',
    'Another service knows who the child is already, for this need, and has time to answer: “Referrals” says which. Wait for its answer, take that referral back, or say why a second service is told now.',
    'besideAnother',
  );
