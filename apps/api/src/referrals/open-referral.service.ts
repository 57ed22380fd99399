import { Injectable } from '@nestjs/common';
import { CLOSED_FIELD, REFERABLE_CLASSES } from '@repere/access';
import { isoDay, localDay } from '@repere/feel';
import { AccountMails } from '../access/accounts/mail/account-mails';
import { nextPartnerSlot } from '../access/accounts/mail/partner-slots';
import { machineNow } from '../platform/clocks';
import { CaseReader } from '../cases/reading/case-reader';
import { GrantAccessService } from '../cases/grants/grant-access.service';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import { Refusal } from '../platform/refusals/refusal';
import { principalOf } from '../platform/unit/principal';
import { refused } from '../platform/refusals/refused';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { RecordSharingService } from '../privacy/sharing/record-sharing.service';
import { PartnersQuery } from './partners.query';
import { SendReferral } from './clock/send-referral.service';
import { classesOf, composeCopy, markOf, withoutLines } from './copies/compose-copy';
import { ReferralCopies } from './copies/referral-copies.repository';
import { KeptAwayServices } from './matching/kept-away-services';
import { PrepareReferralService } from './prepared/prepare-referral.service';
import { FindNeed } from './needs/find-need';
import { ReferAfterYesService } from './capacity/refer-after-yes.service';
import type { OpenReferralDto } from './referral.dto';

/** An answer within these is for a child who can’t wait for the hour at which mails leave. */
const URGENT_HOURS = 4;

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
    private readonly sending: SendReferral,
    private readonly afterYes: ReferAfterYesService,
    private readonly needs: FindNeed,
    private readonly copies: ReferralCopies,
    private readonly keptAway: KeptAwayServices,
    private readonly preparing: PrepareReferralService,
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
      beforeYes,
      besideAnother,
      previewed,
      prepared,
      leftOut = [],
      ...asked
    }: OpenReferralDto,
  ): Promise<void> {
    const file = await this.reader.lock(caseFileId);
    await this.preparing.takePrepared(file, prepared, accountId);
    const partner = await this.partners.findPartner(accountId);
    if (!partner)
      throw refused(
        'not-a-partner',
        'Une orientation ne s’ouvre qu’à un compte de partenaire. Pour une personne du service : affectez-la, ou demandez-lui un second avis.',
        'A referral is opened to the account of a partner only. For somebody of the service: assign them, or ask them for a second opinion.',
        'accountId',
      );
    await this.keptAway.refuseColleague(file, accountId);
    const afterYes =
      capacityRequestId === undefined ? null : await this.afterYes.check(file, capacityRequestId, accountId);
    const goesOn = await this.needs.findNeed(file, {
      ...{ partnerId: accountId, serviceId: null, words: request, needId, beforeYes, besideAnother },
      called: [needCode, afterYes?.kept.question.need].filter((it) => it !== undefined),
      isAfterYes: afterYes !== null,
    });
    const { ground, isBound, why, child, parents, childView } = asked;
    const classes = REFERABLE_CLASSES.filter((it) => asked.classes.includes(it));
    // Nobody opens to another what is closed to them: who broke the glass, where others hide.
    const closed = redactedClasses(principalOf(this.unit.account), file.resource);
    if (classes.some((it) => closed.has(it)))
      throw new Refusal('refused', { reasons: [{ ...CLOSED_FIELD, field: 'classes' }] });
    const looked = composeCopy(file, classes);
    if (previewed !== markOf(looked)) throw changedSincePreview();
    const copy = withoutLines(looked, leftOut);
    if (!copy) throw noSuchLine();
    if (leftOut.length > 0) this.unit.notes({ linesLeftOut: leftOut.length });
    const sharingId = await this.sharing.note(file, {
      on: isoDay(localDay(this.unit.now(), file.territory.zone)),
      ground,
      classes: classesOf(copy),
      toWhom: partner.name,
      ...(partner.organisations.length > 0 && { service: partner.organisations.join(', ') }),
      isBound,
      what: request,
      why,
      child,
      parents,
      ...(childView !== undefined && { childView }),
      how: 'referral',
      until,
    });
    await this.copies.addCopy(file, { sharingId, partnerId: accountId }, copy);
    await this.giving.refer(file, { accountId, until, classes, sharingId });
    const heldUntil = afterYes?.heldUntil ?? null;
    const answerHours = this.sending.answerHours(asked.answerHours, { need: goesOn.need, heldUntil });
    // What is urgent leaves at once, as a question for a place does: no mail waits for longer than the place is held.
    const isUrgent = answerHours === URGENT_HOURS || heldUntil !== null;
    const leavesAt = isUrgent ? null : nextPartnerSlot(machineNow(), file.territory.zone);
    const about = {
      sharingId,
      needId: goesOn.needId ?? sharingId,
      caseFileId,
      teamId: file.row.teamId,
      partnerId: accountId,
      serviceId: null,
      keyId: file.key.id,
    };
    await this.sending.sendReferral(file, about, {
      ...{ need: goesOn.need, until: new Date(until), answerHours, heldUntil, leavesAt },
      ...{ beforeYes: beforeYes ?? null, besideAnother: besideAnother ?? null },
    });
    if (afterYes) await this.afterYes.note(file, afterYes, sharingId);
    await this.mails.addConditional('referral-opened', accountId, sharingId, leavesAt);
  }
}

const changedSincePreview = (): Refusal =>
  refused(
    'changed-since-preview',
    'Le dossier a changé depuis l’aperçu. Relisez ce qui part, puis envoyez.',
    'The case has changed since the preview. Read again what leaves, then send.',
  );

const noSuchLine = (): Refusal =>
  refused(
    'no-such-line',
    'Une ligne à laisser de côté n’est pas de cet aperçu. Relisez ce qui part, puis envoyez.',
    'A line to be left out is none of this preview. Read again what leaves, then send.',
    'leftOut',
  );
