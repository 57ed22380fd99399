import { Injectable } from '@nestjs/common';
import { REFERABLE_CLASSES } from '@repere/access';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { nextPartnerSlot } from '../../access/accounts/mail/partner-slots';
import { refuseKeptAway } from '../../cases/grants/in-conflict';
import { redactedClasses } from '../../cases/disclosure/redacted-classes';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { machineNow } from '../../platform/clocks';
import { refused } from '../../platform/refusals/refused';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { findReferral, type ReferralHistory, SentReferralsService } from '../answers/sent-referrals.service';
import { isClosedByNo } from '../answers/referral-state';
import type { SentLine } from '../entities/referral-copy.entity';
import { composeCopy, idOfLine, markOf, unsentLines } from './compose-copy';
import type { ReferralAdditionsDto, ReferralPreviewDto, SendAdditionDto, SentLineDto } from './copies.dto';
import { FurtherSharing } from '../further-sharing';
import { KeptAwayServices } from '../matching/kept-away-services';
import { ReferralCopies } from './referral-copies.repository';

/** What would be sent of a case, before it is; and what was recorded since, sent line by line. */
@Injectable()
export class SendAdditionService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly copies: ReferralCopies,
    private readonly sent: SentReferralsService,
    private readonly further: FurtherSharing,
    private readonly mails: AccountMails,
    private readonly keptAway: KeptAwayServices,
  ) {}

  /** Of classes that are closed to the reader nothing can be sent, and nothing is shown. */
  preview(file: LoadedCase, asked: readonly string[]): ReferralPreviewDto {
    const closed = redactedClasses(principalOf(this.unit.account), file.resource);
    const copy = composeCopy(
      file,
      REFERABLE_CLASSES.filter((it) => asked.includes(it) && !closed.has(it)),
    );
    return { lines: copy.lines.map(showLine), mark: markOf(copy) };
  }

  async listAdditions(file: LoadedCase, id: string): Promise<ReferralAdditionsDto> {
    const referral = findReferral(await this.sent.historiesOf(file), id);
    return { lines: (await this.unsent(file, referral)).map(showLine) };
  }

  /** The case is locked. The partner is told that something waits. */
  async sendAddition(file: LoadedCase, id: string, { lineId, ...said }: SendAdditionDto): Promise<void> {
    const referral = findReferral(await this.sent.historiesOf(file), id);
    if (referral.past.endedAt !== null || referral.past.until <= this.unit.now())
      throw refused(
        'referral-over',
        'Cette orientation est terminée : rien ne s’y ajoute.',
        'This referral is over: nothing is added to it.',
      );
    if (isClosedByNo(referral.past))
      throw refused(
        'referral-closed',
        'Ce service a répondu que ce n’est pas pour lui : il ne lit plus rien, et rien ne s’ajoute.',
        'This service answered that it is not for them: it reads nothing any more, and nothing is added.',
      );
    const { sharingId, partnerId } = referral.sent;
    if (partnerId === null)
      throw refused(
        'no-account',
        'Ce service n’a pas de compte : dites-le-lui, et notez-le au registre des partages.',
        'This service has no account: tell it, and note that in the register of sharing.',
      );
    refuseKeptAway(file.row, partnerId);
    await this.keptAway.refuseColleague(file, partnerId);
    const line = (await this.unsent(file, referral)).find((it) => idOfLine(it) === lineId);
    if (!line)
      throw refused(
        'changed-meanwhile',
        'Cette ligne a changé, ou elle est déjà envoyée. Relisez la liste.',
        'This line has changed, or was sent already. Read the list again.',
        'lineId',
      );
    await this.further.noteFurther(file, sharingId, {
      ...{ classes: [line.fieldClass], said },
      what: `Ajout · Addition : ${line.title.fr} · ${line.title.en}`,
    });
    await this.copies.addCopy(file, { sharingId, partnerId }, { calledName: null, lines: [line] });
    await this.mails.addConditional(
      'referral-opened',
      partnerId,
      sharingId,
      nextPartnerSlot(machineNow(), file.territory.zone),
    );
    this.unit.notes({ referral: id, added: line.fieldClass });
  }

  /** As who asks sees the case, and other than what was sent last of the same. */
  private async unsent(file: LoadedCase, { sent, grant }: ReferralHistory): Promise<readonly SentLine[]> {
    const closed = redactedClasses(principalOf(this.unit.account), file.resource);
    const classes = grant.classes ?? (await this.further.findReferred(file, sent.sharingId)).classes;
    const copies = await this.copies.ofReferral(file, sent.sharingId);
    const now = composeCopy(
      file,
      classes.filter((it) => !closed.has(it)),
    );
    return unsentLines(now, copies);
  }
}

const showLine = (line: SentLine): SentLineDto => ({
  ...{ id: idOfLine(line), fieldClass: line.fieldClass, title: line.title, shown: line.shown, at: line.at },
});
