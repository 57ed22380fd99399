import { Injectable } from '@nestjs/common';
import { Repository } from 'typeorm';
import { InjectRepository } from '@nestjs/typeorm';
import { rowOf } from '../../../platform/data/sealed-row';
import type { DataKey } from '../../../platform/secrecy/key-store';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { MissionFindingEntity } from '../../entities/mission-finding.entity';
import { FindingNumbersQuery } from './finding-numbers.query';
import type { FindingClosing, FindingText } from '../mission-row';
import type { FindingInputDto } from '../planning/mission-plan.dto';

/** The line of a finding, opened. */
export type FindingRow = Readonly<
  Omit<MissionFindingEntity, 'content' | 'answer' | 'closing' | 'teamId'> & {
    text: FindingText;
    answer: string | null;
    closing: FindingClosing | null;
  }
>;

const MOST = 500;

/** Findings; their words are sealed under the key of the case that they are about, else under the space's. */
@Injectable()
export class FindingsRepository {
  constructor(
    @InjectRepository(MissionFindingEntity) private readonly findings: Repository<MissionFindingEntity>,
    private readonly numbers: FindingNumbersQuery,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async ofMission(missionId: string): Promise<readonly FindingRow[]> {
    return this.openFindings(
      await this.findings.find({ where: { missionId }, order: { raisedAt: 'ASC', id: 'ASC' }, take: MOST }),
    );
  }

  /** Open ones first, the most urgent first. */
  async ofOwner(accountId: string): Promise<readonly FindingRow[]> {
    const rows = await this.findings
      .createQueryBuilder('it')
      .where({ ownerId: accountId })
      .orderBy('it.closed_at IS NOT NULL')
      .addOrderBy('it.due_on')
      .addOrderBy('it.id')
      .limit(MOST)
      .getMany();
    return this.openFindings(rows);
  }

  async findFinding(id: string): Promise<FindingRow | null> {
    const [row] = await this.openFindings(await this.findings.findBy({ id }));
    return row ?? null;
  }

  async lock(id: string): Promise<FindingRow | null> {
    await this.findings.find({ where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.findFinding(id);
  }

  async insert(
    id: string,
    about: {
      readonly missionId: string;
      readonly missionReference: string;
      readonly teamId: string | null;
      readonly key: DataKey;
    },
    { caseFileId, severity, dueOn, ownerId, ...text }: FindingInputDto,
  ): Promise<void> {
    const { expected, happened, evidence, days = null } = text;
    const { missionId, missionReference, teamId, key } = about;
    await this.findings.insert({
      ...{ id, missionId, teamId, caseFileId: caseFileId ?? null, severity, dueOn, ownerId, keyId: key.id },
      reference: `${missionReference}/${String(await this.numbers.next(missionId))}`,
      content: this.secrecy.seal(key, rowOf(MissionFindingEntity, { id }), 'content', {
        ...{ expected, happened, evidence, days },
      }),
      ...{ authorId: this.unit.account.id, raisedAt: new Date(this.unit.now()) },
    });
  }

  async answerFinding({ id, keyId }: FindingRow, text: string): Promise<void> {
    const key = await this.secrecy.openDataKey(keyId);
    await this.findings.update(id, {
      answer: this.secrecy.seal(key, rowOf(MissionFindingEntity, { id }), 'answer', text),
      ...{ answeredBy: this.unit.account.id, answeredAt: new Date(this.unit.now()), revision: NEXT },
    });
  }

  async closeFinding({ id, keyId }: FindingRow, closing: FindingClosing): Promise<void> {
    const key = await this.secrecy.openDataKey(keyId);
    await this.findings.update(id, {
      closing: this.secrecy.seal(key, rowOf(MissionFindingEntity, { id }), 'closing', closing),
      ...{ closedBy: this.unit.account.id, closedAt: new Date(this.unit.now()), revision: NEXT },
    });
  }

  /** A finding about a case that was erased is gone with it. */
  private async openFindings(rows: readonly MissionFindingEntity[]): Promise<readonly FindingRow[]> {
    if (rows.length === 0) return [];
    const keys = new Map(
      (await this.secrecy.openDataKeys(rows.map(({ keyId }) => keyId))).map((key) => [key.id, key]),
    );
    return rows.flatMap((row): FindingRow[] => {
      const key = keys.get(row.keyId);
      if (!key) return [];
      const text = this.secrecy.openColumn(key, row, 'content');
      const answer = row.answer && this.secrecy.openColumn(key, row, 'answer');
      const closing = row.closing && this.secrecy.openColumn(key, row, 'closing');
      return [{ ...row, text, answer, closing }];
    });
  }
}

const NEXT = () => 'revision + 1';
