import { randomUUID } from 'node:crypto';
import { FIRST_ACT_DELAYS } from '@repere/audit';
import { OpenCaseFileService } from '../../../cases/opening/open-case-file.service';
import { atMoment } from '../../../cases/testing/at-moment';
import { CaseClient, inventedName } from '../../../cases/testing/case-client';
import { type SignedInClient, TestService } from '../../../testing/test-service';
import type { BoardCasePageDto } from '../board.dto';
import type { BoardTrendsDto } from './trends.dto';
import { mondaysUntil } from './weeks';

const DAY = 86_400_000;

describe('weeks of a place', () => {
  it('begin on Monday at its midnight, over a change of clocks as well', () => {
    const wednesday = Date.parse('2026-04-01T10:00:00Z');
    expect(mondaysUntil(wednesday, 'Europe/Paris', 2).map((at) => new Date(at).toISOString())).toEqual([
      '2026-03-22T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
    const sunday = Date.parse('2026-03-29T21:30:00Z');
    expect(mondaysUntil(sunday, 'Europe/Paris', 1)).toEqual([Date.parse('2026-03-22T23:00:00Z')]);
  });
});

describe('trends of a team', () => {
  let service: TestService;
  let worker: CaseClient;
  let workerId: string;
  let supervisor: SignedInClient;
  let old: string;
  let sheltered: string;
  beforeAll(async () => {
    service = await TestService.start();
    const signedIn = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    worker = new CaseClient(signedIn.client);
    workerId = signedIn.id;
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    old = randomUUID();
    await atMoment(service, workerId, Date.now() - 20 * DAY, () =>
      service.app.get(OpenCaseFileService).openCaseFile({
        ...{ id: old, child: { calledName: inventedName() } },
        ...{ urgentDangerSeen: 'yes', notDuplicates: [] },
      }),
    );
    sheltered = (await worker.opened({ urgentDangerSeen: 'yes' })).id;
    await worker.completed(sheltered, 'refuge', 'plan_night', { values: { bed: 'yes' } });
  });
  afterAll(() => service.stop());

  const trends = async (by = supervisor) => (await by.client.get<BoardTrendsDto>('/team-trends')).body;
  const behind = async (query: string): Promise<string[]> => {
    const { status, body } = await supervisor.client.get<BoardCasePageDto>(`/team-trends/cases?${query}`);
    expect([query, status]).toEqual([query, 200]);
    return body.items.map((it) => it.case.id);
  };

  it('each bar is the number of the cases behind it', async () => {
    const { weeks, firstAct } = await trends();
    expect(weeks.map(({ weeksAgo }) => weeksAgo)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    for (const { weeksAgo, late } of weeks)
      for (const { origin, cases } of late) {
        const found = await behind(`of=late-week&weeksAgo=${String(weeksAgo)}&origin=${origin}`);
        expect([weeksAgo, origin, found.length]).toEqual([weeksAgo, origin, cases]);
      }
    expect(weeks.flatMap(({ late }) => late).some(({ cases }) => cases > 0)).toBe(true);
    for (const { delay, cases } of firstAct)
      expect([delay, (await behind(`of=first-act&delay=${delay}`)).length]).toEqual([delay, cases]);
    expect(firstAct.map(({ delay }) => delay)).toEqual([...FIRST_ACT_DELAYS]);
  });

  it('a child who was sheltered the same day is told so; one for whom nothing was done yet, too', async () => {
    expect(await behind('of=first-act&delay=day')).toEqual([sheltered]);
    expect(await behind('of=first-act&delay=none')).toEqual([old]);
    expect(await behind('of=late-week')).toEqual([old]);
  });

  it('are those of the reader’s own team, and refused to who answers for none', async () => {
    const other = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    expect((await trends(other)).firstAct.every(({ cases }) => cases === 0)).toBe(true);
    const caseworker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    expect((await caseworker.client.get('/team-trends')).status).toBe(403);
    expect((await caseworker.client.get('/team-trends/cases?of=first-act')).status).toBe(403);
    for (const query of ['of=luck', 'of=late-week&weeksAgo=9', 'of=late-week&origin=WHIM', ''])
      expect((await supervisor.client.get(`/team-trends/cases?${query}`)).status).toBe(400);
  });
});
