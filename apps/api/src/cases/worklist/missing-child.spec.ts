import { randomUUID } from 'node:crypto';
import { Acting } from '../acts/acting';
import { CaseReader } from '../reading/case-reader';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { OpenCaseFileService } from '../opening/open-case-file.service';
import { atMoment } from '../testing/at-moment';
import { CaseClient, inventedName, stepOf } from '../testing/case-client';
import type { WorklistDto } from './worklist.dto';
import type { BoardCaseDto, TeamBoardDto } from '../../audit/board/board.dto';
import type { Page } from '../../platform/page';

const DAY = 86_400_000;

describe('a child who has been missing for 58 days', () => {
  let service: TestService;
  let account: SignedInClient;
  let supervisor: SignedInClient;
  let worker: CaseClient;
  const id = randomUUID();
  beforeAll(async () => {
    service = await TestService.start();
    account = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' });
    worker = new CaseClient(account.client);
    await atMoment(service, account.id, Date.now() - 58 * DAY, () =>
      service.app
        .get(OpenCaseFileService)
        .open({ id, child: { calledName: inventedName() }, urgentDangerSeen: 'yes', notDuplicates: [] }),
    );
    await atMoment(service, account.id, Date.now() - 58 * DAY + 60_000, async () => {
      const file = await service.app.get(CaseReader).lock(id);
      return service.app
        .get(Acting)
        .act(file, { kind: 'record-facts', values: { missing: 'yes' }, note: 'Pas là.' });
    });
  });
  afterAll(() => service.stop());

  const steps = async (): Promise<readonly (string | null)[]> => {
    const { body } = await worker.http.get<WorklistDto>('/worklist');
    return body.items.map(({ step }) => step);
  };
  const tried = (at: string) =>
    worker.completed(id, 'missing-child', 'line_open', {
      values: {},
      row: { id: randomUUID(), values: { tried_on: at, way: 'outreach', news: 'silence' } },
    });

  it('stands in the list with the duties of the search, and with nothing that needs the child', async () => {
    const listed = await steps();
    expect(listed).toEqual(
      expect.arrayContaining(['report', 'line_open', 'monthly_search', 'ask_prosecutor']),
    );
    for (const step of ['health_clock', 'pep', 'safety_plan', 'contact']) expect(listed).not.toContain(step);
    const file = await worker.read(id);
    expect(stepOf(file, 'protection', 'health_clock')).toMatchObject({
      suspendedBy: { step: 'came_back' },
      deadline: null,
    });
  });

  it('asks the next day again for what was done today', async () => {
    await tried(new Date().toISOString().slice(0, 10));
    expect(stepOf(await worker.read(id), 'missing-child', 'line_open')).toMatchObject({
      state: 'done',
      deadline: { metAt: null, lastDoneAt: expect.any(Number) },
    });
    expect(await steps()).toContain('line_open');
  });

  it('is a figure of the board, which leads to the case', async () => {
    const { body } = await supervisor.client.get<TeamBoardDto>('/team-board');
    expect(body.figures.missing).toBe(1);
    const cases = await supervisor.client.get<Page<BoardCaseDto>>('/team-board/missing');
    expect(cases.body.items.map((it) => it.case.id)).toEqual([id]);
  });

  it('once back has health first, due at once', async () => {
    await worker.completed(id, 'missing-child', 'came_back', {
      values: { found_how: 'came_back', missing: 'no', seen_in_person: 'yes' },
    });
    const listed = await steps();
    expect(listed).toEqual(expect.arrayContaining(['health_clock', 'welcome', 'return_notice']));
    expect(listed).not.toContain('line_open');
    const deadline = stepOf(await worker.read(id), 'missing-child', 'health_clock').deadline;
    expect(deadline).toMatchObject({ atOnce: true, origin: 'MEDICAL' });
    expect(Date.now() - (deadline?.dueAt ?? 0)).toBeLessThan(DAY);
    const { body } = await supervisor.client.get<TeamBoardDto>('/team-board');
    expect(body.figures.missing).toBe(0);
  });
});
