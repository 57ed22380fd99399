import { Injectable } from '@nestjs/common';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { nextPartnerSlot } from '../../access/accounts/mail/partner-slots';
import { refuseKeptAway } from '../../cases/grants/in-conflict';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { machineNow } from '../../platform/clocks';
import { Refusal } from '../../platform/refusals/refusal';
import { invalidValue } from '../../platform/refusals/invalid-value';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { OneAtATime } from '../needs/one-at-a-time';
import { ReachService } from '../told/reach-service.service';
import type { AnswerReferralDto, RecordUnmetDto, RemindPartnerDto } from './answers.dto';
import { missingField, reasonOfNo } from './missing-field';
import { NO_WORDS, type ReferralEvent, ReferralEventsRepository } from './referral-events.repository';
import { isAnswer, isFeedbackOwed, isOpenNeed, needOf, pastOf, type ReferralAnswer } from './referral-state';
import {
  awaitedOf,
  findReferral,
  type ReferralHistory,
  SentReferralsService,
} from './sent-referrals.service';

/** A moment that says by which clock it is read. */
const hasOffset = (said: string): boolean => said.includes('T') && /(?:Z|[+-]\d{2}(?::?\d{2})?)$/.test(said);
/** What a partner may say of one referral in their own name; whoever needs more is called. */
const MOST_FEEDBACK = 20;
/** Answers by links to one referral; then the service is to call. */
const MOST_BY_LINK = 20;

/** What a partner answers, or a worker records for them; chasing, and saying that nobody meets the need. The case is locked. */
@Injectable()
export class AnswerReferralService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly events: ReferralEventsRepository,
    private readonly sent: SentReferralsService,
    private readonly mails: AccountMails,
    private readonly oneAtATime: OneAtATime,
    private readonly reaching: ReachService,
  ) {}

  /** By the partner, of the referral that is open to them. */
  async answerOwn(file: LoadedCase, sharingId: string, answer: AnswerReferralDto): Promise<void> {
    const { events } = await this.events.ofReferral(file, sharingId);
    const sent = events.find(({ kind }) => kind === 'sent');
    if (!sent) throw new Refusal('not-found');
    await this.settleAnswer(file, sent, events, answer, this.unit.account.id);
  }

  /** By the link of a service without account: as the system, which has found that it holds. */
  async answerByLink(file: LoadedCase, sharingId: string, answer: AnswerReferralDto): Promise<void> {
    const { sent, events, past } = findReferral(await this.sent.historiesOf(file), sharingId);
    if (past.endedAt !== null || past.until <= this.unit.now()) throw noLongerAsked();
    if (events.filter(({ kind, byId }) => isAnswer(kind) && byId === null).length >= MOST_BY_LINK)
      throw tooManyAnswers();
    await this.settleAnswer(file, sent, events, answer, null);
  }

  /** What came of the child, by the partner, while it is open to them. The same once more changes nothing. */
  async giveFeedback(file: LoadedCase, sharingId: string, until: Date, words: string): Promise<void> {
    const { events } = await this.events.ofReferral(file, sharingId);
    const sent = events.find(({ kind }) => kind === 'sent');
    const past = pastOf(events, { until });
    if (!sent || !past) throw new Refusal('not-found');
    const given = events.filter(({ kind }) => kind === 'feedback');
    const own = given.filter(({ byId }) => byId === this.unit.account.id);
    // What the worker wrote down is not shown to them: the same words are theirs only once they say them.
    if (given.at(-1) === own.at(-1) && own.at(-1)?.words === words) return;
    if (own.length >= MOST_FEEDBACK) throw tooMuchFeedback();
    if (given.length === 0 && !isFeedbackOwed(past))
      throw refused(
        'nothing-to-follow',
        'Répondez d’abord oui à l’orientation.',
        'Say yes to the referral first.',
      );
    await this.events.addEvent(sent, file.key, { kind: 'feedback', words: { ...NO_WORDS, words } });
    this.unit.notes({ referral: sharingId, words });
  }

  /** By who refers, as it was told by telephone or on paper. A yes to what was taken back would close a need that nobody meets. */
  async recordAnswer(file: LoadedCase, id: string, answer: AnswerReferralDto): Promise<void> {
    const { sent, events, past } = findReferral(await this.sent.historiesOf(file), id);
    if (past.endedAt !== null)
      throw refused(
        'referral-withdrawn',
        'Cette orientation a été retirée. Si le service dit oui, orientez à nouveau vers lui.',
        'This referral was taken back. If the service says yes, refer to it again.',
      );
    await this.settleAnswer(file, sent, events, answer, this.unit.account.id);
  }

  async remind(file: LoadedCase, id: string, { how }: RemindPartnerDto): Promise<void> {
    const found = findReferral(await this.sent.historiesOf(file), id);
    const { sent } = found;
    if (!awaitedOf(found, this.unit.now(), file.territory.zone).isAwaited)
      throw refused(
        'nothing-to-chase',
        'Cette orientation n’attend plus ni réponse ni retour.',
        'This referral waits for no answer and no feedback any more.',
      );
    if (how === 'mail') await this.writeTo(file, found);
    await this.events.addEvent(sent, file.key, { kind: 'reminded', words: { ...NO_WORDS, words: HOW[how] } });
    this.unit.notes({ referral: id, how });
  }

  /** To the account that something waits; to a service without one another link. */
  private async writeTo(file: LoadedCase, { sent, past }: ReferralHistory): Promise<void> {
    const { partnerId, serviceId } = sent;
    if (partnerId !== null) refuseKeptAway(file.row, partnerId);
    if (past.endedAt !== null || past.until <= this.unit.now()) throw nothingBehindMail();
    if (partnerId !== null) {
      const leavesAt = nextPartnerSlot(machineNow(), file.territory.zone);
      await this.mails.addConditional('referral-opened', partnerId, sent.sharingId, leavesAt);
    } else if (serviceId !== null) await this.reaching.sendLink(file, { ...sent, serviceId });
  }

  /** Only what nobody meets is unmet: a need for which somebody may still say yes waits. */
  async recordUnmet(file: LoadedCase, id: string, { reason }: RecordUnmetDto): Promise<void> {
    const histories = await this.sent.historiesOf(file);
    const { sent } = findReferral(histories, id);
    const ofNeed = histories.filter((it) => it.sent.needId === sent.needId);
    const state = needOf(
      ofNeed.map(({ past }) => past),
      this.unit.now(),
    );
    if (!isOpenNeed(state))
      throw refused(
        'need-not-open',
        'Ce besoin attend encore une réponse, ou il est couvert.',
        'This need still waits for an answer, or it is met.',
      );
    await this.events.addEvent(sent, file.key, { kind: 'unmet', reason });
    this.unit.notes({ referral: id, need: sent.needId, reason });
  }

  /**
   * The same answer once more is the answer that there is. What a worker wrote down for them, in words that they are not shown, is theirs
   * only once they say it.
   */
  private async settleAnswer(
    file: LoadedCase,
    about: ReferralEvent,
    events: readonly ReferralEvent[],
    { answer, reason = undefined, words, byWhen, whomToCall, expectedAt }: AnswerReferralDto,
    byId: string | null,
  ): Promise<void> {
    if (answer === 'refused' && reason === undefined)
      throw missingField('reason', 'Dites pourquoi.', 'Say why.');
    if (answer === 'other-offer' && words === undefined)
      throw missingField('words', 'Dites ce que vous proposez.', 'Say what you offer.');
    if (answer === 'elsewhere' && words === undefined)
      throw missingField('words', 'Dites pour qui.', 'Say for whom.');
    if (answer !== 'refused' && reason !== undefined) throw reasonOfNo();
    const expected =
      expectedAt === undefined
        ? null
        : readExpected(
            answer,
            expectedAt,
            this.unit.now(),
            findReferral(await this.sent.historiesOf(file), about.sharingId).past.until,
          );
    const said = { words: words ?? null, byWhen: byWhen ?? null, whomToCall: whomToCall ?? null };
    const kept = answer === 'refused' ? (reason ?? null) : null;
    const last = events.findLast(({ kind }) => isAnswer(kind));
    const isSame =
      last?.kind === answer &&
      (last.byId === about.partnerId || byId !== about.partnerId) &&
      last.reason === kept &&
      last.expectedAt?.getTime() === expected?.getTime() &&
      (['words', 'byWhen', 'whomToCall'] as const).every((it) => last[it] === said[it]);
    if (isSame) return;
    await this.oneAtATime.checkAnswer(file, about, answer);
    const happened = { kind: answer, reason: kept, expectedAt: expected, words: said };
    if (byId === null) await this.events.addByLink(about, file.key, happened);
    else await this.events.addEvent(about, file.key, happened);
    this.unit.notes({
      ...{ referral: about.sharingId, answer },
      ...(kept !== null && { reason: kept }),
      ...(expected !== null && { expectedAt: expected.toISOString() }),
      ...Object.fromEntries(Object.entries(said).filter(([, it]) => it !== null)),
    });
  }
}

