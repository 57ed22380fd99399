import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ErasureGround } from '@repere/privacy';
import { Any, IsNull, Repository } from 'typeorm';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { InjectRepository } from '@nestjs/typeorm';
import { inOrder } from '../../platform/data/in-order';
import { rowOf } from '../../platform/data/sealed-row';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ErasureEntity } from '../entities/erasure.entity';
import { ErasureQuery } from './erasure.query';

/** The line of an erasure, opened; its case is `null` once it is erased. */
export type ErasureRow = Readonly<Omit<ErasureEntity, 'basis'> & { basis: string }>;

/** Erasures: proposed, settled, done. What they stand on is sealed under the space's key, since it outlives the case. */
@Injectable()
export class ErasuresRepository {
  constructor(
    @InjectRepository(ErasureEntity) private readonly erasures: Repository<ErasureEntity>,
    private readonly query: ErasureQuery,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** Newest first, of these teams; `at`: as PostgreSQL writes it, for the place in the list. */
  async listErasures(
    teamIds: readonly string[],
    limit: number,
    after: readonly [at: string, id: string] | null,
  ): Promise<readonly (ErasureRow & { readonly at: string })[]> {
    const places = await this.query.page(teamIds, limit, after);
    const rows = await this.erasures.findBy({ id: Any(places.map(({ id }) => id)) });
    return inOrder(places, await this.opened(rows));
  }

  async findErasure(id: string): Promise<ErasureRow | null> {
    const [row] = await this.opened(await this.erasures.findBy({ id }));
    return row ?? null;
  }

  /** The proposal that waits for a second person, if the case has one. */
  async openOf(caseFileId: string): Promise<ErasureRow | null> {
    const [row] = await this.opened(await this.erasures.findBy({ caseFileId, outcome: IsNull() }));
    return row ?? null;
  }

  async proposeErasure(
    { row }: LoadedCase,
    { ground, rule, basis }: { ground: ErasureGround; rule: string | null; basis: string },
  ): Promise<{ readonly id: string; readonly hash: string }> {
    const id = randomUUID();
    const hash = await this.query.hashOf(row.id);
    const key = await this.secrecy.spaceKey();
    await this.erasures.insert({
      ...{ id, ground, rule, hash, reference: referenceAt(this.unit.now()) },
      ...{ caseFileId: row.id, teamId: row.teamId, caseReference: row.reference, caseKeyId: row.dataKeyId },
      basis: this.secrecy.seal(key, rowOf(ErasureEntity, { id }), 'basis', basis),
      ...{ proposedBy: this.unit.account.id, proposedAt: new Date(this.unit.now()) },
    });
    return { id, hash };
  }

  async settleErasure(id: string, outcome: 'refused' | 'withdrawn'): Promise<void> {
    await this.erasures.update(id, {
      ...{ outcome, settledBy: this.unit.account.id, settledAt: new Date(this.unit.now()) },
    });
  }

  private async opened(rows: readonly ErasureEntity[]): Promise<readonly ErasureRow[]> {
    if (rows.length === 0) return [];
    const key = await this.secrecy.spaceKey();
    return rows.map((row) => ({ ...row, basis: this.secrecy.openColumn(key, row, 'basis') }));
  }
}

const referenceAt = (now: number): string =>
  `EF-${String(new Date(now).getUTCFullYear())}-${randomBytes(4).toString('hex').toUpperCase()}`;
