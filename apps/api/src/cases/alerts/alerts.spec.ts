import { randomUUID } from 'node:crypto';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { Answer } from '../../testing/accounts/test-client';
import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import { RebuildProjectionsService } from '../upkeep/rebuild-projections.service';
import type { CaseFileDto } from '../page/case-file.dto';
import type { AlertItemDto } from './alerts.dto';
import type { Page } from '../../platform/answers/page';

describe('what supervisors must know', () => {
  let service: TestService;
  let worker: CaseClient;
  let supervisor: CaseClient;
  let southern: CaseClient;
  let supervisorId: string;
  beforeAll(async () => {
    service = await TestService.start();
    const clientOf = async (role: 'caseworker' | 'supervisor', team: string) =>
      service.signIn({ roles: [role], teams: [team] });
    worker = new CaseClient((await clientOf('caseworker', 'North')).client);
    const north = await clientOf('supervisor', 'North');
    supervisorId = north.id;
    supervisor = new CaseClient(north.client);
    southern = new CaseClient((await clientOf('supervisor', 'South')).client);
  });
  afterAll(() => service.stop());

  /** Another authority imposed this place. */
  const imposed = async (bed_kind: string): Promise<CaseFileDto> => {
    const file = await worker.opened({ urgentDangerSeen: 'yes' });
    await worker.completed(file.id, 'refuge', 'plan_night', {
      values: { bed: 'no', bed_given: 'yes' },
    });
    await worker.completed(file.id, 'refuge', 'lodged_by_others', {
      values: { bed_kind, given_by: 'police' },
      by: [{ role: 'OPJ' }],
    });
    return file;
  };
  const list = (who: CaseClient, cursor?: string): Promise<Answer<Page<AlertItemDto>>> =>
    who.http.get<Page<AlertItemDto>>(`/alerts${cursor === undefined ? '' : `?cursor=${cursor}`}`);
  const alertsOf = async (who: CaseClient, caseFileId: string): Promise<readonly AlertItemDto[]> =>
    (await list(who)).body.items.filter((it) => it.caseFileId === caseFileId);
  const alertOf = async (file: CaseFileDto): Promise<AlertItemDto> => {
    const [alert] = await alertsOf(supervisor, file.id);
    if (!alert) throw new Error('no alert');
    return alert;
  };
  const see = (who: CaseClient, caseFileId: string, alertId: string, key: string = randomUUID()) =>
    who.http.put<object>(`/case-files/${caseFileId}/seen-alerts/${alertId}`, {}, { 'Idempotency-Key': key });

  it('a tent that another authority imposed is told to the supervisor of the team, to nobody else', async () => {
    const file = await imposed('tent');
    expect(await alertsOf(supervisor, file.id)).toMatchObject([
      {
        reference: file.reference,
        calledName: 'redacted' in file.child ? '' : file.child.calledName,
        step: 'lodged_by_others',
        kind: 'rights-incident',
        text: { fr: expect.stringContaining('tente') },
      },
    ]);
    expect(await list(southern)).toMatchObject({ status: 200, body: { items: [], next: null } });
    expect((await list(worker)).status).toBe(403);
  });

  it('a place that hurts no right is told to nobody', async () => {
    const file = await imposed('home');
    expect(await alertsOf(supervisor, file.id)).toEqual([]);
  });

  it('goes when the entry is corrected, and comes when a correction brings it', async () => {
    const file = await imposed('tent');
    const { entryId } = await alertOf(file);
    const amend = async (bed_kind: string): Promise<number> => {
      const body = { entryId, values: { bed_kind }, why: 'Mal noté' };
      return (await worker.step(file.id, 'refuge', 'lodged_by_others', 'amend', body)).status;
    };
    expect(await amend('home')).toBe(200);
    expect(await alertsOf(supervisor, file.id)).toEqual([]);
    expect(await amend('shed')).toBe(200);
    expect(await alertsOf(supervisor, file.id)).toHaveLength(1);
  });

  it('the list is recorded with the cases that it showed', async () => {
    const file = await imposed('tent');
    await list(supervisor);
    const [row] = await service.query<{ type: string }>(
      `SELECT e.entry::json ->> 'type' AS type FROM ledger_shown s JOIN ledger_event e ON e.seq = s.event_seq
        WHERE s.case_file_id = $1 ORDER BY e.seq DESC LIMIT 1`,
      [file.id],
    );
    expect(row?.type).toBe('alert.list');
  });

  it('seen, it leaves the list; who and when is kept, and the act is in the record', async () => {
    const file = await imposed('tent');
    const { id } = await alertOf(file);
    const kept = () =>
      service.query<{ seen_by: string; seen_at: Date }>(
        `SELECT seen_by, seen_at FROM alert_seen WHERE alert_id = $1`,
        [id],
      );
    expect(await kept()).toEqual([]);
    const key = randomUUID();
    expect((await see(supervisor, file.id, id, key)).status).toBe(204);
    const first = await kept();
    expect(first).toEqual([{ seen_by: supervisorId, seen_at: expect.any(Date) }]);
    expect(await alertsOf(supervisor, file.id)).toEqual([]);
    const events = await service.query(
      `SELECT 1 FROM ledger_event WHERE entry::json ->> 'type' = 'alert.seen'`,
    );
    expect(events).toHaveLength(1);
    // Pressed again, by the same hand or with another key: who saw it first stays.
    expect((await see(supervisor, file.id, id, key)).status).toBe(204);
    expect((await see(supervisor, file.id, id)).status).toBe(204);
    expect(await kept()).toEqual(first);
    // The case keeps its deviation.
    expect((await worker.readCase(file.id)).state.deviations.map(({ kind }) => kind)).toContain(
      'rights-incident',
    );
  });

  it('neither the caseworker nor another team’s supervisor takes it off the list', async () => {
    const file = await imposed('tent');
    const { id } = await alertOf(file);
    expect((await see(worker, file.id, id)).status).toBe(403);
    expect((await see(southern, file.id, id)).status).toBe(404);
    expect(await alertsOf(supervisor, file.id)).toHaveLength(1);
  });

  it('an alert of another case, or none, is not there', async () => {
    const [file, other] = [await imposed('tent'), await imposed('tent')];
    const { id } = await alertOf(other);
    for (const unknown of [id, randomUUID(), 'x'])
      expect((await see(supervisor, file.id, unknown)).status).toBe(404);
    expect((await see(supervisor, other.id, id)).status).toBe(204);
  });

  it('goes on after twenty, newest first, each once', async () => {
    await Promise.all(Array.from({ length: 21 }, () => imposed('tent')));
    const first = await list(supervisor);
    expect(first.body.items).toHaveLength(20);
    const second = await list(supervisor, first.body.next ?? '');
    const all = [...first.body.items, ...second.body.items];
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(20);
    expect((await list(supervisor, 'x')).status).toBe(400);
  });

  it('rebuilt, alerts are the same, and what was seen stays seen', async () => {
    const [seen, open] = [await imposed('tent'), await imposed('tent')];
    await see(supervisor, seen.id, (await alertOf(seen)).id);
    const before = await alertsOf(supervisor, open.id);
    await service.asSuperuser(async (client) => {
      await client.query(`SET session_replication_role = replica; DELETE FROM alert`);
    });
    expect(await alertsOf(supervisor, open.id)).toEqual([]);
    await rebuild(service);
    expect(await alertsOf(supervisor, open.id)).toEqual(before);
    expect(await alertsOf(supervisor, seen.id)).toEqual([]);
  });
});

async function rebuild(service: TestService): Promise<void> {
  const space: Space | null = await service.app.get(Spaces).findSpace(null);
  if (!space) throw new Error('no space');
  const act = { type: 'projections.rebuild', purpose: 'maintenance', idempotent: false } as const;
  let after: string | null = null;
  do {
    const from: string | null = after;
    after = await service.app
      .get(UnitOfWork)
      .runAs('system:rebuild', { space, correlation: randomUUID() }, act, () =>
        service.app.get(RebuildProjectionsService).rebuild(from),
      );
  } while (after !== null);
}
