import { createHash, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull } from 'typeorm';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { rowOf } from '../../platform/data/sealed-row';
import type { UnitRepository } from '../../platform/data/unit-repository';
import { Jobs } from '../../platform/jobs/jobs';
import { Mailer } from '../../platform/mail/mailer';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import type { Configuration } from '../../platform/settings/configuration';
import { CONFIGURATION } from '../../platform/tokens';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { CapacityLinkDto, LinkState } from '../capacity/capacity.dto';
import { AnswerLinkEntity, type LinkSecret } from '../entities/answer-link.entity';
import type { CapacityRequestEntity } from '../entities/capacity-request.entity';
import type { AboutReferral } from '../answers/referral-events.repository';
import { HOLD_LINK } from './hold-link.query';

/** Sends the mail of one link. */
export const ANSWER_LINK_MAIL = 'answer-link.mail';
/** Hours that a link holds once its mail leaves (TOOL). */
export const LINK_HOURS = 72;
/** Wrong codes after which a link opens nothing more. */
export const MOST_WRONG_CODES = 5;
const HOUR = 3_600_000;

/** What a link answers: a request of a question for a place, or a referral. */
export type LinkedTo = Pick<
  AnswerLinkEntity,
  'requestId' | 'questionId' | 'sharingId' | 'caseFileId' | 'teamId'
>;

/**
 * Links by which services without account answer. The secret of a link is made when its mail leaves and kept as a hash; hash, end and
 * code are sealed together under the key of the case, so that a row which somebody wrote or changed opens nothing.
 */
