import { randomUUID } from 'node:crypto';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { OpenCaseFileService } from '../opening/open-case-file.service';
import { atMoment } from '../testing/at-moment';
import { inventedName } from '../testing/case-client';
import type { NightHandOverDto } from './hand-over.dto';

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

describe('the hand-over for the night', () => {
  let service: TestService;
  let team: string;
  let worker: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    team = randomUUID();
    worker = await service.signIn({ roles: ['caseworker'], teams: [team], name: 'Camille' });
  });

  const told = async ({ client } = worker, query = ''): Promise<NightHandOverDto> =>
    (await client.get<NightHandOverDto>(`/hand-over${query}`)).body;
  const openedAgo = async (hours: number, urgentDangerSeen: 'yes' | 'no'): Promise<string> => {
    const id = randomUUID();
    await atMoment(service, worker.id, Date.now() - hours * HOUR, () =>
      service.app
        .get(OpenCaseFileService)
        .openCaseFile({ id, child: { calledName: inventedName() }, urgentDangerSeen, notDuplicates: [] }),
    );
    return id;
  };

  it('is empty where nothing is to be told', async () => {
    const { cases, onDuty, isTruncated, now, until } = await told();
    expect([cases, onDuty, isTruncated]).toEqual([[], [], false]);
    const night = Date.parse(until) - Date.parse(now);
    expect(night).toBeGreaterThan(8 * HOUR);
    expect(night).toBeLessThan(34 * HOUR);
  });

  it('tells each child once, what protects now first, and leaves to the day what is late by our own terms alone', async () => {
    const old = await openedAgo(72, 'no');
    const urgent = await openedAgo(1, 'yes');
    const { cases, scope } = await told();
    expect(scope).toBe('me');
    expect(cases[0]).toMatchObject({
      ...{ caseFileId: urgent, isUrgent: true, lead: 'Camille' },
      ...{ age: { kind: 'unknown' }, danger: null, isDangerSeen: true },
    });
    expect(cases[0]?.acts[0]).toMatchObject({ group: 'now', step: 'heal_first' });
    const ids = cases.map(({ caseFileId }) => caseFileId);
    expect(new Set(ids).size).toBe(ids.length);
    const late = cases.find(({ caseFileId }) => caseFileId === old)?.acts ?? [];
    expect(late.map(({ step }) => step)).not.toContain('arrive');
  });

  it('says who is on duty before the morning', async () => {
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: [team] });
    const night = await service.hire({ roles: ['caseworker'], teams: [team], name: 'Noé' });
    const { body } = await supervisor.client.get<{ teams: { id: string }[] }>('/cover');
    const put = (from: string, until: string) =>
      supervisor.client.post(
        '/duties',
        { teamId: body.teams[0]?.id, accountId: night.id, from, until },
        { 'Idempotency-Key': randomUUID() },
      );
    expect((await put(inHours(-1), inHours(1))).status).toBe(201);
    expect((await put(inHours(24 * 7), inHours(24 * 8))).status).toBe(201);
    expect((await told()).onDuty.map(({ account }) => account.name)).toEqual(['Noé']);
  });

  it('names the lines that answer at night where the team works, and no other', async () => {
    const administrator = await service.signIn({ roles: ['administrator'] });
    const phones = ['01 99 00 12 05'];
    const { territory } =
      (await service.query<{ territory: string }>(`SELECT territory FROM team WHERE name = $1`, [team]))[0] ??
      {};
    const elsewhere = territory === '75' ? '13' : '75';
    for (const [where, kind, name] of [
      [territory, 'duty-line', 'Permanence fictive'],
      [elsewhere, 'duty-line', 'Permanence d’ailleurs'],
      [territory, 'duty-prosecutor', 'Parquet fictif'],
    ])
      expect(
        (
          await administrator.client.post(
            '/on-call-contacts',
            { territory: where, kind, name, phones, hours: null },
            { 'Idempotency-Key': randomUUID() },
          )
        ).status,
      ).toBe(201);
    expect((await told()).dutyLines).toEqual([
      { territory: expect.any(String), name: 'Permanence fictive', phones },
    ]);
  });

  it('of the team is the team’s; a stranger is told nothing of it, who keeps no cases is refused', async () => {
    const id = await openedAgo(1, 'yes');
    const colleague = await service.signIn({ roles: ['caseworker'], teams: [team] });
    const stranger = await service.signIn({ roles: ['caseworker', 'supervisor'], teams: [randomUUID()] });
    const idsOf = async (who: SignedInClient) =>
      (await told(who, '?scope=team')).cases.map(({ caseFileId }) => caseFileId);
    expect(await idsOf(colleague)).toContain(id);
    expect(await idsOf(stranger)).toEqual([]);
    const administrator = await service.signIn({ roles: ['administrator'], teams: [team] });
    expect((await administrator.client.get('/hand-over')).status).toBe(403);
    expect((await worker.client.get('/hand-over?scope=all')).status).toBe(400);
  });

  it('records which cases it showed, and only those', async () => {
    const urgent = await openedAgo(1, 'yes');
    await told();
    const rows = await service.query<{ id: string }>(
      `SELECT s.case_file_id AS id FROM ledger_shown s JOIN ledger_event e ON e.seq = s.event_seq
        WHERE e.entry::json ->> 'type' = 'hand-over.read' AND s.case_file_id = $1`,
      [urgent],
    );
    expect(rows).toHaveLength(1);
  });
});
