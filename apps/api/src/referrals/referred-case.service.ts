import { Injectable } from '@nestjs/common';
import { FIELD_CLASS_WORDS, FIELD_CLASSES } from '@repere/access';
import { CaseReader } from '../cases/reading/case-reader';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import { principalOf } from '../platform/unit/principal';
import { Refusal } from '../platform/refusals/refusal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { SharingRepository } from '../privacy/sharing/sharing.repository';
import { AnswerReferralService } from './answers/answer-referral.service';
import type { AnswerReferralDto, ReferralEventDto } from './answers/answers.dto';
import { type ReferralEvent, ReferralEventsRepository } from './answers/referral-events.repository';
import {
  isAnswer,
  isClosedByNo,
  isFeedbackOwed,
  pastOf,
  type ReferralEventKind,
  stateOf,
} from './answers/referral-state';
import { awaitedOf, showEvent } from './answers/sent-referrals.service';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { unseenBy } from './messages/message-state';
import { ReferralMessages } from './messages/referral-messages.service';
import { type OwnReferral, OwnReferralsQuery } from './own-referrals.query';
import { ReferralCopies } from './copies/referral-copies.repository';
import { TeamCallBackQuery } from './team-call-back.query';
import { receivedTerms } from './received-terms';
import type { ReferredCaseDto, ReferredPartDto } from './referral.dto';

/** What the partner is shown of what happened, beside answers. */
const TO_PARTNER: ReadonlySet<ReferralEventKind> = new Set([
  'reminded',
  'answer-asked',
  'feedback',
  'feedback-asked',
]);

/** What is said with it is ours, and the same of everybody: by mail, by telephone. */
const SAYS_HOW: ReadonlySet<ReferralEventKind> = new Set(['reminded']);

