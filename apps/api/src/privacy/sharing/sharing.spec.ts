import { CaseClient } from '../../cases/testing/case-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { codesOf, PrivacyClient } from '../testing/privacy-client';
import type { RecordSharingDto } from './sharing.dto';

const told: RecordSharingDto = {
  on: '2025-03-03',
  ground: 'shared-secret',
  classes: ['health'],
  toWhom: 'Docteure Zurbaran',
  service: 'Centre de santé',
  isBound: true,
  what: 'Ses crises la nuit',
  why: 'Pour qu’elle soit soignée',
  child: { told: 'yes' },
  parents: { told: 'no', why: 'Impliqués' },
  how: 'spoken',
};

describe('what was shared of a case', () => {
  let service: TestService;
  let worker: SignedInClient;
  let client: PrivacyClient;
  let id: string;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    client = new PrivacyClient(worker.client);
    ({ id } = await new CaseClient(worker.client).opened());
  });
  afterAll(() => service.stop());

  const record = (change: Partial<RecordSharingDto> = {}, of = client) =>
    of.post<{ id: string }>(`/case-files/${id}/sharing`, { ...told, ...change });

  it('is a line of the case, on its stream, with its words under its key', async () => {
    expect((await record()).status).toBe(201);
    const { sharing } = await client.ofCase(id);
    expect(sharing).toEqual([
      expect.objectContaining({
        ground: 'shared-secret',
        classes: ['health'],
        content: expect.objectContaining({
          toWhom: 'Docteure Zurbaran',
          parents: { told: 'no', why: 'Impliqués' },
        }),
      }),
    ]);
    const [event] = await service.query<{ entry: string }>(
      `SELECT e.entry FROM sharing s JOIN ledger_event e ON e.seq = s.event_seq JOIN alias a ON a.subject = s.case_file_id::text
        WHERE e.entry::json ->> 'stream' = a.alias AND e.entry::json ->> 'type' = 'sharing.record'`,
    );
    expect(event).toBeDefined();
    const rows = await service.query(`SELECT * FROM sharing`);
    expect(JSON.stringify(rows)).not.toMatch(/Zurbaran|crises/);
  });

  it('needs a reason for whoever was not told first', async () => {
    const child = await record({ child: { told: 'no' } });
    expect([child.status, codesOf(child.body)]).toEqual([422, ['why-child-not-told']]);
    const parents = await record({ parents: { told: 'no' } });
    expect([parents.status, codesOf(parents.body)]).toEqual([422, ['why-parents-not-told']]);
  });

  it('is refused for a day to come, and for no day at all', async () => {
    expect(codesOf((await record({ on: '2999-01-01' })).body)).toEqual(['in-future']);
    for (const on of ['2025-02-30', '3 mars', '']) expect((await record({ on })).status).toBe(400);
  });

  it('is corrected by another line, once, and never changed', async () => {
    const { body } = await record();
    expect((await record({ corrects: body.id, what: 'Ses crises le matin' })).status).toBe(201);
    expect(codesOf((await record({ corrects: body.id })).body)).toEqual(['corrected-already']);
    const { sharing } = await client.ofCase(id);
    const corrected = sharing.find((it) => it.id === body.id);
    expect(corrected).toMatchObject({ content: { what: 'Ses crises la nuit' } });
    expect(sharing.find((it) => it.id === corrected?.correctedBy)).toMatchObject({ corrects: body.id });
    for (const sql of [`UPDATE sharing SET ground = 'other'`, `DELETE FROM sharing`])
      await expect(service.query(sql)).rejects.toThrow(/append-only/);
  });

  it('of what a reader may not see shows that it was, not what', async () => {
    const auditor = await service.signIn({ roles: ['auditor'] });
    const { openMission } = await import('../../audit/bundle/testing/open-mission');
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    await openMission(service, {
      team: 'North',
      supervisorId: supervisor.id,
      auditorId: auditor.id,
      caseFileIds: [id],
    });
    await record({ classes: ['places'], what: 'Le foyer des Glycines' });
    const seen = await new PrivacyClient(auditor.client).ofCase(id);
    expect(seen.sharing.find(({ classes }) => classes.includes('places'))).toMatchObject({
      content: { redacted: true, ask: 'supervisor' },
    });
    expect(JSON.stringify(seen)).not.toContain('Glycines');
    expect(JSON.stringify(seen)).toContain('Zurbaran');
    const before = await record({}, new PrivacyClient(auditor.client));
    expect(before.status).toBe(403);
  });
});
