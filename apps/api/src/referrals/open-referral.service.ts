import { Injectable } from '@nestjs/common';
import { CLOSED_FIELD, REFERABLE_CLASSES } from '@repere/access';
import { isoDay, localDay } from '@repere/feel';
import { AccountMails } from '../access/accounts/mail/account-mails';
import { nextPartnerSlot } from '../access/accounts/mail/partner-slots';
import { machineNow } from '../platform/clocks';
import { CaseReader } from '../cases/reading/case-reader';
import { GrantAccessService } from '../cases/grants/grant-access.service';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { Jobs } from '../platform/jobs/jobs';
import { Refusal } from '../platform/refusals/refusal';
import { principalOf } from '../platform/unit/principal';
import { refused } from '../platform/refusals/refused';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { RecordSharingService } from '../privacy/sharing/record-sharing.service';
import { PartnersQuery } from './partners.query';
import { feedbackTimes } from './answers/feedback-clock';
import { FEEDBACK_ASKED, FEEDBACK_DUE } from './answers/feedback-jobs';
import { ANSWER_DUE } from './answers/escalate-silence-job';
import { ReferralEventsRepository } from './answers/referral-events.repository';
import { composeCopy, markOf } from './copies/compose-copy';
import { ReferralCopies } from './copies/referral-copies.repository';
import { OneAtATime } from './needs/one-at-a-time';
import { ReferAfterYesService } from './capacity/refer-after-yes.service';
import { ANSWER_HOURS_UNLESS_SAID, type OpenReferralDto } from './referral.dto';

const HOUR = 3_600_000;

/** Opens a part of a case to a partner. That is sharing (CASF L226-2-2): the register says so in the same transaction. */
@Injectable()
export class OpenReferralService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly partners: PartnersQuery,
    private readonly sharing: RecordSharingService,
    private readonly giving: GrantAccessService,
    private readonly mails: AccountMails,
    private readonly events: ReferralEventsRepository,
    private readonly jobs: Jobs,
    private readonly afterYes: ReferAfterYesService,
    private readonly oneAtATime: OneAtATime,
    private readonly copies: ReferralCopies,
  ) {}

  async openReferral(
    caseFileId: string,
    {
      accountId,
      until,
      request,
      needId,
      capacityRequestId,
      need: needCode,
      previewed,
      answerHours = ANSWER_HOURS_UNLESS_SAID,
      ...asked
    }: OpenReferralDto,
  ): Promise<void> {
    const file = await this.reader.lock(caseFileId);
    const partner = await this.partners.findPartner(accountId);
    const known = needId === undefined ? null : await this.knownNeed(file, needId);
    if (!partner)
      throw refused(
        'not-a-partner',
        'Une orientation ne s’ouvre qu’à un compte de partenaire. Pour une personne du service : affectez-la, ou demandez-lui un second avis.',
        'A referral is opened to the account of a partner only. For somebody of the service: assign them, or ask them for a second opinion.',
        'accountId',
      );
    const afterYes =
      capacityRequestId === undefined ? null : await this.afterYes.check(file, capacityRequestId, accountId);
    const asksFor = afterYes?.kept.question.need;
    const called = [needCode, asksFor].filter((it) => it !== undefined);
    const code =
      known === null ? this.oneAtATime.readNeed(called) : await this.oneAtATime.goOnFrom(file, known, called);
    const goesOn = code === null || afterYes ? null : await this.oneAtATime.goOn(file, code);
    const { ground, isBound, why, child, parents } = asked;
    const classes = REFERABLE_CLASSES.filter((it) => asked.classes.includes(it));
    // Nobody opens to another what is closed to them: who broke the glass, where others hide.
    const closed = redactedClasses(principalOf(this.unit.account), file.resource);
    if (classes.some((it) => closed.has(it)))
      throw new Refusal('refused', { reasons: [{ ...CLOSED_FIELD, field: 'classes' }] });
    const copy = composeCopy(file, classes);
    if (previewed !== markOf(copy)) throw changedSincePreview();
    const sharingId = await this.sharing.note(file, {
      on: isoDay(localDay(this.unit.now(), file.territory.zone)),
      ground,
      classes,
      toWhom: partner.name,
      ...(partner.organisations.length > 0 && { service: partner.organisations.join(', ') }),
      isBound,
      what: request,
      why,
      child,
      parents,
      how: 'referral',
      until,
    });
    await this.copies.addCopy(file, { sharingId, partnerId: accountId }, copy);
    await this.giving.refer(file, { accountId, until, classes, sharingId });
    // Nobody can answer what is over: silence is told of then, and not days later.
    const wait = Math.min(answerHours * HOUR, Date.parse(until) - this.unit.now());
    const dueAt = new Date(this.unit.now() + wait);
    const about = {
      sharingId,
      needId: known ?? afterYes?.needId ?? goesOn ?? sharingId,
      caseFileId,
      teamId: file.row.teamId,
      partnerId: accountId,
      keyId: file.key.id,
    };
    await this.events.addEvent(about, file.key, {
      ...{ kind: 'sent', dueAt },
      need: code,
      until: new Date(until),
    });
    if (afterYes) await this.afterYes.note(file, afterYes, sharingId);
    await this.jobs.addJob(ANSWER_DUE, sharingId, new Date(machineNow() + wait));
    const feedback = feedbackTimes(this.unit.now(), file.territory.zone);
    const toMachine = machineNow() - this.unit.now();
    await this.jobs.addJob(FEEDBACK_ASKED, sharingId, new Date(feedback.askedAt + toMachine));
    await this.jobs.addJob(FEEDBACK_DUE, sharingId, new Date(feedback.dueAt + toMachine));
    await this.mails.addMail(
      'referral-opened',
      accountId,
      nextPartnerSlot(machineNow(), file.territory.zone),
    );
  }

  /** A need of this case for which somebody was asked before. */
  private async knownNeed(file: LoadedCase, needId: string): Promise<string> {
    if ((await this.events.ofCase(file)).some((it) => it.needId === needId)) return needId;
    throw refused(
      'no-such-need',
      'Ce besoin n’est pas de ce dossier.',
      'This need is none of this case.',
      'needId',
    );
  }
}

const changedSincePreview = (): Refusal =>
  refused(
    'changed-since-preview',
    'Le dossier a changé depuis l’aperçu. Relisez ce qui part, puis envoyez.',
    'The case has changed since the preview. Read again what leaves, then send.',
  );
