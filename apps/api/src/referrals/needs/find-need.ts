import { Injectable } from '@nestjs/common';
import { NEEDS, type ServiceNeed } from '@repere/directory';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import type { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SharingRepository } from '../../privacy/sharing/sharing.repository';
import type { AboutReferral } from '../answers/referral-events.repository';
import { seesWhom } from '../answers/sees-whom';
import type { NeedCode } from '../entities/unmet-need-event.entity';
import { isHolding, type StateThatMayTake, stateThatMayTake } from './holding';
import { type NeedOfCase, NeedsOfCase } from './needs-of-case';

type Recipient = Pick<AboutReferral, 'partnerId' | 'serviceId'>;

/** A referral that is about to be sent: to whom, for what, and why although something stands in its way. */
export interface NewReferral extends Recipient {
  /** Needs of the directory that it is said to be for: by who refers, by the question whose yes it goes on from. */
  readonly called: readonly ServiceNeed[];
  /** The need of an earlier referral that it goes on with. */
  readonly needId: string | undefined;
  /** What is asked, or was told. */
  readonly words: string;
  /** The service said that it has a place. */
  readonly isAfterYes: boolean;
  readonly beforeYes: string | undefined;
  readonly besideAnother: string | undefined;
}

/** Which need of the directory a referral is for, `null` in words alone; which need of earlier ones goes on, `null`: it is the first. */
export interface NeedOfReferral {
  readonly need: ServiceNeed | null;
  readonly needId: string | null;
}

/**
 * For which need of a case a referral is sent. Who the child is is told to one service at a time for it; one service may be asked several
 * things at once, and the same once. The case is locked.
 */
@Injectable()
export class FindNeed {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly needs: NeedsOfCase,
    private readonly sharing: SharingRepository,
  ) {}

  /**
   * Refused where it is called two things, is asked of the same service already, or while another service is waited for or has the child,
   * unless it is said why a second one is told: referring protects, and is never shut off.
   */
  async findNeed(file: LoadedCase, asked: NewReferral): Promise<NeedOfReferral> {
    const needs = await this.needs.listNeeds(file);
    const before = asked.needId === undefined ? null : knownNeed(needs, asked.needId);
    const [first = null] = asked.called;
    const code = before?.need ?? first ?? 'other';
    if (asked.called.some((it) => it !== code)) throw otherNeed();
    const need = code === 'other' ? null : code;
    const same = need === null ? before : (needs.find((it) => it.need === need) ?? null);
    await this.refuseTwice(file, asked, same?.referrals ?? null, needs);
    if (asked.besideAnother === undefined) this.checkBeside(needs, need, same, asked);
    if (!asked.isAfterYes && asked.beforeYes === undefined) this.checkBeforeYes(needs, need);
    return { need, needId: asked.needId ?? same?.referrals.at(-1)?.sent.needId ?? null };
  }

  /** A need of this case for which somebody was asked before. */
  async refuseUnknown(file: LoadedCase, needId: string): Promise<void> {
    knownNeed(await this.needs.listNeeds(file), needId);
  }

  /**
   * The same is not asked of one service twice, as long as it may still say yes or did. In words alone it is the same in the same words:
   * what else they are for nobody knows. Of whom a reader may not know that they take the child they learn nothing by this.
   */
  private async refuseTwice(
    file: LoadedCase,
    asked: NewReferral,
    same: NeedOfCase['referrals'] | null,
    needs: readonly NeedOfCase[],
  ): Promise<void> {
    const now = this.unit.now();
    const isKnown = seesWhom(principalOf(this.unit.account), file.resource, now);
    const { called, words } = asked;
    const inWords = called.length > 0 ? [] : needs.filter(({ need }) => need === 'other');
    for (const it of same ?? inWords.flatMap(({ referrals }) => referrals)) {
      const state = stateThatMayTake(it.past, now);
      if (state === null || !isTheSame(it.sent, asked) || !isKnown(it)) continue;
      if (same === null && (await this.wordsOf(file, it.sent.sharingId)) !== words) continue;
      const need = needs.find(({ referrals }) => referrals.includes(it))?.need ?? 'other';
      throw askedAlready(need, state, asked.partnerId === null ? 'serviceId' : 'accountId');
    }
  }

  private async wordsOf(file: LoadedCase, sharingId: string): Promise<string | undefined> {
    return (await this.sharing.findShared(file, sharingId))?.content?.what;
  }

  /**
   * While another service is waited for or has the child, a second one is told with a reason. What two needs in words are nobody knows:
   * they may be one, else whoever names no need would tell any number of services.
   */
  private checkBeside(
    needs: readonly NeedOfCase[],
    need: ServiceNeed | null,
    same: NeedOfCase | null,
    asked: NewReferral,
  ): void {
    if (same && this.holds(same)) throw oneAtATime();
    if (need !== null) return;
    const others = needs.filter((it) => it.need === 'other' && it !== same);
    const referrals = others.flatMap((it) => it.referrals).filter(({ sent }) => !isTheSame(sent, asked));
    if (this.holds({ referrals })) throw mayBeTheSame();
  }

  /**
   * Who the child is goes to a service that said yes. Refused without: for a bed, and for a need in words alone, which may be one, while
   * somebody who knows the child may still take them for a bed.
   */
  private checkBeforeYes(needs: readonly NeedOfCase[], need: ServiceNeed | null): void {
    if (need !== null) {
      if (NEEDS[need].isBed) throw noYesYet();
      return;
    }
    for (const before of needs)
      if (before.need !== 'other' && NEEDS[before.need].isBed && this.holds(before)) throw mayBeThatBed();
  }

  private holds({ referrals }: Pick<NeedOfCase, 'referrals'>): boolean {
    return referrals.some(({ past }) => isHolding(past, this.unit.now()));
  }
}

