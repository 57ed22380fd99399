import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import type { Request, Response } from 'express';
import type { DeclaredAct } from './act';
import { Refusal } from './refusal';
import type { DataKey } from './secrecy/key-store';
import type { Place } from './secrecy/sealed';
import { Secrecy } from './secrecy/secrecy';
import { UnitOfWork } from './unit-of-work';

interface Stored {
  readonly act: string;
  readonly request_hash: Buffer;
  readonly status: number;
  readonly answer: Buffer | null;
  readonly key_id: string | null;
  /** The case that the answer tells of, if the account sees it now. */
  readonly case_file_id: string | null;
}

interface Kept {
  readonly body: unknown;
  readonly etag: string | null;
  /** The answer was cut to what these may see. */
  readonly roles: readonly AccountRole[];
}

/** Longer than any device stays offline with something unsent and unseen. */
const KEPT_DAYS = 7;

/** Gives a repeated write its first answer again, from the same transaction that did the work. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async once(
    request: Request,
    response: Response,
    act: DeclaredAct,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const key = request.header('Idempotency-Key');
    if (!key || !/^[\w-]{8,100}$/.test(key)) throw new Refusal('key-missing');
    const account = this.unit.account.id;
    const hash = createHash('sha256')
      .update(
        JSON.stringify([
          request.method,
          request.path,
          request.header('If-Match') ?? null,
          request.body ?? null,
        ]),
      )
      .digest();
    const place = { table: 'idempotency_key', column: 'answer', row: `${account}:${key}` };
    await this.unit.manager.query(
      `DELETE FROM idempotency_key WHERE account_id = $1 AND created_at < now() - make_interval(days => ${KEPT_DAYS})`,
      [account],
    );
    // A second request with the same key waits here until the first has committed or rolled back.
    const inserted: unknown[] = await this.unit.manager.query(
      `INSERT INTO idempotency_key (account_id, key, act, request_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING key`,
      [account, key, act.type, hash],
    );
    if (inserted.length === 0) return this.again(response, { account, key, act: act.type, hash, place });
    const answer = await work();
    await this.keep(account, key, response, place, answer ?? null);
    return answer;
  }

  /** Under the key of the case that it is about: it opens for who sees the case, and goes when the case is erased. */
  private async keep(
    account: string,
    key: string,
    response: Response,
    place: Place,
    body: unknown,
  ): Promise<void> {
    const { caseFileId } = this.unit;
    const etag = response.getHeader('ETag');
    const kept: Kept = {
      body,
      etag: typeof etag === 'string' ? etag : null,
      roles: this.unit.account.roles,
    };
    // Who gave the case away with this very act gets no second look at it.
    const dataKey =
      caseFileId === null ? await this.secrecy.spaceKey() : await this.secrecy.caseKey(caseFileId);
    await this.unit.manager.query(
      `UPDATE idempotency_key SET status = $3, answer = $4, key_id = $5 WHERE account_id = $1 AND key = $2`,
      [
        account,
        key,
        response.statusCode,
        dataKey && this.secrecy.seal(dataKey, place, kept),
        dataKey?.id ?? null,
      ],
    );
  }

  /** The first answer, to the same account if it still sees the case with every role it had. */
  private async again(
    response: Response,
    asked: {
      readonly account: string;
      readonly key: string;
      readonly act: string;
      readonly hash: Buffer;
      readonly place: Place;
    },
  ): Promise<unknown> {
    const [stored]: Stored[] = await this.unit.manager.query(
      `SELECT i.act, i.request_hash, i.status, i.answer, i.key_id, c.id AS case_file_id
         FROM idempotency_key i LEFT JOIN case_file c ON c.data_key_id = i.key_id
        WHERE i.account_id = $1 AND i.key = $2`,
      [asked.account, asked.key],
    );
    if (!stored || stored.act !== asked.act || !stored.request_hash.equals(asked.hash))
      throw new Refusal('key-reused');
    if (stored.case_file_id !== null) this.unit.about(stored.case_file_id);
    const dataKey = await this.keyOf(stored);
    if (!dataKey || !stored.answer) throw new Refusal('not-found');
    const { body, etag, roles } = this.secrecy.unseal(dataKey, asked.place, stored.answer) as Kept;
    if (!roles.every((role) => this.unit.account.roles.includes(role))) throw new Refusal('not-allowed');
    this.unit.notes({ repeated: true });
    response.status(stored.status);
    if (etag) response.setHeader('ETag', etag);
    return body ?? undefined;
  }

  private async keyOf({ key_id, case_file_id }: Stored): Promise<DataKey | null> {
    if (case_file_id !== null) return this.secrecy.caseKey(case_file_id);
    const ofSpace = await this.secrecy.spaceKey();
    return ofSpace.id === key_id ? ofSpace : null;
  }
}
