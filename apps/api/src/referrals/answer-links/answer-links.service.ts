import { Injectable } from '@nestjs/common';
import { CaseReader } from '../../cases/reading/case-reader';
import type { CaseRow } from '../../cases/reading/case-row';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { hashOfLink } from '../../access/accounts/mail/link-token';
import { type RateLimit, RateLimits } from '../../platform/limits/rate-limits';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { Secrecy } from '../../platform/secrecy/secrecy';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AnswerCapacityService } from '../capacity/answer-capacity.service';
import type { AskedCapacityDto } from '../capacity/capacity.dto';
import { CapacityRepository } from '../capacity/capacity.repository';
import type { AnswerLinkEntity } from '../entities/answer-link.entity';
import { ShowCapacityService } from '../capacity/show-capacity.service';
import { TeamCallBackQuery } from '../team-call-back.query';
import type { AnswerByLinkDto, LinkCallBackDto, OpenAnswerLinkDto } from './answer-links.dto';
import type {
  LinkedReferralDto,
  AnswerReferralByLinkDto,
  WriteMessageByLinkDto,
} from '../told/linked-referral.dto';
import { LinkedReferralService } from '../told/linked-referral.service';
import { AnswerLinks, isSameCode, MOST_WRONG_CODES } from './answer-links.repository';
import { dead, locked, wrongCode } from './link-refusals';

const OPEN: DeclaredAct = { type: 'answer-link.open', purpose: 'care', idempotent: false };
const CALL_BACK: DeclaredAct = { ...OPEN, type: 'answer-link.call-back' };
const ANSWER: DeclaredAct = { ...OPEN, type: 'answer-link.answer' };
const MESSAGE: DeclaredAct = { ...OPEN, type: 'answer-link.message' };
const OF_ADDRESS: RateLimit = { counted: 'answer-link-address', most: 60, minutes: 15 };

/** Answers without an account: by the link of a mail and the code that was told by telephone one sees what is asked, and answers it. */
@Injectable()
export class AnswerLinksService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly limits: RateLimits,
    private readonly links: AnswerLinks,
    private readonly capacity: CapacityRepository,
    private readonly showing: ShowCapacityService,
    private readonly answering: AnswerCapacityService,
    private readonly referrals: LinkedReferralService,
    private readonly rows: CaseRowsRepository,
    private readonly reader: CaseReader,
    private readonly callBacks: TeamCallBackQuery,
  ) {}

  /** Whom to call, of any link that there ever was: who has none of use any more needs it most. */
  async findCallBack(place: RequestPlace, address: string, token: string): Promise<LinkCallBackDto> {
    await this.passAddress(place, address);
    const link = await this.unit.unrecorded('system:recompute', place, () =>
      this.links.findMade(hashOfLink(token)),
    );
    // Of what nobody made nothing is told, and no line is owed: whoever guesses doesn't fill the record.
    if (!link) return { checkPhone: null };
    return this.unit.runAs('system:recompute', place, CALL_BACK, async () => {
      this.unit.aboutCase(link.caseFileId);
      this.unit.notes({ link: link.id });
      return { checkPhone: (await this.callBacks.readNumbers([link.teamId])).get(link.teamId) ?? null };
    });
  }

  /** The question, once the code is right. */
  openQuestion(place: RequestPlace, address: string, asked: OpenAnswerLinkDto): Promise<AskedCapacityDto> {
    return this.withLink(place, address, asked, OPEN, ({ requestId }) => this.showQuestion(requestId));
  }

  /** How the request stands after it. */
  answerQuestion(
    place: RequestPlace,
    address: string,
    { token, code, ...answer }: AnswerByLinkDto,
  ): Promise<AskedCapacityDto> {
    return this.withLink(place, address, { token, code }, ANSWER, async ({ requestId }) => {
      if (requestId === null) throw dead();
      await this.answering.answerByLink(requestId, answer);
      return this.showQuestion(requestId);
    });
  }

  /** What a service was told of a child: how it stands, and nothing of the case. */
  openReferral(place: RequestPlace, address: string, asked: OpenAnswerLinkDto): Promise<LinkedReferralDto> {
    return this.withReferral(place, address, asked, OPEN, (file, id) => this.referrals.openLinked(file, id));
  }

  /** How it stands after it. */
  answerReferral(
    place: RequestPlace,
    address: string,
    { token, code, ...answer }: AnswerReferralByLinkDto,
  ): Promise<LinkedReferralDto> {
    return this.withReferral(place, address, { token, code }, ANSWER, (file, id) =>
      this.referrals.answerLinked(file, id, answer),
    );
  }

  /** What the team wrote and was written to it, after this. */
  writeMessage(
    place: RequestPlace,
    address: string,
    { token, code, words }: WriteMessageByLinkDto,
  ): Promise<LinkedReferralDto> {
    return this.withReferral(place, address, { token, code }, MESSAGE, (file, id) =>
      this.referrals.writeLinked(file, id, words),
    );
  }

  /** The case is locked before the link is held, as a worker does who renews it. */
  private withReferral<T>(
    place: RequestPlace,
    address: string,
    asked: OpenAnswerLinkDto,
    act: DeclaredAct,
    work: (file: LoadedCase, sharingId: string) => Promise<T>,
  ): Promise<T> {
    let row: CaseRow | null = null;
    return this.withLink(
      ...([place, address, asked, act] as const),
      async ({ sharingId }) => {
        if (sharingId === null || !row) throw dead();
        return work(await this.reader.loadCase(row), sharingId);
      },
      async (tokenHash) => {
        const made = await this.links.findMade(tokenHash);
        row = made && (await this.rows.lock(made.caseFileId));
      },
    );
  }

  private async showQuestion(requestId: string | null): Promise<AskedCapacityDto> {
    if (requestId === null) throw dead();
    const kept = await this.capacity.findByRequest(requestId);
    if (!kept) throw dead();
    return this.showing.showByLink(kept, requestId);
  }

  /** A wrong code counts and is recorded, so that its unit commits; it is refused behind it. */
  private async withLink<T>(
    place: RequestPlace,
    address: string,
    { token, code }: OpenAnswerLinkDto,
    act: DeclaredAct,
    work: (link: AnswerLinkEntity) => Promise<T>,
    before: (tokenHash: Buffer) => Promise<void> = async () => undefined,
  ): Promise<T> {
    await this.passAddress(place, address);
    const given = await this.unit.runAs('system:recompute', place, act, async () => {
      const tokenHash = hashOfLink(token);
      await before(tokenHash);
      const held = await this.links.holdByToken(tokenHash);
      if (!held) throw dead();
      const { link } = held;
      this.unit.aboutCase(link.caseFileId);
      this.unit.notes({ link: link.id });
      if (link.wrongCodes >= MOST_WRONG_CODES) throw locked();
      if (isSameCode(held.code, code)) return { value: await work(link) };
      await this.links.countWrongCode(link);
      await this.unit.recordEvent({
        ...{ type: act.type, caseFileId: link.caseFileId, outcome: 'refused' },
        payload: { link: link.id, wrongCodes: link.wrongCodes + 1 },
      });
      return null;
    });
    if (given === null) throw wrongCode();
    return given.value;
  }

  private async passAddress(place: RequestPlace, address: string): Promise<void> {
    await this.unit.unrecorded('system:access', place, () =>
      this.limits.pass([{ ...OF_ADDRESS, key: this.secrecy.blindToken('address', address) }], 'locked'),
    );
  }
}
