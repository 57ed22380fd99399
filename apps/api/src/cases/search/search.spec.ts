import { randomUUID } from 'node:crypto';
import { signInAuditor } from '../../testing/cases/test-mission';
import { TestService } from '../../testing/test-service';
import { OpenCaseFileService } from '../opening/open-case-file.service';
import { atMoment } from '../testing/at-moment';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto, CaseFileSummaryDto } from '../page/case-file.dto';
import type { CaseFileSearchDto } from './search-cases.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { Page } from '../../platform/answers/page';

describe('searching cases', () => {
  let service: TestService;
  let worker: CaseClient;
  let workerId: string;
  let luz: CaseFileDto;
  const late = randomUUID();
  beforeAll(async () => {
    service = await TestService.start();
    const { client, id } = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    worker = new CaseClient(client);
    workerId = id;
    luz = await worker.opened({
      urgentDangerSeen: 'yes',
      child: { calledName: 'Luz Estrélla', familyName: 'de la Boussole', phones: ['07 01 02 03 04'] },
    });
    await atMoment(service, id, Date.now() - 9 * 86_400_000, () =>
      service.app.get(OpenCaseFileService).openCaseFile({
        id: late,
        child: { calledName: 'Boréal' },
        urgentDangerSeen: 'no',
        notDuplicates: [],
      }),
    );
  });
  afterAll(() => service.stop());

  const search = async (query: CaseFileSearchDto, http = worker.http): Promise<Page<CaseFileSummaryDto>> => {
    const { status, body } = await http.post<Page<CaseFileSummaryDto>>('/case-files/search', query);
    expect(status).toBe(200);
    return body;
  };
  const idsOf = ({ items }: Page<CaseFileSummaryDto>): readonly string[] => items.map(({ id }) => id);

  it.each([
    'luz',
    'lu',
    'ESTRELLA',
    'luz est',
    'est lu',
    'strella',
    'ouss',
    'bousole',
    '+33 7 01 02 03 04',
    '0701020304',
  ])('finds "%s"', async (text) => {
    expect(idsOf(await search({ text }))).toEqual([luz.id]);
  });

  it('finds by reference however it is typed', async () => {
    for (const text of [
      luz.reference,
      luz.reference.toLowerCase().replaceAll('-', ' '),
      luz.reference.replaceAll('-', ''),
    ])
      expect(idsOf(await search({ text }))).toEqual([luz.id]);
  });

  it.each(['luz martin', 'uz', 'strelle', 'x', '07 01 02 03 05'])('does not find "%s"', async (text) => {
    expect(idsOf(await search({ text }))).toEqual([]);
  });

  it('gives a line with what one needs to know', async () => {
    const { items } = await search({ text: 'luz' });
    expect(items).toEqual([
      {
        id: luz.id,
        reference: luz.reference,
        calledName: 'Luz Estrélla',
        age: { kind: 'unknown' },
        danger: null,
        isDangerSeen: true,
        victimStatus: null,
        lead: { id: workerId, name: 'Camille' },
        team: { id: expect.any(String), name: 'North' },
        openedAt: luz.openedAt,
        lateCount: 0,
        approvalCount: 0,
        nextDueAt: expect.any(String),
      },
    ]);
  });

  it('counts as late what is ours to do, and beside it what waits for a second person', async () => {
    const { id } = await worker.opened();
    const counted = async (of: string, waitsFor: string): Promise<unknown[]> => {
      await service.asSeed(async ({ manager }) => {
        await manager.query(`DELETE FROM deadline WHERE case_file_id = $1`, [id]);
        await manager.query(
          `INSERT INTO deadline (run_id, step, of, protocol, case_file_id, team_id, origin, owner, due_at, late_from, waits_for)
           SELECT r.id, 'status', $2, r.protocol, r.case_file_id, r.team_id, 'TOOL', 'ours', y.at, y.at, $3
             FROM run r, (SELECT now() - interval '1 day' AS at) AS y WHERE r.case_file_id = $1 LIMIT 1`,
          [id, of, waitsFor],
        );
      });
      const { items } = await search({ sort: 'recent', limit: 50 });
      const found = items.find((it) => it.id === id);
      const isFiltered = idsOf(await search({ late: true, limit: 50 })).includes(id);
      return [found?.lateCount, found?.approvalCount, isFiltered];
    };
    expect(await counted('step', 'doing')).toEqual([1, 0, true]);
    expect(await counted('step', 'opening')).toEqual([1, 0, true]);
    expect(await counted('approval', 'approval')).toEqual([0, 1, false]);
  });

  it('tells as next what somebody can do or a second person has to agree to, not a step that waits for it', async () => {
    const { id } = await worker.opened();
    const leaveOpen = (of: string, waitsFor: string): Promise<unknown> =>
      service.asSeed(async ({ manager }) => {
        await manager.query(`DELETE FROM deadline WHERE case_file_id = $1`, [id]);
        await manager.query(
          `INSERT INTO deadline (run_id, step, of, protocol, case_file_id, team_id, origin, owner, due_at, waits_for)
           SELECT r.id, 'status', $2, r.protocol, r.case_file_id, r.team_id, 'TOOL', 'ours', now() + interval '1 day', $3
             FROM run r WHERE r.case_file_id = $1 LIMIT 1`,
          [id, of, waitsFor],
        );
      });
    const next = async (): Promise<boolean> => {
      const { items } = await search({ sort: 'recent', limit: 50 });
      return items.find((it) => it.id === id)?.nextDueAt !== null;
    };
    const told: boolean[] = [];
    for (const [of, waitsFor] of [
      ['step', 'doing'],
      ['step', 'opening'],
      ['step', 'approval'],
      ['approval', 'doing'],
      ['approval', 'approval'],
    ] as const) {
      await leaveOpen(of, waitsFor);
      told.push(await next());
    }
    expect(told).toEqual([true, false, false, true, true]);
  });

  it('filters what is late, what is in danger, what is mine', async () => {
    expect(idsOf(await search({ late: true }))).toEqual([late]);
    expect((await search({ late: true })).items[0]?.lateCount).toBeGreaterThan(0);
    await worker.completed(luz.id, 'refuge', 'weigh', {
      values: { peril: 'immediate_grave' },
      reasons: ['threats'],
    });
    expect((await search({ danger: ['immediate_grave', 'danger'] })).items).toMatchObject([
      {
        id: luz.id,
        danger: { code: 'immediate_grave', label: { fr: 'grave', en: 'grave' }, isMarked: true },
      },
    ]);
    expect(idsOf(await search({ danger: ['none'] }))).toEqual([]);
    // What nobody has weighed is found as that, and beside what was.
    const toWeigh = idsOf(await search({ danger: ['to_weigh'], limit: 50 }));
    expect(toWeigh).toContain(late);
    expect(toWeigh).not.toContain(luz.id);
    expect(idsOf(await search({ danger: ['to_weigh', 'immediate_grave'], limit: 50 }))).toEqual(
      expect.arrayContaining([late, luz.id]),
    );
    const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    expect(idsOf(await search({ scope: 'mine' }, colleague.client))).toEqual([]);
    expect(idsOf(await search({ scope: 'mine' }))).toEqual(expect.arrayContaining([luz.id, late]));
  });

  it.each(['recent', 'due'] as const)('pages through all of them once, by %s', async (sort) => {
    const team = randomUUID();
    const client = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: [team] })).client);
    const opened: string[] = [];
    for (let i = 0; i < 7; i++) opened.push((await client.opened()).id);
    const seen: CaseFileSummaryDto[] = [];
    let cursor: string | undefined;
    do {
      const page: Page<CaseFileSummaryDto> = await search({ sort, limit: 3, cursor }, client.http);
      seen.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined && seen.length < 30);
    expect(seen.map(({ id }) => id).sort()).toEqual([...opened].sort());
    if (sort === 'recent') expect(seen.map(({ id }) => id)).toEqual(opened.reverse());
  });

  it('shows another team nothing, whatever it asks', async () => {
    const { client } = await service.signIn({
      roles: ['caseworker', 'supervisor', 'auditor'],
      teams: ['South'],
    });
    for (const query of [
      { text: 'luz' },
      { text: luz.reference },
      {},
      { late: true },
      { scope: 'mine' as const },
    ])
      expect(idsOf(await search(query, client))).toEqual([]);
  });

  it('shows an assessor only what they are assigned to', async () => {
    const assessor = await service.signIn({ roles: ['assessor'], teams: ['North'] });
    expect(idsOf(await search({}, assessor.client))).toEqual([]);
    await worker.sendAct(luz.id, `assignments/${assessor.id}`, undefined, { method: 'put' });
    expect(idsOf(await search({ text: 'luz' }, assessor.client))).toEqual([luz.id]);
  });

  it('is refused to those who see no case, and with anything odd in it', async () => {
    const administrator = await service.signIn({ roles: ['administrator'], teams: ['North'] });
    expect((await administrator.client.post('/case-files/search', {})).status).toBe(403);
    for (const [query, field] of [
      [{ text: 'x'.repeat(201) }, 'text'],
      [{ limit: 101 }, 'limit'],
      [{ sort: 'name' }, 'sort'],
      [{ cursor: 'x' }, 'cursor'],
      [{ name: 'luz' }, 'name'],
    ] as const) {
      const { status, body } = await worker.http.post<ProblemDto>('/case-files/search', query);
      expect([status, body.reasons?.[0]?.field]).toEqual([400, field]);
    }
  });

  it('finds by phone for those only who may see the phone', async () => {
    const sought = { text: '07 01 02 03 04', scope: 'team' } as const;
    const auditor = await signInAuditor(service, luz.id);
    expect(idsOf(await search({ text: 'luz', scope: 'team' }, auditor.client))).toEqual([luz.id]);
    expect(idsOf(await search(sought, auditor.client))).toEqual([]);
    const assessor = await service.signIn({ roles: ['assessor'], teams: ['North'] });
    await worker.sendAct(luz.id, `assignments/${assessor.id}`, undefined, { method: 'put' });
    expect(idsOf(await search(sought, assessor.client))).toEqual([luz.id]);
  });

  it('records which cases it showed', async () => {
    await search({ text: 'luz' });
    const [row] = await service.query<{ type: string }>(
      `SELECT e.entry::json ->> 'type' AS type FROM ledger_shown s JOIN ledger_event e ON e.seq = s.event_seq
        WHERE s.case_file_id = $1 ORDER BY e.seq DESC LIMIT 1`,
      [luz.id],
    );
    expect(row?.type).toBe('case-file.search');
  });
});