/** When the child is expected there, as long as what was sent is open. A time that has passed is one to come, misread. */
function readExpected(answer: ReferralAnswer, said: string, now: number, until: number): Date {
  if (answer !== 'accepted')
    throw invalidValue('expectedAt', 'Seul un oui dit quand.', 'A yes alone says when.');
  const at = Date.parse(said);
  if (!hasOffset(said) || !(at > now) || at > until)
    throw invalidValue(
      'expectedAt',
      'Indiquez un moment à venir, avant la fin de l’orientation.',
      'Give a moment to come, before the referral ends.',
    );
  return new Date(at);
}

const tooMuchFeedback = (): Refusal =>
  refused(
    'too-many-answers',
    `Vous avez déjà donné ${String(MOST_FEEDBACK)} retours pour cette orientation. Appelez l’équipe.`,
    `You gave feedback on this referral ${String(MOST_FEEDBACK)} times already. Call the team.`,
  );

const tooManyAnswers = (): Refusal =>
  refused(
    'too-many-answers',
    `Vous avez déjà répondu ${String(MOST_BY_LINK)} fois. Appelez l’équipe.`,
    `You answered ${String(MOST_BY_LINK)} times already. Call the team.`,
  );

export const noLongerAsked = (): Refusal =>
  refused(
    'no-longer-asked',
    'Cette orientation est retirée ou terminée : plus rien ne vous est demandé. Merci.',
    'This referral was taken back or is over: nothing is asked of you any more. Thank you.',
  );

const nothingBehindMail = (): Refusal =>
  refused(
    'nothing-behind-mail',
    'Cette orientation a pris fin : le service ne trouverait rien derrière un courriel. Appelez-le.',
    'This referral is over: the service would find nothing behind a mail. Call it.',
  );

/** In both languages at once: it is kept as one text. */
const HOW: Readonly<Record<RemindPartnerDto['how'], string>> = {
  mail: 'Courriel · Mail',
  telephone: 'Téléphone · Telephone',
};
