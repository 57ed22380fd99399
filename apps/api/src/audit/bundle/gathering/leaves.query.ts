import { Injectable } from '@nestjs/common';
import type { SequencedEntry } from '@repere/ledger';
import { leafText, readQueuedEntry } from '../../../ledger/leaf-text';
import { LedgerPayloadEntity } from '../../../platform/record/ledger-payload.entity';
import { rowOf } from '../../../platform/data/sealed-row';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { type AnswerColumns, rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { Leaf, OpenedPayload } from './bundle-entry';

/** A leaf with its payload, where it is kept beside the event and its key is there. */
export interface PaidLeaf extends Leaf {
  readonly entry: Omit<SequencedEntry, 'pos'>;
  readonly payload: OpenedPayload | null;
}

interface LeafRow {
  readonly seq: string;
  readonly leaf: string;
  readonly pos: string;
  readonly entry: string;
  readonly keyId: string | null;
  readonly content: Buffer | null;
}

/** Entries of the record that have their place in the log, with what opens them. */
@Injectable()
export class LeavesQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** A stream, by position. */
  async ofStream(alias: string): Promise<readonly PaidLeaf[]> {
    return this.openLeaves(await OF_STREAM.readRows(this.unit.manager, [alias]));
  }

  /** Entries of other streams that showed this case, in the order of the log. */
  async showing(caseFileId: string, alias: string): Promise<readonly PaidLeaf[]> {
    return this.openLeaves(await SHOWING.readRows(this.unit.manager, [caseFileId, alias]));
  }

  /** Where an event stands; `null` while it is not sequenced. */
  async placeOf(seq: string): Promise<{ readonly stream: string; readonly pos: number } | null> {
    const row = await PLACE.first(this.unit.manager, [seq]);
    return row ? { stream: row.stream, pos: Number(row.pos) } : null;
  }

  /** One event, opened. */
  async findLeaf(seq: string): Promise<PaidLeaf> {
    const [leaf] = await this.openLeaves(await ONE.readRows(this.unit.manager, [seq]));
    if (!leaf) throw new Error(`event ${seq} has no place yet`);
    return leaf;
  }

  /** The last event that was recorded, its place in the log given or not; `null` when there is none. */
  async lastRecorded(): Promise<string | null> {
    return (await LAST.first(this.unit.manager))?.seq ?? null;
  }

  /**
   * The name of a case or a mission in the record. A case's is read from its own entries: that of an erased case is gone,
   * and a list that it comes up in since gives it another.
   */
  async aliasOf(kind: 'case' | 'mission', id: string): Promise<string | null> {
    return (await ALIAS.first(this.unit.manager, [kind, id, id]))?.alias ?? null;
  }

  /** Accounts by their alias. */
  async accountsOf(aliases: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const found = await ACCOUNTS.readRows(this.unit.manager, [[...aliases]]);
    return new Map(found.map(({ alias, subject }) => [alias, subject]));
  }

  /** Which of these accounts are of a service, or ever were: by their role, as members, or by a referral of this case. As the system. */
  async ofServices(caseFileId: string, accounts: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await this.unit.asSystem('system:record', () =>
      OF_SERVICES.readRows(this.unit.manager, [accounts, caseFileId]),
    );
    return new Set(found.map(({ id }) => id));
  }

  private async openLeaves(found: readonly LeafRow[]): Promise<readonly PaidLeaf[]> {
    const ids = [...new Set(found.flatMap(({ keyId }) => keyId ?? []))];
    const keys = new Map((await this.secrecy.openDataKeys(ids)).map((key) => [key.id, key]));
    return found.map(({ seq, leaf, pos, entry: written, keyId, content }) => {
      const entry = readQueuedEntry(written);
      const text = entry && leafText(entry, Number(pos));
      if (!entry || text === null) throw new Error(`event ${seq} is no entry`);
      const key = keyId === null ? undefined : keys.get(keyId);
      const payload =
        key && content
          ? this.secrecy.openColumn(
              key,
              rowOf(LedgerPayloadEntity, { eventId: entry.id, content }),
              'content',
            )
          : null;
      return { seq, leaf: Number(leaf), text, entry, payload };
    });
  }
}

const SELECT = `
  SELECT l.seq, l.leaf, l.pos, e.entry, p.key_id AS "keyId", p.content
    FROM ledger_leaf l JOIN ledger_event e ON e.seq = l.seq LEFT JOIN ledger_payload p ON p.event_seq = l.seq`;

const LEAF: AnswerColumns<LeafRow> = {
  ...{ seq: 'bigint', leaf: 'bigint', pos: 'bigint', entry: 'text', keyId: 'uuid?', content: 'bytea?' },
};

const OF_STREAM = rows<LeafRow>(LEAF).from(`${SELECT} WHERE l.stream = $1 ORDER BY l.pos`);

const SHOWING = rows<LeafRow>(LEAF).from(
  `${SELECT} JOIN ledger_shown s ON s.event_seq = l.seq
    WHERE s.case_file_id = $1 AND l.stream <> $2 ORDER BY l.leaf`,
);

const ONE = rows<LeafRow>(LEAF).from(`${SELECT} WHERE l.seq = $1`);

const PLACE = rows<{ readonly stream: string; readonly pos: string }>({ stream: 'text', pos: 'bigint' }).from(
  `SELECT stream, pos FROM ledger_leaf WHERE seq = $1`,
);

const LAST = rows<{ readonly seq: string | null }>({ seq: 'bigint?' }).from(
  `SELECT max(seq) AS seq FROM ledger_event`,
);

const ALIAS = rows<{ readonly alias: string | null }>({ alias: 'text?' }).from(`
  SELECT coalesce(
    (SELECT l.stream FROM journal_entry j JOIN ledger_leaf l ON l.seq = j.ledger_seq
      WHERE $1 = 'case' AND j.case_file_id = $3 ORDER BY j.seq LIMIT 1),
    (SELECT alias FROM alias WHERE kind = $1 AND subject = $2)) AS alias`);

const ACCOUNTS = rows<{ readonly alias: string; readonly subject: string }>({
  ...{ alias: 'text', subject: 'text' },
}).from(`SELECT alias, subject FROM alias WHERE kind = 'account' AND alias = ANY ($1)`);

const OF_SERVICES = rows<{ readonly id: string }>({ id: 'uuid' }).from(`
  SELECT a.id FROM account a
   WHERE a.id = ANY ($1::uuid[])
     AND ('partner' = ANY (a.roles)
       OR EXISTS (SELECT FROM service_member m WHERE m.account_id = a.id)
       OR EXISTS (SELECT FROM assignment g WHERE g.account_id = a.id AND g.case_file_id = $2 AND g.relation = 'partner'))`);
