import { Injectable } from '@nestjs/common';
import { NEEDS } from '@repere/directory';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { nextPartnerSlot } from '../../access/accounts/mail/partner-slots';
import { refuseKeptAway } from '../../cases/grants/in-conflict';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { machineNow } from '../../platform/clocks';
import type { ReferralEvent } from '../answers/referral-events.repository';
import { FurtherSharing } from '../further-sharing';
import { KeptAwayServices } from '../matching/kept-away-services';
import { ReachService } from '../told/reach-service.service';

/** A message of the team leaves the house: the register says so, and the service gets word that there is one. The case is locked. */
@Injectable()
export class TellOfMessage {
  constructor(
    private readonly further: FurtherSharing,
    private readonly keptAway: KeptAwayServices,
    private readonly mails: AccountMails,
    private readonly reaching: ReachService,
  ) {}

  /** `isTold`: one waits there already. Refused where nobody there may read it, or could. */
  async tellService(file: LoadedCase, sent: ReferralEvent, words: string, isTold: boolean): Promise<void> {
    const { sharingId, partnerId, serviceId, need } = sent;
    if (partnerId !== null) {
      refuseKeptAway(file.row, partnerId);
      await this.keptAway.refuseColleague(file, partnerId);
      const isAtOnce = need !== null && NEEDS[need].isAtOnce;
      const now = machineNow();
      const leavesAt = isAtOnce ? new Date(now) : nextPartnerSlot(now, file.territory.zone);
      await this.mails.addConditional('referral-message', partnerId, sharingId, leavesAt);
    } else if (serviceId !== null) await this.reaching.sendToMessage(file, { ...sent, serviceId }, isTold);
    const { classes } = await this.further.findReferred(file, sharingId);
    await this.further.noteFurther(file, sharingId, { what: `Message : ${words}`, classes });
  }
}