/** What a referral carries of a case, for the partner to whom it was opened. */
@Injectable()
export class ReferredCaseService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly referrals: OwnReferralsQuery,
    private readonly sharing: SharingRepository,
    private readonly events: ReferralEventsRepository,
    private readonly answering: AnswerReferralService,
    private readonly copies: ReferralCopies,
    private readonly callBacks: TeamCallBackQuery,
    private readonly messages: ReferralMessages,
  ) {}

  /** By the partner, while it is open to them. */
  async answerReferral(id: string, referralId: string, answer: AnswerReferralDto): Promise<void> {
    const { file } = await this.lockReferral(id, referralId);
    await this.answering.answerOwn(file, referralId, answer);
  }

  /** By the partner, while it is open to them. */
  async giveFeedback(id: string, referralId: string, words: string): Promise<void> {
    const { file, referral } = await this.lockReferral(id, referralId);
    await this.answering.giveFeedback(file, referralId, referral.until, words);
  }

  /** By the partner, while it is open to them. */
  async writeToTeam(id: string, referralId: string, words: string): Promise<void> {
    const { file, referral } = await this.lockReferral(id, referralId);
    await this.messages.writeToTeam(file, referralId, referral.until, words);
  }

  async showReferredCase(id: string, referralId: string): Promise<ReferredCaseDto> {
    const file = await this.reader.readCase(id, 'receive', { referralId });
    const referral = await this.getReferral(id, referralId);
    this.unit.notes({ referral: referralId });
    const { row, territory } = file;
    const resource = { ...file.resource, referralId };
    const redacted = redactedClasses(principalOf(this.unit.account), resource, 'receive');
    const copies = await this.copies.ofReferral(file, referralId);
    const sent = copies.flatMap(({ lines, at }, n) =>
      lines.map((it) => ({ ...it, addedAt: n === 0 ? null : at.toISOString() })),
    );
    const own = await this.received(file, referral);
    const shared = await this.sharing.findShared(file, referralId);
    const ask = { redacted: true, ask: row.teamName } as const;
    return {
      caseFileId: row.id,
      reference: row.reference,
      calledName: redacted.has('identity') ? ask : (copies[0]?.calledName ?? ask),
      team: row.teamName,
      checkPhone: (await this.callBacks.readNumbers([row.teamId])).get(row.teamId) ?? null,
      zone: territory.zone,
      since: referral.since.toISOString(),
      until: referral.until.toISOString(),
      // Each class is redacted, by the same no. What is asked, and what the child says of it, tells of them too.
      request: own.isClosed ? ask : (shared?.content?.what ?? ''),
      terms: own.isClosed ? null : receivedTerms(shared),
      ...own,
      parts: FIELD_CLASSES.map((fieldClass): ReferredPartDto => ({
        fieldClass,
        title: FIELD_CLASS_WORDS[fieldClass],
        lines: redacted.has(fieldClass)
          ? ask
          : sent
              .filter((it) => it.fieldClass === fieldClass)
              .map(({ title, shown, at, addedAt }) => ({ title, shown, at, addedAt })),
      })),
    };
  }

  /** Whether it is open to them is asked behind the lock. */
  private async lockReferral(
    id: string,
    referralId: string,
  ): Promise<{ readonly file: LoadedCase; readonly referral: OwnReferral }> {
    const file = await this.reader.lock(id);
    return { file, referral: await this.getReferral(id, referralId) };
  }

  /** Open to them now. */
  private async getReferral(caseFileId: string, referralId: string): Promise<OwnReferral> {
    const referral = await this.referrals.findReferral(caseFileId, referralId);
    if (!referral) throw new Refusal('not-found');
    return referral;
  }

  /** How it stands with what was answered. That the partner has it is known from the first time that they read it. */
  private async received(
    file: LoadedCase,
    { sharingId, until }: OwnReferral,
  ): Promise<
    Pick<
      ReferredCaseDto,
      'state' | 'isClosed' | 'dueAt' | 'feedbackDueAt' | 'mayGiveFeedback' | 'answers' | 'messages'
    >
  > {
    let { events, messages } = await this.events.ofReferral(file, sharingId);
    if (unseenBy('service', messages).length > 0) {
      // What is written meanwhile is not seen by this.
      await this.reader.lock(file.row.id);
      ({ events, messages } = await this.events.ofReferral(file, sharingId));
    }
    const sent = events.find(({ kind }) => kind === 'sent');
    if (!sent) throw new Refusal('not-found');
    if (!events.some(({ kind }) => kind === 'received')) {
      await this.events.addEvent(sent, file.key, { kind: 'received' });
      this.unit.notes({ isReceived: true });
      ({ events, messages } = await this.events.ofReferral(file, sharingId));
    }
    const past = pastOf(events, { until });
    if (past === null) throw new Refusal('not-found');
    const isClosed = isClosedByNo(past);
    const written = { own: this.unit.account.name, team: file.row.teamName };
    return {
      state: stateOf(past, this.unit.now()),
      isClosed,
      messages: isClosed
        ? { items: [], mayWrite: false }
        : await this.messages.showToService(file, { events, messages, sent, past }, written),
      dueAt: new Date(past.dueAt).toISOString(),
      feedbackDueAt: awaitedOf({ past, sent }, this.unit.now(), file.territory.zone).feedbackDueAt,
      mayGiveFeedback: isFeedbackOwed(past) || events.some(({ kind }) => kind === 'feedback'),
      answers: events
        .filter(({ kind }) => isAnswer(kind) || TO_PARTNER.has(kind))
        .map((event) => showToPartner(event, this.unit.account, file.row.teamName)),
    };
  }
}

/**
 * What the worker recorded of the partner is theirs to see: that they did, when, and in the codes of an answer. The worker's own words of
 * it are not: they may tell of what was not sent, or of the partner. Who recorded it works elsewhere: their team is named.
 */
function showToPartner(
  event: ReferralEvent,
  { id, name }: { readonly id: string; readonly name: string },
  team: string,
): ReferralEventDto {
  const names = new Map([...(event.byId === null ? [] : [[event.byId, team] as const]), [id, name]]);
  return showEvent(event, names, event.byId === id || SAYS_HOW.has(event.kind));
}
