import { Injectable } from '@nestjs/common';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { nextPartnerSlot } from '../../access/accounts/mail/partner-slots';
import { refuseKeptAway } from '../../cases/grants/in-conflict';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { machineNow } from '../../platform/clocks';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { OneAtATime } from '../needs/one-at-a-time';
import type { AnswerReferralDto, RecordUnmetDto, RemindPartnerDto } from './answers.dto';
import { missingField } from './missing-field';
import { NO_WORDS, type ReferralEvent, ReferralEventsRepository } from './referral-events.repository';
import { isAnswer, isFeedbackOwed, isOpenNeed, needOf, pastOf } from './referral-state';
import { awaitedOf, findReferral, SentReferralsService } from './sent-referrals.service';

/** What a partner may say of one referral in their own name; whoever needs more is called. */
const MOST_FEEDBACK = 20;

/** What a partner answers, or a worker records for them; chasing, and saying that nobody meets the need. The case is locked. */
@Injectable()
export class AnswerReferralService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly events: ReferralEventsRepository,
    private readonly sent: SentReferralsService,
    private readonly mails: AccountMails,
    private readonly oneAtATime: OneAtATime,
  ) {}

  /** By the partner, of the referral that is open to them. */
  async answerOwn(file: LoadedCase, sharingId: string, answer: AnswerReferralDto): Promise<void> {
    const events = await this.events.ofReferral(file, sharingId);
    const sent = events.find(({ kind }) => kind === 'sent');
    if (!sent) throw new Refusal('not-found');
    await this.settleAnswer(file, sent, events, answer);
  }

  /** What came of the child, by the partner, while it is open to them. The same once more changes nothing. */
  async giveFeedback(file: LoadedCase, sharingId: string, until: Date, words: string): Promise<void> {
    const events = await this.events.ofReferral(file, sharingId);
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
    this.unit.notes({ referral: sharingId });
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
    await this.settleAnswer(file, sent, events, answer);
  }

  async remind(file: LoadedCase, id: string, { how }: RemindPartnerDto): Promise<void> {
    const found = findReferral(await this.sent.historiesOf(file), id);
    const { sent, past } = found;
    if (!awaitedOf(found, this.unit.now(), file.territory.zone).isAwaited)
      throw refused(
        'nothing-to-chase',
        'Cette orientation n’attend plus ni réponse ni retour.',
        'This referral waits for no answer and no feedback any more.',
      );
    if (how === 'mail') {
      refuseKeptAway(file.row, sent.partnerId);
      if (past.endedAt !== null || past.until <= this.unit.now()) throw nothingBehindMail();
    }
    await this.events.addEvent(sent, file.key, { kind: 'reminded', words: { ...NO_WORDS, words: HOW[how] } });
    if (how === 'mail')
      await this.mails.addMail(
        'referral-opened',
        sent.partnerId,
        nextPartnerSlot(machineNow(), file.territory.zone),
      );
    this.unit.notes({ referral: id, how });
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
    { answer, reason = undefined, words, byWhen, whomToCall }: AnswerReferralDto,
  ): Promise<void> {
    if (answer === 'refused' && reason === undefined)
      throw missingField('reason', 'Dites pourquoi.', 'Say why.');
    if (answer === 'other-offer' && words === undefined)
      throw missingField('words', 'Dites ce que vous proposez.', 'Say what you offer.');
    if (answer === 'elsewhere' && words === undefined)
      throw missingField('words', 'Dites pour qui.', 'Say for whom.');
    const said = { words: words ?? null, byWhen: byWhen ?? null, whomToCall: whomToCall ?? null };
    const kept = answer === 'refused' ? (reason ?? null) : null;
    const last = events.findLast(({ kind }) => isAnswer(kind));
    const isSame =
      last?.kind === answer &&
      (last.byId === about.partnerId || this.unit.account.id !== about.partnerId) &&
      last.reason === kept &&
      (['words', 'byWhen', 'whomToCall'] as const).every((it) => last[it] === said[it]);
    if (isSame) return;
    if (answer === 'accepted') await this.oneAtATime.checkYes(file, about);
    await this.events.addEvent(about, file.key, { kind: answer, reason: kept, words: said });
    this.unit.notes({ referral: about.sharingId, answer, ...(kept !== null && { reason: kept }) });
  }
}

const tooMuchFeedback = (): Refusal =>
  refused(
    'too-many-answers',
    `Vous avez déjà donné ${String(MOST_FEEDBACK)} retours pour cette orientation. Appelez l’équipe.`,
    `You gave feedback on this referral ${String(MOST_FEEDBACK)} times already. Call the team.`,
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
