import { Injectable } from '@nestjs/common';
import { hashOfLink } from '../../access/accounts/mail/link-token';
import { type RateLimit, RateLimits } from '../../platform/limits/rate-limits';
import type { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { Secrecy } from '../../platform/secrecy/secrecy';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AnswerCapacityService } from '../capacity/answer-capacity.service';
import type { AskedCapacityDto } from '../capacity/capacity.dto';
import { CapacityRepository } from '../capacity/capacity.repository';
import { ShowCapacityService } from '../capacity/show-capacity.service';
import type { AnswerByLinkDto, OpenAnswerLinkDto } from './answer-links.dto';
import { AnswerLinks, isSameCode, MOST_WRONG_CODES } from './answer-links.repository';

const OPEN: DeclaredAct = { type: 'answer-link.open', purpose: 'care', idempotent: false };
const ANSWER: DeclaredAct = { ...OPEN, type: 'answer-link.answer' };
const OF_ADDRESS: RateLimit = { counted: 'answer-link-address', most: 60, minutes: 15 };

/** Answers without an account: by the link of a mail and the code that was told by telephone one sees the question, and answers it. */
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
  ) {}

  /** The question, once the code is right. */
  openQuestion(place: RequestPlace, address: string, asked: OpenAnswerLinkDto): Promise<AskedCapacityDto> {
    return this.withLink(place, address, asked, OPEN, (requestId) => this.showQuestion(requestId));
  }

  /** How the request stands after it. */
  answerQuestion(
    place: RequestPlace,
    address: string,
    { token, code, ...answer }: AnswerByLinkDto,
  ): Promise<AskedCapacityDto> {
    return this.withLink(place, address, { token, code }, ANSWER, async (requestId) => {
      await this.answering.answerByLink(requestId, answer);
      return this.showQuestion(requestId);
    });
  }

  private async showQuestion(requestId: string): Promise<AskedCapacityDto> {
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
    work: (requestId: string) => Promise<T>,
  ): Promise<T> {
    await this.unit.unrecorded('system:access', place, () =>
      this.limits.pass([{ ...OF_ADDRESS, key: this.secrecy.blindToken('address', address) }], 'locked'),
    );
    const given = await this.unit.runAs('system:recompute', place, act, async () => {
      const held = await this.links.holdByToken(hashOfLink(token));
      if (!held) throw dead();
      const { link } = held;
      this.unit.aboutCase(link.caseFileId);
      this.unit.notes({ link: link.id });
      if (link.wrongCodes >= MOST_WRONG_CODES) throw locked();
      if (isSameCode(held.code, code)) return { value: await work(link.requestId) };
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
}

const dead = (): Refusal =>
  refused(
    'link-dead',
    'Ce lien ne sert plus : un autre l’a remplacé, ou ses 72 heures sont passées. Appelez l’équipe qui vous l’a envoyé.',
    'This link is of no use any more: another replaced it, or its 72 hours are over. Call the team that sent it.',
  );

const locked = (): Refusal =>
  refused(
    'link-locked',
    'Cinq codes faux : ce lien est fermé. L’équipe peut vous en envoyer un autre.',
    'Five wrong codes: this link is closed. The team can send you another.',
  );

const wrongCode = (): Refusal =>
  refused(
    'wrong-code',
    'Ce n’est pas le code. Après cinq codes faux, le lien se ferme.',
    'This is not the code. After five wrong codes the link closes.',
    'code',
  );
