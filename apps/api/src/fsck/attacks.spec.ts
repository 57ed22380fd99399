import type { EntityManager } from 'typeorm';
import { checkpointText, leafHash, signNote } from '@repere/ledger';
import { CaseClient } from '../cases/testing/case-client';
import { MOVING_PROTOCOLS, TestService } from '../testing/test-service';
import { makeTestSigner } from '../testing/make-test-signer';
import { sha256 } from '../platform/record/commit-payload';
import { leafText, readQueuedEntry } from '../ledger/leaf-text';
import { rowsIn } from '../ledger/rows';
import { rootAt } from '../ledger/signing/sign-checkpoint';
import { makeKey, noteSignerOf } from '../ledger/signing/signer-keys';
import { rebuildTree } from '../ledger/testing/rebuild-tree';
import { TestRecord } from '../ledger/testing/test-record';
import type { RecordFault } from './record-fault';

describe('whoever owns the database', () => {
  let service: TestService;
  let record: TestRecord;
  let note: string;
  beforeAll(async () => {
    service = await TestService.start({
      configuration: { protocolsDir: MOVING_PROTOCOLS, signer: await makeTestSigner() },
    });
    record = await TestRecord.openRecord(service);
    const worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    for (let cases = 0; cases < 2; cases++) {
      const { id } = await worker.opened();
      await worker.completed(id, 'meeting', 'assess', { values: { danger: 'grave' } });
      await worker.completed(id, 'meeting', 'find_place', { values: { place: 'yes' } });
      await worker.completed(id, 'meeting', 'talk', { values: { talked: 'yes' } });
    }
    expect((await worker.http.get('/worklist')).status).toBe(200);
    await record.keepRecord();
    await record.writeEvents(600);
    await record.keepRecord();
    await record.writeEvents(20);
    note = await record.keepRecord();
  });
  afterAll(() => service.stop());

  it('who did nothing raises no alarm', async () => {
    const report = await record.check();
    expect(report.findings).toEqual([]);
    expect(report.leaves).toBeGreaterThan(620);
    expect(report.entries).toBeGreaterThan(4);
    expect(report.checkpoints).toBe(3);
    expect((await record.afterAttack(async () => undefined)).findings).toEqual([]);
  });

  const CHANGED = (name: string): string => `replace(entry, '"type":"${name}"', '"type":"x.other"')`;
  const attacks: readonly [string, string, Partial<RecordFault>][] = [
    [
      'changes an event',
      `UPDATE ledger_event SET entry = ${CHANGED('team.read')} WHERE seq = (SELECT seq FROM ledger_leaf WHERE leaf = 300)`,
      { table: 'ledger_event', code: 'altered', said: 'It is not what leaf 300 was made of.' },
    ],
    [
      'changes one letter in one stream',
      `UPDATE ledger_event SET entry = overlay(entry placing translate(substring(entry FROM position('"id":"' IN entry) + 6 FOR 1), '0123456789abcdef', '123456789abcdef0') FROM position('"id":"' IN entry) + 6) WHERE seq = (SELECT seq FROM ledger_leaf WHERE leaf = 5)`,
      { table: 'ledger_event', code: 'altered' },
    ],
    [
      'deletes an event',
      `DELETE FROM ledger_event WHERE seq = (SELECT seq FROM ledger_leaf WHERE leaf = 40)`,
      { table: 'ledger_event', code: 'missing', said: 'The event of leaf 40 is gone.' },
    ],
    [
      'deletes a leaf with its event',
      `DELETE FROM ledger_event WHERE seq = (SELECT seq FROM ledger_leaf WHERE leaf = 41); DELETE FROM ledger_leaf WHERE leaf = 41`,
      { table: 'ledger_leaf', key: '41', code: 'missing' },
    ],
    [
      'inserts an event as if it had always been there',
      `INSERT INTO ledger_event (seq, entry) OVERRIDING SYSTEM VALUE SELECT 1000000, replace(entry, '"id":"', '"id":"0') FROM ledger_event WHERE seq = 3`,
      { table: 'ledger_event', key: '1000000', code: 'extra' },
    ],
    [
      'replays an entry of another case',
      `INSERT INTO ledger_event (seq, entry) OVERRIDING SYSTEM VALUE SELECT 1000000, entry FROM ledger_event WHERE entry LIKE '%journal.%' LIMIT 1; INSERT INTO ledger_queue VALUES (1000000)`,
      {
        table: 'ledger_event',
        code: 'extra',
        said: expect.stringContaining('replayed') as unknown as string,
      },
    ],
    [
      'swaps two leaves',
      `UPDATE ledger_leaf SET leaf = leaf + 1000 WHERE leaf IN (300, 301); UPDATE ledger_leaf SET leaf = CASE leaf WHEN 1300 THEN 301 ELSE 300 END WHERE leaf > 1000`,
      { table: 'ledger_leaf', code: 'altered' },
    ],
    [
      'swaps two events',
      `UPDATE ledger_event e SET entry = o.entry FROM ledger_event o, ledger_leaf a, ledger_leaf b WHERE a.leaf = 300 AND b.leaf = 301 AND ((e.seq = a.seq AND o.seq = b.seq) OR (e.seq = b.seq AND o.seq = a.seq))`,
      { table: 'ledger_event', code: 'altered' },
    ],
    [
      'changes a tile',
      `UPDATE ledger_tile SET nodes = overlay(nodes placing '\\x00' from 9000) WHERE level = 0 AND index = 1`,
      { table: 'ledger_tile', key: '0/1', code: 'altered' },
    ],
    [
      'deletes a tile',
      `DELETE FROM ledger_tile WHERE index = 0`,
      { table: 'ledger_tile', key: '0/0', code: 'missing' },
    ],
    [
      'takes out the end',
      `DELETE FROM ledger_event WHERE seq IN (SELECT seq FROM ledger_leaf WHERE leaf > 500); DELETE FROM ledger_leaf WHERE leaf > 500`,
      { table: 'ledger_checkpoint', code: 'rolled-back' },
    ],
    [
      'takes out the end with its checkpoints and tiles',
      `DELETE FROM ledger_event WHERE seq IN (SELECT seq FROM ledger_leaf WHERE leaf >= (SELECT min(size) FROM ledger_checkpoint)); DELETE FROM ledger_leaf WHERE leaf >= (SELECT min(size) FROM ledger_checkpoint); DELETE FROM ledger_tile; DELETE FROM ledger_checkpoint WHERE size > (SELECT min(size) FROM ledger_checkpoint)`,
      { key: 'the signer’s memory', code: 'rolled-back' },
    ],
    [
      'puts another key beside the signer’s',
      `INSERT INTO ledger_key SELECT 2, replace(key, 'repere.test', 'repere.tess'), key, now() FROM ledger_key`,
      { table: 'ledger_key', key: '2', code: 'forged' },
    ],
    [
      'invents an epoch',
      `INSERT INTO ledger_epoch SELECT 2, 'repere/live/other', now(), 1, note, 'restored' FROM ledger_checkpoint LIMIT 1`,
      { table: 'ledger_epoch', key: '2', code: 'forged' },
    ],
    [
      'invents a term of a signer',
      `INSERT INTO ledger_term SELECT 2, repeat('ab', 16), now(), min(seq) FROM ledger_event`,
      { table: 'ledger_term', key: '2', code: 'forged' },
    ],
    [
      'changes who entered an act',
      `UPDATE journal_entry SET entered_by = gen_random_uuid()::text WHERE seq = 2`,
      { table: 'journal_entry', code: 'altered' },
    ],
    [
      'changes when it happened',
      `UPDATE journal_entry SET occurred_from = occurred_from - interval '1 day' WHERE seq = 2`,
      { table: 'journal_entry', code: 'altered' },
    ],
    [
      'changes what it says',
      `UPDATE journal_entry SET payload = overlay(payload placing '\\x00' from 40) WHERE seq = 2`,
      { table: 'journal_entry', code: 'altered' },
    ],
    [
      'gives an act to another case',
      `UPDATE journal_entry SET seq = seq + 100, case_file_id = (SELECT id FROM case_file WHERE id <> case_file_id LIMIT 1) WHERE seq = 2`,
      { table: 'journal_entry', code: 'altered' },
    ],
    [
      'deletes an act',
      `DELETE FROM journal_entry WHERE seq = 2`,
      { table: 'journal_entry', code: 'missing' },
    ],
    [
      'deletes a case’s journal',
      `DELETE FROM journal_entry WHERE case_file_id = (SELECT id FROM case_file LIMIT 1)`,
      { table: 'journal_entry', code: 'missing' },
    ],
    [
      'changes what an event commits to',
      `UPDATE ledger_payload SET content = overlay(content placing '\\x00' from 40) WHERE event_seq = 3`,
      { table: 'ledger_payload', key: '3', code: 'altered' },
    ],
    [
      'puts another event’s payload in its place',
      `UPDATE ledger_payload SET content = (SELECT content FROM ledger_payload ORDER BY event_seq DESC LIMIT 1) WHERE event_seq = 3`,
      { table: 'ledger_payload', key: '3', code: 'altered' },
    ],
    [
      'deletes what an event commits to',
      `DELETE FROM ledger_payload WHERE event_seq = 3`,
      { table: 'ledger_payload', key: '3', code: 'missing' },
    ],
    [
      'hides that a case was shown',
      `DELETE FROM ledger_shown WHERE case_file_id = (SELECT case_file_id FROM ledger_shown LIMIT 1)`,
      { table: 'ledger_shown', code: 'missing' },
    ],
    [
      'says of one case what was shown of another',
      `UPDATE ledger_shown s SET commitment = o.commitment FROM ledger_shown o WHERE o.event_seq = s.event_seq AND o.case_file_id <> s.case_file_id`,
      { table: 'ledger_shown', code: 'altered' },
    ],
    [
      'says that a case was shown',
      `INSERT INTO ledger_shown SELECT gen_random_uuid(), event_seq, sha256(commitment) FROM ledger_shown LIMIT 1`,
      { table: 'ledger_shown', code: 'extra' },
    ],
    ...(
      [
        ['ledger_payload', `(event_seq, event_id, key_id, content) SELECT 900001, event_id, key_id, content`],
        ['ledger_shown', `SELECT case_file_id, 900001, commitment`],
        ['access_event', `SELECT 900001, case_file_id, reader, teams, at, type, purpose, outcome`],
        ['ledger_queue', `SELECT 900001`],
      ] as const
    ).map(
      ([table, from]) =>
        [
          `writes into ${table} beside an event that there is not`,
          `INSERT INTO ${table} ${from} FROM ${table === 'ledger_queue' ? 'ledger_event' : table} LIMIT 1`,
          { table, key: '900001', code: 'extra' },
        ] as [string, string, Partial<RecordFault>],
    ),
  ];
  it.each(attacks)('is found out who %s', async (_name, sql, finding) => {
    const { findings } = await record.afterAttack((manager) => manager.query(sql));
    expect(findings).toContainEqual(expect.objectContaining(finding));
  });

  /** Another type for the event of leaf 300, with the hash that goes with it. */
  async function rewrite(manager: EntityManager): Promise<void> {
    const [row]: { seq: string; entry: string; pos: string }[] = await manager.query(
      `SELECT e.seq, e.entry, l.pos FROM ledger_leaf l JOIN ledger_event e USING (seq) WHERE l.leaf = 300`,
    );
    const entry = row?.entry.replace('team.read', 'test.evens') ?? '';
    const queued = readQueuedEntry(entry);
    const text = queued && leafText(queued, Number(row?.pos));
    if (!text) throw new Error('no entry');
    await manager.query(`UPDATE ledger_event SET entry = $1 WHERE seq = $2`, [entry, row?.seq]);
    await manager.query(`UPDATE ledger_leaf SET hash = $1 WHERE leaf = 300`, [
      leafHash(Buffer.from(text), sha256),
    ]);
  }

  it('is found out who changes an event and its leaf: by the tile', async () => {
    const { findings } = await record.afterAttack(rewrite);
    expect(findings).toContainEqual(
      expect.objectContaining({
        table: 'ledger_tile',
        key: '0/1',
        said: 'Leaf 300 is not the one that was sequenced.',
      }),
    );
  });

  it('is found out who builds the whole tree anew: by the first root that was signed behind the change', async () => {
    const { findings } = await record.afterAttack(async (manager) => {
      await rewrite(manager);
      await rebuildTree(manager);
    });
    expect(findings.map(({ table, code }) => `${code} ${table}`)).toEqual([
      'other-history ledger_checkpoint',
      'other-history ledger_checkpoint',
      'other-history ledger_checkpoint',
    ]);
    expect(findings.at(-1)?.key).toBe('the signer’s memory');
  });

  it('is found out who signs the tree built anew with another key', async () => {
    const other = makeKey('repere.test/signer');
    const forge = async (manager: EntityManager): Promise<void> => {
      await rewrite(manager);
      await rebuildTree(manager);
      const rows = rowsIn(manager);
      const found = await rows<{ size: string; origin: string }>(
        `SELECT size, origin FROM ledger_checkpoint`,
      );
      for (const { size, origin } of found) {
        const root = await rootAt(rows, Number(size));
        const note = signNote(
          checkpointText({ origin, size: Number(size), root }),
          noteSignerOf(other),
          sha256,
        );
        await rows(`UPDATE ledger_checkpoint SET root = $1, note = $2 WHERE size = $3`, [root, note, size]);
      }
    };
    const forged = await record.afterAttack(forge);
    expect(forged.findings).toContainEqual(
      expect.objectContaining({ table: 'ledger_checkpoint', code: 'forged' }),
    );
    // With the key in place of the signer's, only who kept something elsewhere can tell: the signer, or whoever pinned a checkpoint.
    const replaced = await record.afterAttack(async (manager) => {
      await forge(manager);
      await manager.query(`UPDATE ledger_key SET key = $1`, [other.key]);
    });
    expect(replaced.findings).toContainEqual(
      expect.objectContaining({ table: 'ledger_key', key: '1', code: 'forged' }),
    );
  });

  it('is told from somebody else’s log by a checkpoint that was kept', async () => {
    const pinned = { from: 'kept.txt', note };
    expect((await record.check([pinned])).findings).toEqual([]);
    const [header = '', signature = ''] = note.split('\n\n');
    const changed = [header.replace(/^repere/, 'revere'), signature].join('\n\n');
    expect((await record.check([{ from: 'kept.txt', note: changed }])).findings).toEqual([
      expect.objectContaining({ key: 'kept.txt', code: 'forged' }),
    ]);
  });
});
