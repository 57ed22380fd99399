import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import type { ActName } from '@repere/audit';
import type { Request, Response } from 'express';
import type { DeclaredAct } from '../unit/act';
import { type CaseSight, isNarrower, SHOWS_MORE, type RedactedByCase } from '../unit/case-sight';
import { IDEMPOTENCY_SQL } from './idempotency.query';
import { Refusal } from '../refusals/refusal';
import type { DataKey } from '../secrecy/key-store';
import type { CiphertextLocation } from '../secrecy/sealed';
import { Secrecy } from '../secrecy/secrecy';
import { SpaceRounds } from '../spaces/space-rounds';
import { UnitOfWork } from '../unit/unit-of-work';
import { placeOf, rowOf } from '../data/sealed-row';
import { IdempotencyKeyEntity } from '../entities/idempotency-key.entity';

const RIGHTS_CHANGED = {
  code: 'role',
  text: {
    fr: 'Vos droits ont changé depuis cette demande. Reprenez-la depuis la page.',
    en: 'Your rights have changed since this request. Start it again from the page.',
  },
};

interface Stored {
  readonly act: string;
  readonly request_hash: Buffer;
  readonly status: number;
  readonly answer: Buffer | null;
  readonly key_id: string | null;
  /** The case that the answer tells of, if the account sees it now. */
  readonly case_file_id: string | null;
}

/** Reads anew what a write answered about this case, for whoever asks again, as it is by then. */
type ReadAgain = (caseFileId: string, response: Response) => Promise<unknown>;

interface Kept {
  /** Left out where it is read again. */
  readonly body?: unknown;
  readonly etag: string | null;
  /** The answer was redacted to what these may see. */
  readonly roles: readonly AccountRole[];
  /** About no case: it may tell of these teams. */
  readonly teamIds?: readonly string[];
  /** It told of these cases. */
  readonly shown?: readonly string[];
  /** It was seen by these missions alone. */
  readonly byMissions?: readonly string[];
  /** By case that it told of: the classes of fields that were redacted in it; what isn't said was not redacted. */
  readonly redacted?: RedactedByCase;
}

