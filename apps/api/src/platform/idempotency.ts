import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { DeclaredAct } from './act';
import { Refusal } from './refusal';
import { Secrecy } from './secrecy/secrecy';
import { UnitOfWork } from './unit-of-work';

interface Stored {
  readonly act: string;
  readonly request_hash: Buffer;
  readonly status: number | null;
  readonly answer: Buffer | null;
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
    await this.unit.manager.query(
      `UPDATE idempotency_key SET status = $3, answer = $4 WHERE account_id = $1 AND key = $2`,
      [
        account,
        key,
        response.statusCode,
        this.secrecy.seal(await this.secrecy.spaceKey(), place, {
          body: answer ?? null,
          etag: response.getHeader('ETag') ?? null,
        }),
      ],
    );
    return answer;
  }

  private async again(
    response: Response,
    asked: {
      account: string;
      key: string;
      act: string;
      hash: Buffer;
      place: { table: string; column: string; row: string };
    },
  ): Promise<unknown> {
    const [stored]: Stored[] = await this.unit.manager.query(
      `SELECT act, request_hash, status, answer FROM idempotency_key WHERE account_id = $1 AND key = $2`,
      [asked.account, asked.key],
    );
    if (!stored || stored.act !== asked.act || !stored.request_hash.equals(asked.hash))
      throw new Refusal('key-reused');
    if (!stored.answer || stored.status === null) throw new Refusal('conflict');
    const { body, etag } = this.secrecy.unseal(await this.secrecy.spaceKey(), asked.place, stored.answer) as {
      body: unknown;
      etag: string | null;
    };
    response.status(stored.status);
    if (etag) response.setHeader('ETag', etag);
    return body ?? undefined;
  }
}
