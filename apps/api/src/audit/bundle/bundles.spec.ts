import { randomUUID } from 'node:crypto';
import type { Manifest } from '@repere/audit';
import { unzipSync, zipSync } from 'fflate';
import { CaseClient } from '../../cases/testing/case-client';
import { ProofsOfEntries } from '../../ledger/proofs-of-entries';
import { TestService } from '../../testing/test-service';
import { GatherBundle } from './gathering/gather-bundle.service';
import { ALL, BundleClient, outcomes, verified, workOff } from './testing/bundle-client';
import { openMission } from './testing/open-mission';
import type { CaseFileDto } from '../../cases/page/case-file.dto';

const PHONE = '06 55 44 33 22';
const BY_SCHOOL = 'par l’école Zéphyrine';
const SAID = 'Je veux rester <b>chez Zoé</b>';
const FAMILY_NAME = 'Zywiecka';
const NEPHEW = 'C’est mon neveu Philémon';

describe('a bundle of a case', () => {
  let service: TestService;
  let file: CaseFileDto;
  let worker: CaseClient;
  let supervisor: BundleClient;
  let supervisorId: string;
  let zip: Buffer;
  beforeAll(async () => {
    service = await TestService.start({
      keepsRecord: true,
    });
    const caseworker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Ada Nord' });
    worker = new CaseClient(caseworker.client);
    const signedIn = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha Nord' });
    supervisor = new BundleClient(service, signedIn.client);
    supervisorId = signedIn.id;
    file = await worker.opened({
      urgentDangerSeen: 'yes',
      child: { phones: [PHONE], familyName: FAMILY_NAME },
    });
    await worker.completed(file.id, 'welcome', 'find_contact', {
      values: { reach_is_safe: 'yes', reach_by: BY_SCHOOL, tongue: 'français' },
    });
    await worker.completed(file.id, 'refuge', 'plan_night', { values: { bed: 'no' } });
    await worker.sendAct(file.id, 'notes', { note: SAID });
    await signedIn.client.post('/case-files/search', {});
    const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const declared = await colleague.client.post(
      `/case-files/${file.id}/conflicts`,
      { words: NEPHEW },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(declared.status).toBe(204);
    zip = await supervisor.made(file.id);
  });
  afterAll(() => service.stop());

  const texts = (bytes: Uint8Array): string =>
    Object.values(unzipSync(bytes))
      .map((content) => Buffer.from(content).toString('utf8'))
      .join('\n');
  const manifestOf = (bytes: Uint8Array): Manifest =>
    JSON.parse(Buffer.from(unzipSync(bytes)['manifest.json'] ?? []).toString()) as Manifest;

  it('is sound, and its journal replayed gives the state shown', () => {
    const report = verified(zip);
    expect(report.checks.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(report.verdict).toBe('sound');
  });

  it('whoever sees less of the case than when it was made takes it no more', async () => {
    const account = await service.signIn({ roles: ['supervisor', 'auditor'], teams: ['North'] });
    const { id } = account;
    const both = new BundleClient(service, account.client);
    const { body } = await both.order(file.id);
    await workOff(service);
    expect((await both.downloadBundle(file.id, body.id)).status).toBe(200);
    await openMission(service, { team: 'North', supervisorId, auditorId: id, caseFileIds: [file.id] });
    expect((await both.downloadBundle(file.id, body.id)).status).toBe(200);
    await service.asSeed(({ manager }) =>
      manager.query(`UPDATE account SET roles = '{auditor}' WHERE id = $1`, [id]),
    );
    await service.signInAgain(account);
    expect((await both.readBundle(file.id, body.id)).status).toBe(200);
    expect((await both.downloadBundle(file.id, body.id)).status).toBe(404);
    const { body: redactedOrder } = await both.order(file.id);
    await workOff(service);
    expect((await both.downloadBundle(file.id, redactedOrder.id)).status).toBe(200);
  });

  it('says nothing of what a colleague said of themselves, even whole', () => {
    expect(texts(zip)).toContain(SAID.slice(0, 16));
    expect(texts(zip)).not.toContain('Philémon');
  });

  it('holds what its form promises, under names that are safe', () => {
    const [it] = manifestOf(zip).cases;
    const names = Object.keys(unzipSync(zip));
    expect(names[0]).toBe('manifest.json');
    expect(names).toEqual(
      expect.arrayContaining([
        `cases/${it?.alias ?? ''}/entries.jsonl`,
        `cases/${it?.alias ?? ''}/access-log.jsonl`,
        'dossier.fr.html',
        'dossier.en.pdf',
        'protocols/welcome@1.0.0.json',
        'proof/tree.bin',
      ]),
    );
    for (const name of names) expect(name).toMatch(/^[a-z0-9_@.+-]+(\/[A-Za-z0-9_@.+-]+)*$/);
    expect(it).toMatchObject({ reference: file.reference, territory: '93' });
  });

  it('gives a judge the dossier, escaped, in both languages, and names who looked', () => {
    const html = (language: string) =>
      Buffer.from(unzipSync(zip)[`dossier.${language}.html`] ?? []).toString();
    for (const language of ['fr', 'en']) {
      expect(html(language)).toContain('Je veux rester &lt;b&gt;chez Zoé&lt;/b&gt;');
      for (const said of [
        'Ada Nord',
        'Sacha Nord',
        FAMILY_NAME,
        BY_SCHOOL,
        'Audience du 3 mars',
        'repere verify',
      ])
        expect(html(language)).toContain(said);
      expect(html(language)).not.toMatch(/<script|<img|href="(?!#)|tamper-proof|infalsifiable/);
    }
    expect(html('fr')).toContain('Ce qu’elle ne peut pas prouver');
    expect(html('en')).toContain('What it can’t prove');
  });

  it('shows the list in which the case was seen, and no other case of it', () => {
    const [it] = manifestOf(zip).cases;
    const accessLog = Buffer.from(
      unzipSync(zip)[`cases/${it?.alias ?? ''}/access-log.jsonl`] ?? [],
    ).toString();
    const lines = accessLog
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { openings: { path: string; value: string }[] });
    expect(lines).toHaveLength(1);
    expect(lines.flatMap(({ openings }) => openings)).toEqual([
      expect.objectContaining({ path: expect.stringMatching(/^shown\//), value: it?.alias }),
    ]);
  });

  it.each([
    ['dossier.fr.html', 'files'],
    ['dossier.en.pdf', 'files'],
    ['protocols/shared.json', 'files'],
    ['manifest.json', 'made'],
    ['proof/checkpoint.txt', 'signature'],
    ['proof/tree.bin', 'inclusion'],
  ])('with one letter of %s changed is tampered with: %s', (name, check) => {
    const files = unzipSync(zip);
    const bytes = Uint8Array.from(files[name] ?? []);
    const at =
      name === 'manifest.json' ? Buffer.from(bytes).indexOf('"files"') + 12 : Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) === 97 ? 98 : 97;
    const report = verified(zipSync({ ...files, [name]: bytes }));
    expect(report.verdict).toBe('tampered');
    expect(report.checks.find((it) => it.check === check)?.outcome).toBe('failed');
  });

  it('with one letter of an entry changed is tampered with, and the verifier says which', () => {
    const [it] = manifestOf(zip).cases;
    const name = `cases/${it?.alias ?? ''}/entries.jsonl`;
    const files = unzipSync(zip);
    const lines = Buffer.from(files[name] ?? [])
      .toString()
      .split('\n');
    const place = lines.findIndex((line) => line.includes('chez Zoé'));
    const leaf = (JSON.parse(lines[place] ?? '') as { leaf: number }).leaf;
    lines[place] = lines[place]?.replace('chez Zoé', 'chez Noé') ?? '';
    const report = verified(zipSync({ ...files, [name]: Buffer.from(lines.join('\n')) }));
    expect(report.verdict).toBe('tampered');
    expect(report.checks.find(({ check }) => check === 'openings')).toMatchObject({
      outcome: 'failed',
      leaf,
    });
  });

  it('without classes and a fact by name tells nothing of them anywhere, and is sound all the same', async () => {
    const redacted = await supervisor.made(file.id, {
      ...ALL,
      leaveOut: { classes: ['contact', 'identity', 'staff', 'narrative'], fields: ['bed'] },
    });
    for (const secret of [
      PHONE,
      BY_SCHOOL,
      FAMILY_NAME,
      'chez Zoé',
      'Ada Nord',
      'Sacha Nord',
      file.reference,
      file.child && 'calledName' in file.child ? file.child.calledName : '?',
    ])
      expect(texts(redacted)).not.toContain(secret);
    expect(texts(redacted)).not.toMatch(/"path":"values\/bed"/);
    const report = verified(redacted);
    expect(report.verdict).toBe('sound');
    expect(outcomes(report)).toMatchObject({ openings: 'ok', replay: 'not-possible' });
    // Who the child is and who others are go together.
    expect(manifestOf(redacted).redacted).toEqual([
      'identity',
      'people',
      'contact',
      'narrative',
      'staff',
      'bed',
    ]);
    expect(Buffer.from(unzipSync(redacted)['dossier.fr.html'] ?? []).toString()).toContain('non communiqué');
  });

  it('for an auditor holds neither contacts nor places', async () => {
    const auditor = await service.signIn({ roles: ['auditor'], name: 'Inès Audit' });
    await openMission(service, {
      team: 'North',
      supervisorId,
      auditorId: auditor.id,
      caseFileIds: [file.id],
    });
    const redacted = await new BundleClient(service, auditor.client).made(file.id);
    for (const secret of [PHONE, BY_SCHOOL]) {
      expect(texts(zip)).toContain(secret);
      expect(texts(redacted)).not.toContain(secret);
    }
    expect(texts(redacted)).not.toMatch(/"path":"values\/(bed|reach_by)"/);
    expect(texts(redacted)).toContain(FAMILY_NAME);
    expect(verified(redacted).verdict).toBe('sound');
  });

  it('is put together once more when somebody acts on the case just while it is entered', async () => {
    const gathering = service.app.get(GatherBundle);
    const gather = gathering.gather.bind(gathering);
    const spied = jest.spyOn(gathering, 'gather').mockImplementationOnce(async (...given) => {
      const gathered = await gather(...given);
      await worker.readCase(file.id);
      return gathered;
    });
    expect(verified(await supervisor.made(file.id)).verdict).toBe('sound');
    expect(spied).toHaveBeenCalledTimes(2);
    spied.mockRestore();
  });

  it('goes on behind what was entered when its process dies before the record is signed', async () => {
    const proofs = service.app.get(ProofsOfEntries);
    const wait = proofs.waitUntilSigned.bind(proofs);
    const spied = jest
      .spyOn(proofs, 'waitUntilSigned')
      .mockImplementationOnce(wait)
      .mockRejectedValueOnce(new Error('gone'));
    const { body } = await supervisor.order(file.id);
    await workOff(service);
    expect((await supervisor.readBundle(file.id, body.id)).body).toMatchObject({ state: 'signing' });
    spied.mockRestore();
    const [entered] = await service.query<{ seq: string }>(
      `UPDATE job SET run_at = now() WHERE subject = $1 RETURNING (SELECT made_seq FROM audit_bundle WHERE id = $1) AS seq`,
      [body.id],
    );
    await workOff(service);
    const [done] = await service.query<{ seq: string }>(
      `SELECT made_seq AS seq FROM audit_bundle WHERE id = $1 AND finished_at IS NOT NULL`,
      [body.id],
    );
    expect(done).toEqual(entered);
    expect(verified((await supervisor.downloadBundle(file.id, body.id)).content).verdict).toBe('sound');
  });

  it('proves that the record only grew since a checkpoint that was kept; one of another record is refused', async () => {
    const checkpoint = Buffer.from(unzipSync(zip)['proof/checkpoint.txt'] ?? []).toString();
    const later = await supervisor.made(file.id, { ...ALL, pinned: [checkpoint] });
    const report = verified(later, { checkpoint });
    expect([report.verdict, outcomes(report)['consistency']]).toEqual(['sound', 'ok']);
    const forged = checkpoint.replace(/\n[A-Za-z0-9+/]{43}=\n/, `\n${'A'.repeat(43)}=\n`);
    const refused = await supervisor.order<{ reasons: { code: string }[] }>(file.id, {
      ...ALL,
      pinned: [forged],
    });
    expect([refused.status, refused.body.reasons[0]?.code]).toEqual([422, 'other-record']);
    const none = await supervisor.order<{ reasons: { code: string }[] }>(file.id, {
      ...ALL,
      pinned: ['bonjour'],
    });
    expect([none.status, none.body.reasons[0]?.code]).toEqual([422, 'no-checkpoint']);
  });

  it('is kept for a week as ciphertext, and then no more; taking it is in the record', async () => {
    const { body } = await supervisor.order(file.id);
    expect((await supervisor.downloadBundle(file.id, body.id)).status).toBe(404);
    await workOff(service);
    expect((await supervisor.downloadBundle(file.id, body.id)).status).toBe(200);
    const [{ count }] = (await service.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ledger_event WHERE entry::json ->> 'type' = 'bundle.download' AND entry::json ->> 'outcome' = 'done'`,
    )) as [{ count: number }];
    expect(count).toBeGreaterThan(0);
    const [kept] = await service.query<{ content: Buffer }>(
      `SELECT content FROM audit_bundle_file WHERE bundle_id = $1`,
      [body.id],
    );
    expect(kept?.content.includes('PK\u0003\u0004')).toBe(false);
    await service.query(`UPDATE job SET run_at = now() WHERE kind = 'audit-bundle.expire' AND subject = $1`, [
      body.id,
    ]);
    await workOff(service);
    expect((await supervisor.downloadBundle(file.id, body.id)).status).toBe(404);
    expect((await supervisor.readBundle(file.id, body.id)).body).toMatchObject({ state: 'gone' });
  });

  it('goes with the case when that is erased', async () => {
    const short = await worker.opened();
    const { body } = await supervisor.order(short.id);
    await workOff(service);
    expect((await supervisor.downloadBundle(short.id, body.id)).status).toBe(200);
    await service.asSeed(({ manager }) =>
      manager.query(
        `UPDATE data_key SET wrapped = NULL, destroyed_at = now() WHERE id = (SELECT data_key_id FROM case_file WHERE id = $1)`,
        [short.id],
      ),
    );
    expect((await supervisor.downloadBundle(short.id, body.id)).status).toBe(404);
  });
});
