import { unzipSync } from 'fflate';
import { BundleClient, outcomes, verified } from '../../audit/bundle/testing/bundle-client';
import { CaseClient, inventedName } from '../../cases/testing/case-client';
import { TestRecord } from '../../ledger/testing/test-record';
import { KeyStore } from '../../platform/secrecy/key-store';
import { unseal } from '../../platform/secrecy/sealed';
import { CIPHERTEXT_COLUMNS } from '../../entities';
import { Spaces } from '../../platform/spaces/spaces';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { closedCase } from '../testing/closed-case';
import { findColumnsWith } from '../testing/columns-with-text';
import { codesOf, PrivacyClient } from '../testing/privacy-client';
import type { CaseFileDto } from '../../cases/page/case-file.dto';
import type { ReferralPreviewDto } from '../../referrals/copies/copies.dto';
import type { ErasureDto } from './erasures.dto';

const SAID = 'Une phrase que plus personne ne lira';
const SERVICE = { keepsRecord: true } as const;

describe('an erasure by two persons', () => {
  let service: TestService;
  let worker: SignedInClient;
  let first: SignedInClient;
  let proposer: PrivacyClient;
  let approver: PrivacyClient;
  beforeAll(async () => {
    service = await TestService.start(SERVICE);
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    first = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const second = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    proposer = new PrivacyClient(first.client);
    approver = new PrivacyClient(second.client);
  });
  afterAll(() => service.stop());

  const closed = (
    before?: (file: CaseFileDto, cases: CaseClient) => Promise<unknown>,
  ): Promise<CaseFileDto> =>
    closedCase(worker.client, first.client, { child: { familyName: inventedName() } }, before);
  const told = (file: CaseFileDto, cases: CaseClient): Promise<unknown> =>
    cases.sendAct(file.id, 'notes', { note: SAID });
  const referred = async (id: string) => {
    const path = `/case-files/${id}/referral-preview?classes=identity`;
    const { body } = await first.client.get<ReferralPreviewDto>(path);
    return proposer.post(`/case-files/${id}/referrals`, {
      previewed: body.mark,
      accountId: (await service.hire({ roles: ['partner'] })).id,
      classes: ['identity'],
      until: new Date(Date.now() + 86_400_000).toISOString(),
      request: SAID,
      ground: 'agreed',
      isBound: true,
      nobodyAroundWorksThere: true,
      why: SAID,
      child: { told: 'yes' },
      parents: { told: 'yes' },
    });
  };
  const keyOf = async (id: string): Promise<{ id: string; key: Buffer; alias: string }> => {
    const [row] = await service.query<{ id: string; alias: string }>(
      `SELECT data_key_id AS id, (SELECT alias FROM alias WHERE subject = $1::text) AS alias FROM case_file WHERE id = $1::uuid`,
      [id],
    );
    const space = await service.app.get(Spaces).findSpace(null);
    if (!row || !space) throw new Error('no such case');
    return service.asSeed(async ({ manager }) => {
      const [key] = await service.app.get(KeyStore).openKeys(space, manager, [row.id]);
      if (!key) throw new Error('no key');
      return { ...row, key: key.key };
    });
  };
  const erased = async (id: string): Promise<ErasureDto> => {
    const { status, body } = await approver.approveErasure(await proposer.proposed(id));
    if (status !== 200) throw new Error(`erasing gave ${String(status)}: ${JSON.stringify(body)}`);
    return body;
  };
  const check = async () => {
    const record = await TestRecord.openRecord(service);
    await record.sequence();
    // Signed here, or a moment ago for the certificate.
    await record.sign();
    return record.check();
  };

  it('takes the whole case away: nothing has its id, its name in the record or anything that its key opens', async () => {
    const file = await closed(told);
    await new CaseClient(worker.client).readCase(file.id);
    await worker.client.post('/case-files/search', {});
    await new BundleClient(service, first.client).made(file.id);
    await proposer
      .hold(file.id)
      .then(({ body }) => proposer.post(`/case-files/${file.id}/holds/${body.id}/lift`, { reason: 'Finie' }));
    expect((await referred(file.id)).status).toBe(204);
    const key = await keyOf(file.id);
    expect(await findColumnsWith(service, file.id)).not.toEqual([]);
    expect(await openedBy(service, key.key)).not.toEqual([]);
    const done = await erased(file.id);
    expect(done).toMatchObject({ state: 'done', caseFileId: null, caseReference: file.reference });
    expect(await findColumnsWith(service, file.id)).toEqual([]);
    // The entries keep the random name that they were hashed with; it leads nowhere.
    expect(await findColumnsWith(service, key.alias)).toEqual(['ledger_event.entry', 'ledger_leaf.stream']);
    expect(await openedBy(service, key.key)).toEqual([]);
    const [tomb] = await service.query(
      `SELECT wrapped, destroyed_at IS NOT NULL AS gone FROM data_key WHERE id = $1`,
      [key.id],
    );
    expect(tomb).toEqual({ wrapped: null, gone: true });
    for (const path of ['', '/privacy', '/journal', '/access-log'])
      expect((await first.client.get(`/case-files/${file.id}${path}`)).status).toBe(404);
  });

  it('leaves a record that is whole, and evidence made before that is sound', async () => {
    const file = await closed(told);
    const before = await new BundleClient(service, first.client).made(file.id);
    expect((await check()).findings).toEqual([]);
    await erased(file.id);
    const report = await check();
    expect(report.findings).toEqual([]);
    expect(report.erased).toBeGreaterThan(3);
    const bundle = verified(before);
    expect(bundle.checks.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(bundle.verdict).toBe('sound');
    const kept = {
      from: 'bundle',
      note: Buffer.from(unzipSync(before)['proof/checkpoint.txt'] ?? []).toString(),
    };
    expect((await (await TestRecord.openRecord(service)).check([kept])).findings).toEqual([]);
  });

  it('is told from a key that somebody emptied, and from rows that somebody took', async () => {
    const file = await closed(told);
    const other = await closed(told);
    await erased(file.id);
    const record = await TestRecord.openRecord(service);
    // The round by the clock may have signed it already.
    await record.sequence();
    await record.sign();
    const { id } = await keyOf(other.id);
    const emptied = await record.afterAttack((manager) =>
      manager.query(`UPDATE data_key SET wrapped = NULL, destroyed_at = now() WHERE id = $1`, [id]),
    );
    expect(emptied.findings).toEqual([
      expect.objectContaining({ table: 'data_key', key: id, code: 'missing' }),
    ]);
    const taken = await record.afterAttack((manager) =>
      manager.query(
        `WITH gone AS (DELETE FROM journal_entry WHERE case_file_id = $1 AND seq = 2 RETURNING ledger_seq)
         INSERT INTO erased_event SELECT ledger_seq, (SELECT id FROM erasure WHERE outcome = 'done' LIMIT 1) FROM gone`,
        [other.id],
      ),
    );
    expect(taken.findings.map(({ table, code }) => [table, code])).toEqual(
      expect.arrayContaining([
        ['erasure', 'forged'],
        ['journal_entry', 'missing'],
      ]),
    );
    const invented = await record.afterAttack((manager) =>
      manager.query(`UPDATE erasure SET case_key_id = $1 WHERE outcome = 'done'`, [id]),
    );
    expect(invented.findings.map(({ table }) => table)).toContain('erasure');
  });

  it('is refused to whoever proposed it, by the interface and by the database', async () => {
    const file = await closed();
    const proposal = await proposer.proposed(file.id);
    const own = await proposer.approveErasure(proposal);
    expect([own.status, codesOf(own.body)]).toEqual([422, ['own-act']]);
    await expect(
      asAccount(service, first.id, `SELECT destroy_case_key('${proposal.id}')`),
    ).rejects.toMatchObject({ code: 'RP011' });
    await expect(
      service.query(
        `UPDATE erasure SET outcome = 'refused', settled_by = proposed_by, settled_at = now() WHERE id = $1`,
        [proposal.id],
      ),
    ).rejects.toThrow(/four_eyes/);
    expect((await approver.approveErasure(proposal)).status).toBe(200);
  });

  it('is void once the case has changed: an entry, the child, a person around', async () => {
    for (const change of [
      (file: CaseFileDto) =>
        new CaseClient(worker.client).sendAct(file.id, 'notes', { note: 'Encore un mot' }),
      (file: CaseFileDto) =>
        new CaseClient(worker.client).sendAct(file.id, 'people', { name: 'Zélie', relation: 'sibling' }),
    ]) {
      const file = await closed();
      const proposal = await proposer.proposed(file.id);
      expect((await change(file)).status).toBeLessThan(300);
      const answer = await approver.approveErasure(proposal);
      expect(answer.status).toBe(412);
      expect((await approver.ofCase(file.id)).erasure).toMatchObject({
        state: 'void',
        may: { approve: false },
      });
      await expect(
        asAccount(
          service,
          (await approver.http.get<{ account: { id: string } }>('/session')).body.account.id,
          `SELECT destroy_case_key('${proposal.id}')`,
        ),
      ).rejects.toMatchObject({ code: 'RP012' });
    }
  });

  it('is refused while the case is open, held, examined, asked for, or like another', async () => {
    const open = await new CaseClient(worker.client).opened();
    const refusal = await proposer.proposeErasure(open.id);
    expect([refusal.status, codesOf(refusal.body)]).toEqual([422, ['open']]);
    const file = await closed();
    const proposal = await proposer.proposed(file.id);
    const { body: hold } = await approver.hold(file.id);
    const held = await approver.approveErasure(proposal);
    expect([held.status, codesOf(held.body)]).toEqual([422, ['held']]);
    expect(
      (await proposer.post(`/case-files/${file.id}/holds/${hold.id}/lift`, { reason: 'Finie' })).status,
    ).toBe(204);
    expect((await approver.approveErasure(proposal)).status).toBe(200);
  });

  it('for an ended period needs a period that somebody verified or decided', async () => {
    const file = await closed();
    const refusal = await proposer.proposeErasure(file.id, 'period-ended');
    expect([refusal.status, codesOf(refusal.body)]).toEqual([422, ['no-period']]);
  });

  it('broken off anywhere has done nothing', async () => {
    const file = await closed(told);
    const proposal = await proposer.proposed(file.id);
    const before = await findColumnsWith(service, file.id);
    await service.asSuperuser(async (client) => {
      await client.query('BEGIN');
      // Key and event are written, some rows are gone, others wait: the middle.
      await client.query(`LOCK TABLE child_identity IN SHARE MODE`);
      const answer = approver.approveErasure(proposal);
      // On another connection: within a transaction activity is looked at once.
      while (
        (await service
          .query(
            `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
            WHERE wait_event_type = 'Lock' AND datname = current_database() AND query LIKE '%forget_case%'`,
          )
          .then(({ length }) => length)) === 0
      );
      expect((await answer).status).toBeGreaterThanOrEqual(500);
      await client.query('ROLLBACK');
    });
    expect(await findColumnsWith(service, file.id)).toEqual(before);
    expect((await new CaseClient(worker.client).readCase(file.id)).id).toBe(file.id);
    expect((await check()).findings).toEqual([]);
    expect((await approver.approveErasure(proposal)).status).toBe(200);
    expect(await findColumnsWith(service, file.id)).toEqual([]);
  });

  it('gives a certificate that anybody can check, and that names nobody', async () => {
    const file = await closed(told);
    const done = await erased(file.id);
    const { status, content } = await first.client.download(`/erasures/${done.id}/certificate`);
    expect(status).toBe(200);
    const report = verified(content);
    expect([report.verdict, report.checks.filter(({ outcome }) => outcome === 'failed')]).toEqual([
      'sound',
      [],
    ]);
    expect(outcomes(report)).toMatchObject({
      signature: 'ok',
      inclusion: 'ok',
      made: 'ok',
      streams: 'ok',
      openings: 'ok',
    });
    const files = unzipSync(content);
    const html = (language: string) => Buffer.from(files[`certificate.${language}.html`] ?? []).toString();
    expect(html('fr')).toContain('Certificat d’effacement');
    expect(html('en')).toContain('Certificate of erasure');
    for (const language of ['fr', 'en']) {
      expect(html(language)).toContain(done.reference);
      expect(
        Buffer.from(files[`certificate.${language}.pdf`] ?? [])
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
    for (const bytes of Object.values(files))
      for (const secret of [SAID, file.reference, file.id])
        expect(Buffer.from(bytes).includes(secret)).toBe(false);
  });
});

/** Sealed columns of which this key opens a row. */
async function openedBy(service: TestService, key: Buffer): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { table, column, row } of CIPHERTEXT_COLUMNS) {
    if (table === 'data_key') continue;
    const name = row.map((it) => `${it}::text`).join(` || ':' || `);
    const rows = await service.query<{ name: string; sealed: Buffer }>(
      `SELECT ${name} AS name, ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL`,
    );
    if (rows.some((it) => opens(key, table, column, it))) found.push(`${table}.${column}`);
  }
  return found;
}

function opens(key: Buffer, table: string, column: string, it: { name: string; sealed: Buffer }): boolean {
  try {
    unseal(key, { table, column, row: it.name }, it.sealed);
    return true;
  } catch {
    return false;
  }
}

/** A statement in the context of this supervisor, as raw SQL of the application's role. */
function asAccount(service: TestService, id: string, sql: string): Promise<unknown> {
  return service.asSeed(async ({ manager }) => {
    const [team]: { id: string }[] = await manager.query(`SELECT id FROM team WHERE name = 'North'`);
    const context = {
      account: id,
      system: null,
      now: new Date().toISOString(),
      roles: ['supervisor'],
      relations: ['supervisor', 'team'],
      teams: [team?.id],
      dutyTeams: [],
      standsInFor: [],
      barred: [],
      reads: true,
      writes: true,
      audits: false,
    };
    await manager.query(`SELECT set_config('app.ctx', $1, true)`, [JSON.stringify(context)]);
    return manager.query(sql);
  });
}
