import type { Manifest } from '@repere/audit';
import { unzipSync } from 'fflate';
import { randomUUID } from 'node:crypto';
import { accountActor } from '../../platform/unit/account-actor';
import { enterFound } from '../../platform/unit/enter';
import { CaseClient } from '../../cases/testing/case-client';
import { Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { TestService } from '../../testing/test-service';
import { BundlePage } from './ordering/bundle-page.service';
import { BundleSeal } from './packing/bundle-seal';
import { OrderBundle } from './ordering/order-bundle.service';
import { ALL, outcomes, verified, workOff } from './testing/bundle-client';
import { openMission } from './testing/open-mission';
import type { CaseFileDto } from '../../cases/page/case-file.dto';

const SAID = 'Une phrase que plus personne ne lira';

describe('a bundle of a mission', () => {
  let service: TestService;
  let kept: CaseFileDto;
  let second: CaseFileDto;
  let erased: CaseFileDto;
  let auditorId: string;
  let missionId: string;
  beforeAll(async () => {
    service = await TestService.start({ keepsRecord: true });
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const worker = new CaseClient(client);
    kept = await worker.opened({ urgentDangerSeen: 'yes' });
    second = await worker.opened();
    erased = await worker.opened({ urgentDangerSeen: 'yes' });
    await worker.sendAct(erased.id, 'notes', { note: SAID });
    const { client: lists, id: supervisorId } = await service.signIn({
      roles: ['supervisor'],
      teams: ['North'],
    });
    await lists.post('/case-files/search', {});
    ({ id: auditorId } = await service.hire({ roles: ['auditor'] }));
    missionId = await openMission(service, {
      team: 'North',
      supervisorId,
      auditorId,
      caseFileIds: [kept.id, second.id, erased.id],
    });
    await service.asSeed(async ({ manager }) => {
      await manager.query(
        `UPDATE data_key SET wrapped = NULL, destroyed_at = now() WHERE id = (SELECT data_key_id FROM case_file WHERE id = $1)`,
        [erased.id],
      );
      await manager.query(`UPDATE case_file SET erased_at = now() WHERE id = $1`, [erased.id]);
    });
    await service.query(`DELETE FROM alias WHERE subject = $1`, [erased.id]);
  });
  afterAll(() => service.stop());

  const asAuditor = async <T>(work: () => Promise<T>): Promise<T> => {
    const space = await service.app.get(Spaces).findSpace(null);
    if (!space) throw new Error('no space');
    return service.app.get(UnitOfWork).runAct(
      {
        space,
        correlation: randomUUID(),
        enter: enterFound((manager) => accountActor(manager, auditorId)),
      },
      { type: 'mission.read', purpose: 'audit', idempotent: false },
      work,
    );
  };
  const made = async (): Promise<Buffer> => {
    const id = await asAuditor(() =>
      service.app
        .get(OrderBundle)
        .order({ kind: 'mission', missionId, reference: 'M-2025-1', caseFileIds: [kept.id, erased.id] }, ALL),
    );
    await workOff(service);
    return (await asAuditor(() => service.app.get(BundlePage).download(id, { missionId }))).zip;
  };

  it('holds every case; of the erased one what happened and that somebody saw it, never what was said', async () => {
    const zip = await made();
    const files = unzipSync(zip);
    const { cases, mission } = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as Manifest;
    expect(cases).toHaveLength(2);
    expect(files[`missions/${mission ?? ''}/entries.jsonl`]).toBeDefined();
    const report = verified(zip);
    expect(report.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect([report.verdict, outcomes(report)['replay']]).toEqual(['sound', 'not-possible']);
    expect(JSON.stringify(report.limits)).toMatch(/erased/);
    const alias = cases[1]?.alias ?? '';
    const entries = Buffer.from(files[`cases/${alias}/entries.jsonl`] ?? []).toString();
    expect(entries).toContain('journal.note-added');
    expect(
      entries
        .split('\n')
        .filter(Boolean)
        .every((line) => !('openings' in (JSON.parse(line) as object))),
    ).toBe(true);
    expect(Buffer.from(files[`cases/${alias}/access-log.jsonl`] ?? []).toString()).toContain(alias);
    for (const content of Object.values(files)) expect(Buffer.from(content).includes(SAID)).toBe(false);
    expect(Buffer.from(files['dossier.fr.html'] ?? []).toString()).toContain('Ce dossier a été effacé');
  });

  it('opens no more once any one of its cases is erased', async () => {
    const place = { table: 'audit_bundle_file', column: 'content', row: randomUUID() };
    const seal = service.app.get(BundleSeal);
    const sealed = await asAuditor(() => seal.seal(place, [kept.id, second.id], Buffer.from(SAID)));
    expect((await asAuditor(() => seal.openBundle(place, sealed)))?.toString()).toBe(SAID);
    for (const { id } of [kept, second]) {
      const takenBack = new Error('taken back');
      const opening = service.asSeed(async ({ manager }) => {
        await manager.query(
          `UPDATE data_key SET wrapped = NULL, destroyed_at = now() WHERE id = (SELECT data_key_id FROM case_file WHERE id = $1)`,
          [id],
        );
        expect(await seal.openBundle(place, sealed)).toBeNull();
        throw takenBack;
      });
      await expect(opening).rejects.toBe(takenBack);
    }
  });
});
