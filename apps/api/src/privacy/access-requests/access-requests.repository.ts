import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestSubject } from '@repere/privacy';
import { Any, Repository } from 'typeorm';
import { InjectRepository } from '@nestjs/typeorm';
import { inOrder } from '../../platform/data/in-order';
import { rowOf } from '../../platform/data/sealed-row';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccessRequestEntity } from '../entities/access-request.entity';
import type { GatheredLine, RequestContent, Settling, Verdicts } from './gathered-line';
import { RequestOrderQuery } from './request-order.query';

/** The line of a request, opened. */
export type RequestRow = Readonly<
  Omit<AccessRequestEntity, 'content' | 'review' | 'settling'> & {
    content: RequestContent;
    review: Verdicts;
    settling: Settling | null;
  }
>;

export interface NewRequest {
  readonly subject: RequestSubject;
  readonly teamId: string;
  readonly caseFileId: string | null;
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly key: DataKey;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly content: Omit<RequestContent, 'salt'>;
}

/** Requests for access, sealed under the key of their case, else of the space. */
@Injectable()
export class AccessRequests {
  constructor(
    @InjectRepository(AccessRequestEntity) private readonly requests: Repository<AccessRequestEntity>,
    private readonly order: RequestOrderQuery,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async insert(made: NewRequest): Promise<{ readonly id: string; readonly hash: string }> {
    const id = randomUUID();
    const content: RequestContent = { ...made.content, salt: randomBytes(32).toString('hex') };
    const hash = hashOf(content);
    const { key, content: _content, ...columns } = made;
    await this.requests.insert({
      ...{ ...columns, id, hash, keyId: key.id, lines: content.lines.length },
      content: this.secrecy.seal(key, rowOf(AccessRequestEntity, { id }), 'content', content),
      ...{ preparedBy: this.unit.account.id, preparedAt: new Date(this.unit.now()) },
    });
    return { id, hash };
  }

  /** What waits, by when it is due; then what was settled, newest first. Of these teams, with their place in the list. */
  async listRequests(
    teamIds: readonly string[],
    limit: number,
    after: readonly [place: number, id: string] | null,
  ): Promise<readonly (RequestRow & { readonly place: number })[]> {
    const places = await this.order.page(teamIds, limit, after);
    const rows = await this.requests.findBy({ id: Any(places.map(({ id }) => id)) });
    return inOrder(places, await this.opened(rows));
  }

  async findRequest(id: string): Promise<RequestRow | null> {
    const [row] = await this.opened(await this.requests.findBy({ id }));
    return row ?? null;
  }

  async lock(id: string): Promise<RequestRow | null> {
    const [row] = await this.opened(
      await this.requests.find({ where: { id }, lock: { mode: 'pessimistic_write' } }),
    );
    return row ?? null;
  }

  /** `isDone`: every line has its verdict, and whoever says so is another than who prepared it. */
  async review(
    { id, keyId, hash, revision }: RequestRow,
    verdicts: Verdicts,
    isDone: boolean,
  ): Promise<void> {
    const key = await this.secrecy.openDataKey(keyId);
    await this.requests.update(id, {
      review: this.secrecy.seal(key, rowOf(AccessRequestEntity, { id }), 'review', verdicts),
      ...{ reviewedLines: Object.keys(verdicts).length, revision: revision + 1 },
      reviewedBy: isDone ? this.unit.account.id : null,
      reviewedAt: isDone ? new Date(this.unit.now()) : null,
      reviewedHash: isDone ? hash : null,
    });
  }

  async settleRequest(
    { id, keyId }: RequestRow,
    outcome: 'handed-over' | 'refused',
    settling: Settling,
  ): Promise<void> {
    const key = await this.secrecy.openDataKey(keyId);
    await this.requests.update(id, {
      outcome,
      settling: this.secrecy.seal(key, rowOf(AccessRequestEntity, { id }), 'settling', settling),
      ...{ settledBy: this.unit.account.id, settledAt: new Date(this.unit.now()) },
    });
  }

  /** Those whose key is there still. */
  private async opened(rows: readonly AccessRequestEntity[]): Promise<readonly RequestRow[]> {
    const keys = new Map(
      (await this.secrecy.openDataKeys([...new Set(rows.map(({ keyId }) => keyId))])).map((it) => [
        it.id,
        it,
      ]),
    );
    return rows.flatMap((row) => {
      const key = keys.get(row.keyId);
      if (!key) return [];
      const content = this.secrecy.openColumn(key, row, 'content');
      const review = row.review ? this.secrecy.openColumn(key, row, 'review') : {};
      const settling = row.settling && this.secrecy.openColumn(key, row, 'settling');
      return [{ ...row, content, review, settling }];
    });
  }
}

/** SHA-256 of the lines under their salt, 64 hex digits. */
const hashOf = ({
  salt,
  lines,
}: {
  readonly salt: string;
  readonly lines: readonly GatheredLine[];
}): string =>
  createHash('sha256')
    .update(JSON.stringify([salt, lines]))
    .digest('hex');