@Injectable()
export class AnswerLinks {
  constructor(
    @InjectRepository(AnswerLinkEntity) private readonly links: UnitRepository<AnswerLinkEntity>,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Whether links can be sent from here. */
  get mayLeave(): boolean {
    return this.mailer.leavesFrom(this.unit.space) && this.configuration.publicUrl !== null;
  }

  /** A new link with a new code, in the place of the one before; nothing where no mail can leave. */
  async makeLink(key: DataKey, to: LinkedTo): Promise<void> {
    if (!this.mayLeave) return;
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await this.insertLink(key, to, code, this.unit.account.id);
  }

  /** Once more, with the code that was told already: the secret alone is new. `false`: there is none that could be. */
  async sendAgain(sharingId: string, by: 'clock' | 'account'): Promise<boolean> {
    const link = await this.links.findOneBy({ sharingId, endedAt: IsNull() });
    if (!link || !this.mayLeave || link.wrongCodes >= MOST_WRONG_CODES) return false;
    const key = await this.secrecy.openDataKey(link.keyId);
    const madeBy = by === 'clock' ? link.madeBy : this.unit.account.id;
    await this.insertLink(key, link, this.secrecy.openColumn(key, link, 'content').code, madeBy);
    return true;
  }

  /** Whether the mail of its link is to leave, or left and holds still. */
  async holdsStill(sharingId: string): Promise<boolean> {
    const link = await this.links.findOneBy({ sharingId, endedAt: IsNull() });
    return link !== null && ['waiting', 'sent'].includes(this.stateOf(link));
  }

  private async insertLink(
    key: DataKey,
    { requestId, questionId, sharingId, caseFileId, teamId }: LinkedTo,
    code: string,
    madeBy: string,
  ): Promise<void> {
    const before = requestId === null ? { sharingId: sharingId ?? '' } : { requestId };
    await this.links.update({ ...before, endedAt: IsNull() }, { endedAt: new Date(this.unit.now()) });
    const id = randomUUID();
    await this.links.insert({
      ...{ id, requestId, questionId, sharingId, caseFileId, teamId, keyId: key.id },
      ...{ madeAt: new Date(this.unit.now()), madeBy },
      ...this.sealSecret(key, id, { code, holds: null, wrongCodes: 0 }),
    });
    await this.jobs.addJob(ANSWER_LINK_MAIL, id);
  }

  /** The newest of each request and of each referral, by its id. */
  async ofCase({ row }: LoadedCase): Promise<ReadonlyMap<string, AnswerLinkEntity>> {
    const found = await this.links.find({
      where: { caseFileId: row.id, endedAt: IsNull() },
      order: { madeAt: 'ASC' },
    });
    return new Map(found.map((it) => [it.requestId ?? it.sharingId ?? '', it]));
  }

  /** How a link stands, for who asked; its code for who may tell it, as long as it is of use: what it asks was not answered since then. */
  showLink(
    link: AnswerLinkEntity | null,
    isAskedSince: (since: Date) => boolean,
    key: DataKey,
    mayRefer: boolean,
  ): CapacityLinkDto | null {
    if (!link) return null;
    const state = this.stateOf(link);
    const isOfUse = (state === 'waiting' || state === 'sent') && isAskedSince(link.madeAt);
    const tells = mayRefer && isOfUse;
    const code = tells ? this.secrecy.openColumn(key, link, 'content').code : null;
    return {
      state,
      code: code && `${code.slice(0, 3)} ${code.slice(3)}`,
      until: link.expiresAt?.toISOString() ?? null,
    };
  }

  /** To be sent; `null`: replaced, or gone with its case. Others wait until the transaction ends. */
  async holdById(id: string): Promise<AnswerLinkEntity | null> {
    await HOLD_LINK.byId(this.unit.manager, [id]);
    return this.links.findOneBy({ id, endedAt: IsNull() });
  }

  /** That a mail is about to leave with this: whatever left before opens nothing any more. */
  async bind(link: AnswerLinkEntity, tokenHash: Buffer): Promise<void> {
    const key = await this.secrecy.openDataKey(link.keyId);
    const { code } = this.secrecy.openColumn(key, link, 'content');
    const expiresAt = new Date(this.unit.now() + LINK_HOURS * HOUR);
    const holds = { tokenHash: tokenHash.toString('hex'), expiresAt: expiresAt.toISOString() };
    await this.links.update(link.id, {
      ...{ tokenHash, expiresAt, wrongCodes: 0 },
      ...this.sealSecret(key, link.id, { code, holds, wrongCodes: 0 }),
    } as object);
  }

  async markSent(id: string): Promise<void> {
    await this.links.update({ id }, { sentAt: new Date(this.unit.now()) });
  }

  /** One that was made, whether it holds or not. */
  findMade(tokenHash: Buffer): Promise<AnswerLinkEntity | null> {
    return this.links.findOneBy({ tokenHash });
  }

  /** One that holds now, and its code; `null`: unknown, replaced, over, or none that we made. Tries of it wait for each other. */
  async holdByToken(
    tokenHash: Buffer,
  ): Promise<{ readonly link: AnswerLinkEntity; readonly code: string } | null> {
    const held = await HOLD_LINK.byToken.first(this.unit.manager, [tokenHash]);
    const link = held && (await this.links.findOneBy({ id: held.id, endedAt: IsNull() }));
    if (!link?.tokenHash || !link.expiresAt || link.expiresAt.getTime() <= this.unit.now()) return null;
    const key = await this.secrecy.openDataKey(link.keyId);
    const { code, holds, wrongCodes } = this.secrecy.openColumn(key, link, 'content');
    const isOurs =
      holds?.tokenHash === link.tokenHash.toString('hex') &&
      holds.expiresAt === link.expiresAt.toISOString() &&
      wrongCodes === link.wrongCodes;
    return isOurs && (await this.isLive(link)) ? { link, code } : null;
  }

  /** What was tried stands in what is sealed, so that no row of an earlier try holds. */
  async countWrongCode(link: AnswerLinkEntity): Promise<void> {
    const key = await this.secrecy.openDataKey(link.keyId);
    const secret = this.secrecy.openColumn(key, link, 'content');
    const wrongCodes = link.wrongCodes + 1;
    await this.links.update(link.id, {
      wrongCodes,
      ...this.sealSecret(key, link.id, { ...secret, wrongCodes }),
    } as object);
  }

  /** Whether the row is the one that was written last: an earlier one was retired, whoever set it back. */
  private async isLive({ content, binding }: AnswerLinkEntity): Promise<boolean> {
    return (
      bindingOf(content).equals(binding) &&
      (await HOLD_LINK.live.first(this.unit.manager, [binding]))?.isLive === true
    );
  }

  private sealSecret(key: DataKey, id: string, secret: LinkSecret) {
    const content = this.secrecy.seal(key, rowOf(AnswerLinkEntity, { id }), 'content', secret);
    return { content, binding: bindingOf(content) };
  }

  private stateOf({ wrongCodes, expiresAt, sentAt }: AnswerLinkEntity): LinkState {
    if (wrongCodes >= MOST_WRONG_CODES) return 'locked';
    if (expiresAt && expiresAt.getTime() <= this.unit.now()) return 'over';
    return sentAt === null ? 'waiting' : 'sent';
  }
}

export const ofRequest = ({ id, questionId, caseFileId, teamId }: CapacityRequestEntity): LinkedTo => ({
  ...{ requestId: id, questionId, sharingId: null, caseFileId, teamId },
});

export const ofReferral = ({ sharingId, caseFileId, teamId }: AboutReferral): LinkedTo => ({
  ...{ requestId: null, questionId: null, sharingId, caseFileId, teamId },
});

const bindingOf = (content: Buffer): Buffer => createHash('sha256').update(content).digest();

/** In the same time, wherever they differ. */
export const isSameCode = (right: string, typed: string): boolean =>
  right.length === typed.length && timingSafeEqual(Buffer.from(right), Buffer.from(typed));
