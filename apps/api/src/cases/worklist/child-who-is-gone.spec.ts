import { randomUUID } from 'node:crypto';
import { CaseCommandHandler } from '../acts/case-command-handler';
import { CaseReader } from '../reading/case-reader';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { OpenCaseFileService } from '../opening/open-case-file.service';
import { atMoment } from '../testing/at-moment';
import { CaseClient, inventedName, stepOf } from '../testing/case-client';
import type { WorklistDto } from './worklist.dto';
import type { BoardCaseDto, TeamBoardDto } from '../../audit/board/board.dto';
import type { Page } from '../../platform/answers/page';

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
      service.app.get(OpenCaseFileService).openCaseFile({
        id,
        child: { calledName: inventedName() },
        urgentDangerSeen: 'yes',
        notDuplicates: [],
      }),
    );
    await atMoment(service, account.id, Date.now() - 58 * DAY + 60_000, async () => {
      const file = await service.app.get(CaseReader).lockFor(id, 'protect');
      return service.app
        .get(CaseCommandHandler)
        .handleCommand(file, { kind: 'record-facts', values: { gone: 'yes' }, note: 'Pas là.' });
    });
  });
  afterAll(() => service.stop());

  const steps = async (): Promise<readonly (string | null)[]> => {
    const { body } = await worker.http.get<WorklistDto>('/worklist');
    return body.items.map(({ step }) => step);
  };
  const tried = (at: string) =>
    worker.completed(id, 'search', 'call_daily', {
      values: {},
      row: { id: randomUUID(), values: { called_on: at, news: 'silence' } },
    });

  it('stands in the list with the duties of the search, and with nothing that needs the child', async () => {
    const listed = await steps();
    expect(listed).toEqual(expect.arrayContaining(['tell_police', 'call_daily']));
    for (const step of ['heal_first', 'remedy', 'plan_night', 'find_contact'])
      expect(listed).not.toContain(step);
    const file = await worker.readCase(id);
    expect(stepOf(file, 'refuge', 'heal_first')).toMatchObject({
      suspendedBy: { step: 'returned' },
      deadline: null,
    });
  });

  it('asks the next day again for what was done today', async () => {
    await tried(new Date().toISOString().slice(0, 10));
    expect(stepOf(await worker.readCase(id), 'search', 'call_daily')).toMatchObject({
      state: 'done',
      deadline: { metAt: null, lastDoneAt: expect.any(Number) },
    });
    expect(await steps()).toContain('call_daily');
  });

  it('is a figure of the board, which leads to the case', async () => {
    const { body } = await supervisor.client.get<TeamBoardDto>('/team-board');
    expect(body.figures.missing).toBe(1);
    const cases = await supervisor.client.get<Page<BoardCaseDto>>('/team-board/missing');
    expect(cases.body.items.map((it) => it.case.id)).toEqual([id]);
  });

  it('once back has health first, due at once', async () => {
    await worker.completed(id, 'search', 'returned', {
      values: { gone: 'no', seen: 'yes' },
    });
    const listed = await steps();
    expect(listed).toEqual(expect.arrayContaining(['heal_first', 'heal_again']));
    expect(listed).not.toContain('call_daily');
    const deadline = stepOf(await worker.readCase(id), 'search', 'heal_again').deadline;
    expect(deadline).toMatchObject({ atOnce: true, origin: 'MEDICAL' });
    expect(Date.now() - (deadline?.dueAt ?? 0)).toBeLessThan(DAY);
    const { body } = await supervisor.client.get<TeamBoardDto>('/team-board');
    expect(body.figures.missing).toBe(0);
  });
});
