import { Injectable } from '@nestjs/common';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServiceMembersQuery } from '../../directory/services/service-members.query';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { RenewLinkService } from '../answer-links/renew-link.service';
import type { RemindPartnerDto } from '../answers/answers.dto';
import { keptAway } from '../matching/kept-away-services';
import { requestState } from './capacity-state';
import { CapacityRepository, historyOf, NO_CAPACITY_WORDS } from './capacity.repository';

/** A service that was asked for a place and said nothing yet is chased: once more by mail, or by telephone, which is noted. The case is locked. */
@Injectable()
export class RemindServiceService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly capacity: CapacityRepository,
    private readonly members: ServiceMembersQuery,
    private readonly mails: AccountMails,
    private readonly links: RenewLinkService,
  ) {}

  async remind(file: LoadedCase, requestId: string, { how }: RemindPartnerDto): Promise<void> {
    const { kept, request } = await this.capacity.findRequest(file, requestId);
    const state = requestState(historyOf(kept), requestId, this.unit.now());
    if (kept.keptAway.has(requestId)) throw keptAway();
    if (!WAITS.has(state))
      throw refused(
        'nothing-to-chase',
        'Ce service a répondu, ou la question est close.',
        'This service answered, or the question is closed.',
      );
    if (how === 'mail') await this.writeTo(file, request);
    const event = { kind: 'reminded' as const, requestId, words: { ...NO_CAPACITY_WORDS, words: HOW[how] } };
    await this.capacity.addEvent(kept, file.key, event, this.unit.account.id);
    this.unit.notes({ request: requestId, how });
  }

  /** Accounts of the service that can see the question are told that something waits; one without gets another link. */
  private async writeTo(
    file: LoadedCase,
    { id, serviceId }: { readonly id: string; readonly serviceId: string },
  ): Promise<void> {
    const { circle } = file.row;
    const open = await this.members.listOpenMembers([serviceId]);
    const seeing = open.filter((it) => circle === null || circle.includes(it.id));
    if (seeing.length === 0) return this.links.renew(file, id);
    for (const member of seeing) await this.mails.addConditional('referral-opened', member.id, id);
  }
}

const WAITS: ReadonlySet<string> = new Set(['waiting', 'no-answer']);

/** In both languages at once: it is kept as one text. */
const HOW: Readonly<Record<RemindPartnerDto['how'], string>> = {
  mail: 'Courriel · Mail',
  telephone: 'Téléphone · Telephone',
};