/** The same account, or the same service without one. */
const isTheSame = (a: Recipient, b: Recipient): boolean =>
  a.partnerId === b.partnerId && a.serviceId === b.serviceId;

function knownNeed(needs: readonly NeedOfCase[], needId: string): NeedOfCase {
  const found = needs.find(({ referrals }) => referrals.some(({ sent }) => sent.needId === needId));
  if (found) return found;
  throw refused(
    'no-such-need',
    'Ce besoin n’est pas de ce dossier.',
    'This need is none of this case.',
    'needId',
  );
}

/** How what stands is said, of a service. */
const STANDS: Readonly<Record<StateThatMayTake, readonly [fr: string, en: string]>> = {
  sent: ['il n’a pas encore répondu', 'it has not answered yet'],
  received: ['il n’a pas encore répondu', 'it has not answered yet'],
  'no-answer': ['il n’a pas répondu à temps', 'it did not answer in time'],
  'other-offer': ['il propose autre chose', 'it offers something else'],
  accepted: ['il a dit oui', 'it said yes'],
  started: ['il a reçu l’enfant', 'it received the child'],
};

function askedAlready(need: NeedCode, state: StateThatMayTake, field: 'accountId' | 'serviceId'): Refusal {
  const what = need === 'other' ? { fr: 'dans les mêmes mots', en: 'in the same words' } : NEEDS[need].title;
  const [fr, en] = STANDS[state];
  return refused(
    'asked-already',
    `Déjà demandé à ce service (${what.fr}) : ${fr}. Depuis « Orientations », complétez cette orientation et appelez-le, ou retirez-la pour l’envoyer à nouveau.`,
    `Asked of this service already (${what.en}): ${en}. From “Referrals”, add to that referral and call it, or take it back to send it anew.`,
    field,
  );
}

const otherNeed = (): Refusal =>
  refused(
    'other-need',
    'Cette orientation continue un besoin qui porte un autre nom. Pour un autre besoin, ouvrez une nouvelle orientation.',
    'This referral goes on with a need that has another name. For another need, open a new referral.',
    'need',
  );

const noYesYet = (): Refusal =>
  refused(
    'no-yes-yet',
    'Cette orientation ne suit pas le oui d’un service. Demandez d’abord une place, sans dire qui est l’enfant, ou dites pourquoi son identité part avant un oui.',
    'This referral follows no service’s yes. Ask for a place first, without saying who the child is, or say why that is told before a yes.',
    'beforeYes',
  );

const mayBeThatBed = (): Refusal =>
  refused(
    'may-be-that-bed',
    'Un service qui sait qui est l’enfant peut encore l’accueillir. Si ce besoin-ci est un autre, ou si c’est urgent, dites pourquoi un second service l’apprend.',
    'A service that knows who the child is may still take them in. If this need is another one, or if it is urgent, say why a second service is told.',
    'beforeYes',
  );

const mayBeTheSame = (): Refusal =>
  refused(
    'may-be-the-same',
    'Un autre service sait déjà qui est l’enfant, pour un besoin dit en mots seuls, et son délai court : « Orientations » dit lequel. Nommez ce besoin-ci, ou dites pourquoi un second service l’apprend maintenant.',
    'Another service knows who the child is already, for a need said in words alone, and has time to answer: “Referrals” says which. Name this need, or say why a second service is told now.',
    'besideAnother',
  );

const oneAtATime = (): Refusal =>
  refused(
    'one-at-a-time',
    'Un autre service sait déjà qui est l’enfant pour ce besoin, et son délai court : « Orientations » dit lequel. Attendez sa réponse, retirez-lui l’orientation, ou dites pourquoi un second service l’apprend maintenant.',
    'Another service knows who the child is already, for this need, and has time to answer: “Referrals” says which. Wait for its answer, take that referral back, or say why a second service is told now.',
    'besideAnother',
  );
