import { Injectable } from '@nestjs/common';
import { CLOSED_FIELD } from '@repere/access';
import { isoDay, localDay } from '@repere/feel';
import { redactedClasses } from '../../cases/disclosure/redacted-classes';
import { pageOfCase } from '../../cases/page/page-of-case';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServiceMembersQuery } from '../../directory/services/service-members.query';
import { ServicesRepository } from '../../directory/services/services.repository';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { RecordSharingService } from '../../privacy/sharing/record-sharing.service';
import { AnswerLinks, ofReferral } from '../answer-links/answer-links.repository';
import { type AboutReferral, ReferralEventsRepository } from '../answers/referral-events.repository';
import { SentReferralsService } from '../answers/sent-referrals.service';
import { CapacityRepository } from '../capacity/capacity.repository';
import { ReferAfterYesService } from '../capacity/refer-after-yes.service';
import { SendReferral } from '../clock/send-referral.service';
import { KeptAwayServices, keptAway } from '../matching/kept-away-services';
import { PrepareReferralService } from '../prepared/prepare-referral.service';
import { FindNeed, type NeedOfReferral } from '../needs/find-need';
import type { ReferToServiceDto, ServiceToTellDto, TellServiceDto } from './tell-service.dto';

const DAY = 86_400_000;
/** As long as what is opened to an account: until feedback is due, three months (CASF L226-5, F37), and a fortnight. */
const DAYS = 107;

/** What a service is told of, for which need. */
interface Told extends NeedOfReferral {
  readonly serviceId: string;
  readonly beforeYes: string | null;
  /** Until when a place is held; `null`: none is. */
  readonly heldUntil: Date | null;
}

/**
 * A service without account is told who the child is, by telephone or letter. That is a referral as any other, with its clock and its
 * answer; nothing is opened to anybody. The case is locked.
 */
@Injectable()
export class TellServiceService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly afterYes: ReferAfterYesService,
    private readonly services: ServicesRepository,
    private readonly members: ServiceMembersQuery,
    private readonly keptAway: KeptAwayServices,
    private readonly needs: FindNeed,
    private readonly sharing: RecordSharingService,
    private readonly capacity: CapacityRepository,
    private readonly sending: SendReferral,
    private readonly events: ReferralEventsRepository,
    private readonly links: AnswerLinks,
    private readonly sent: SentReferralsService,
    private readonly preparing: PrepareReferralService,
  ) {}

  async showService(file: LoadedCase, serviceId: string): Promise<ServiceToTellDto> {
    const service = await this.services.findService(serviceId);
    if (!service || (await this.keptAway.listServices(file)).has(serviceId)) throw new Refusal('not-found');
    // For one that waits it is said why a second service is told.
    const open = (await this.sent.showNeeds(file)).filter((it) => it.isOpen || it.state === 'waiting');
    return {
      ...pageOfCase(file, redactedClasses(principalOf(this.unit.account), file.resource)),
      service: { id: serviceId, name: service.name },
      phones: service.phones,
      hasMail: service.email !== null && this.links.mayLeave,
      hasAccount: (await this.members.listOpenMembers([serviceId])).length > 0,
      openNeeds: open.map(({ id, request }) => ({ id, request })),
    };
  }

  /** After its yes to a question for a place. */
  async recordTold(file: LoadedCase, requestId: string, body: TellServiceDto): Promise<void> {
    const { kept, serviceId, heldUntil } = await this.afterYes.checkWithoutAccount(file, requestId);
    const goesOn = await this.needs.findNeed(file, {
      ...{ partnerId: null, serviceId, words: body.what, called: [kept.question.need], needId: undefined },
      ...{ isAfterYes: true, beforeYes: undefined, besideAnother: body.besideAnother },
    });
    const about = { serviceId, ...goesOn, beforeYes: null, heldUntil };
    const sharingId = await this.refer(file, about, body);
    const told = { kind: 'told', requestId, sharingId } as const;
    await this.capacity.addEvent(kept, file.key, told, this.unit.account.id);
    this.unit.notes({ request: requestId });
  }

  /** Without a question before; one service at a time for a need, as to an account. */
  async referTo(
    file: LoadedCase,
    { serviceId, need: called, needId, beforeYes, prepared, ...body }: ReferToServiceDto,
  ): Promise<void> {
    await this.preparing.takePrepared(file, prepared, serviceId);
    if ((await this.keptAway.listServices(file)).has(serviceId)) throw keptAway('serviceId');
    if ((await this.members.listOpenMembers([serviceId])).length > 0) throw hasAccount();
    const goesOn = await this.needs.findNeed(file, {
      ...{ partnerId: null, serviceId, words: body.what, called: called === undefined ? [] : [called] },
      ...{ needId, isAfterYes: false, beforeYes, besideAnother: body.besideAnother },
    });
    const about = { serviceId, ...goesOn, beforeYes: beforeYes ?? null, heldUntil: null };
    await this.refer(file, about, body);
  }

  /** Id of its line in the register of sharing. */
  private async refer(
    file: LoadedCase,
    { serviceId, need, needId, beforeYes, heldUntil }: Told,
    { answerHours: said, besideAnother, nobodyAroundWorksThere: _sure, ...body }: TellServiceDto,
  ): Promise<string> {
    const closed = redactedClasses(principalOf(this.unit.account), file.resource);
    if (body.classes.some((it) => closed.has(it)))
      throw new Refusal('refused', { reasons: [{ ...CLOSED_FIELD, field: 'classes' }] });
    const service = await this.services.findService(serviceId);
    if (!service) throw notInDirectory();
    const on = isoDay(localDay(this.unit.now(), file.territory.zone));
    const sharingId = await this.sharing.note(file, {
      ...{ ...body, on, toWhom: service.name, mayTakeIn: true },
    });
    const about: AboutReferral = {
      ...{ sharingId, needId: needId ?? sharingId, partnerId: null, serviceId },
      ...{ caseFileId: file.row.id, teamId: file.row.teamId, keyId: file.key.id },
    };
    const answerHours = this.sending.answerHours(said, { need, heldUntil });
    await this.sending.sendReferral(file, about, {
      ...{ need, answerHours, heldUntil, beforeYes, besideAnother: besideAnother ?? null, leavesAt: null },
      until: new Date(this.unit.now() + DAYS * DAY),
    });
    if (body.how === 'spoken') await this.events.addEvent(about, file.key, { kind: 'received' });
    if (service.email !== null) await this.links.makeLink(file.key, ofReferral(about));
    this.unit.notes({ sharing: sharingId, ...(body.how === 'spoken' && { isReceived: true }) });
    return sharingId;
  }
}

const hasAccount = (): Refusal =>
  refused(
    'has-account',
    'Ce service a un compte : orientez vers lui, il lira ce que vous ouvrez.',
    'This service has an account: refer to it, and it reads what you open.',
    'serviceId',
  );

const notInDirectory = (): Refusal =>
  refused(
    'not-in-directory',
    'Ce service n’est pas, ou plus, dans l’annuaire.',
    'This service is not in the directory, or no more.',
    'serviceId',
  );