/** Gives a repeated write its first answer again, from the same transaction that did the work. */
@Injectable()
export class Idempotency implements OnModuleInit {
  private sight: CaseSight | null = null;
  private readonly readers = new Map<ActName, ReadAgain>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly rounds: SpaceRounds,
  ) {}

  onModuleInit(): void {
    this.rounds.register((space) =>
      this.unit.unrecorded('system:session', { space, correlation: randomUUID() }, () =>
        IDEMPOTENCY_SQL.forget(this.unit.manager),
      ),
    );
  }

  /** Who is asked what an account sees of a case. */
  register(sight: CaseSight): void {
    this.sight = sight;
  }

  /** What this act answers is large and about one case: a repetition reads it again, and only that it was done is kept. */
  readsAgain(act: ActName, read: ReadAgain): void {
    this.readers.set(act, read);
  }

  async once(
    request: Request,
    response: Response,
    act: DeclaredAct,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const key = request.header('Idempotency-Key');
    if (!key || !/^[\w-]{8,100}$/.test(key)) throw new Refusal('key-missing');
    const account = this.unit.account.id;
    // Keyed: a plain hash of a body could be found again by trying names.
    const hash = await this.secrecy.lastingToken(
      'request',
      JSON.stringify([
        request.method,
        request.path,
        request.header('If-Match') ?? null,
        request.body ?? null,
      ]),
    );
    const place = placeOf(rowOf(IdempotencyKeyEntity, { accountId: account, key }), 'answer');
    // A second request with the same key waits here until the first has committed or rolled back.
    const entered = await IDEMPOTENCY_SQL.enter.first(this.unit.manager, [account, key, act.type, hash]);
    if (!entered) return this.again(response, { account, key, act: act.type, hash, place });
    const answer = await work();
    const isRead = this.readers.has(act.type) && this.unit.caseFileId !== null;
    await this.keepAnswer(account, key, response, place, isRead ? undefined : (answer ?? null));
    return answer;
  }

  /** Under the key of the case that it is about: it opens for who sees the case, and goes when the case is erased. */
  private async keepAnswer(
    account: string,
    key: string,
    response: Response,
    place: CiphertextLocation,
    body: unknown,
  ): Promise<void> {
    const { caseFileId, sight } = this.unit;
    const etag = response.getHeader('ETag');
    const kept: Kept = {
      body,
      etag: typeof etag === 'string' ? etag : null,
      roles: this.unit.account.roles,
      ...(caseFileId === null && { teamIds: this.teamIds() }),
      ...sight,
      redacted: await this.keptSight(caseFileId, sight),
    };
    // Who gave the case away with this very act gets no second look at it.
    const dataKey =
      caseFileId === null ? await this.secrecy.spaceKey() : await this.secrecy.caseKey(caseFileId);
    const values = [
      ...[account, key, response.statusCode, dataKey && this.secrecy.seal(dataKey, place, kept)],
      ...[dataKey?.id ?? null, caseFileId],
    ];
    // Nothing is asked after it: the transaction ends with it.
    if (await this.unit.isAllRecorded()) {
      this.unit.hasNothingToRecord();
      await IDEMPOTENCY_SQL.keepLast.readRows(this.unit.manager, values);
      return;
    }
    const row = await IDEMPOTENCY_SQL.keep.first(this.unit.manager, values);
    if (!row) throw new Error('the key of this request is gone');
    if (!row.isUnrecorded) this.unit.hasNothingToRecord();
  }

  /**
   * The first answer, to the same account if it still sees its cases with every role it had and all that it showed of them, in
   * missions that are still open.
   */
  private async again(
    response: Response,
    asked: {
      readonly account: string;
      readonly key: string;
      readonly act: ActName;
      readonly hash: Buffer;
      readonly place: CiphertextLocation;
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
    if (stored.case_file_id !== null) this.unit.aboutCase(stored.case_file_id);
    const dataKey = await this.keyOf(stored);
    if (!dataKey || !stored.answer) throw new Refusal('not-found');
    const {
      body,
      etag,
      roles,
      teamIds = [],
      shown = [],
      byMissions = [],
      redacted = {},
    } = this.secrecy.unseal(dataKey, asked.place, stored.answer) as Kept;
    if (!roles.every((role) => this.unit.account.roles.includes(role)))
      throw new Refusal('not-allowed', { reasons: [RIGHTS_CHANGED] });
    const own = this.teamIds();
    if (!teamIds.every((id) => own.includes(id))) throw new Refusal('not-found');
    if (!(await this.isInSight({ shown, byMissions }))) throw new Refusal('not-found');
    if (
      isNarrower(await this.redactedOf([stored.case_file_id, ...shown, ...Object.keys(redacted)]), redacted)
    )
      throw new Refusal('not-allowed', { reasons: [SHOWS_MORE] });
    this.unit.shows(shown);
    if (byMissions.length > 0) this.unit.audits(byMissions);
    this.unit.notes({ repeated: true });
    response.status(stored.status);
    const read = stored.case_file_id === null ? undefined : this.readers.get(asked.act);
    if (body === undefined && read && stored.case_file_id !== null)
      return read(stored.case_file_id, response);
    if (etag) response.setHeader('ETag', etag);
    return body ?? undefined;
  }

  /** What was redacted of the cases that the answer tells of; one that was erased by this very act is none of them. */
  private async keptSight(
    caseFileId: string | null,
    { shown, redacted }: UnitOfWork['sight'],
  ): Promise<RedactedByCase> {
    const ids = [...new Set([caseFileId, ...shown])].flatMap((id) => id ?? []);
    const known = Object.fromEntries(
      ids.flatMap((id) => (redacted[id] ? [[id, redacted[id]] as const] : [])),
    );
    return { ...(await this.redactedOf(ids.filter((id) => !known[id]))), ...known };
  }

  private teamIds(): readonly string[] {
    return this.unit.account.teams.map(({ id }) => id);
  }

  private redactedOf(ids: readonly (string | null)[]): Promise<RedactedByCase> {
    if (!this.sight) throw new Error('nobody says what an account sees of a case');
    return this.sight.redactedOf([...new Set(ids.flatMap((id) => id ?? []))]);
  }

  private async isInSight({
    shown,
    byMissions,
  }: Pick<UnitOfWork['sight'], 'shown' | 'byMissions'>): Promise<boolean> {
    if (shown.length + byMissions.length === 0) return true;
    const [row]: { isLost: boolean }[] = await this.unit.manager.query(
      `SELECT EXISTS (SELECT unnest($1::uuid[]) EXCEPT SELECT id FROM case_file WHERE id = ANY ($1::uuid[]))
           OR EXISTS (SELECT unnest($2::uuid[]) EXCEPT SELECT unnest(app_open_missions_array())) AS "isLost"`,
      [shown, byMissions],
    );
    return row?.isLost === false;
  }

  private async keyOf({ key_id, case_file_id }: Stored): Promise<DataKey | null> {
    if (case_file_id !== null) return this.secrecy.caseKey(case_file_id);
    const ofSpace = await this.secrecy.spaceKey();
    return ofSpace.id === key_id ? ofSpace : null;
  }
}
