import { randomUUID } from 'node:crypto';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { CoverDto } from './cover.dto';
import type { CaseAccessDto } from '../grants/case-access.dto';
import type { Page } from '../../platform/answers/page';

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const key = () => ({ 'Idempotency-Key': randomUUID() });

describe('a substitution for somebody who works in two teams', () => {
  let service: TestService;
  let supervisor: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start();
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
  });
  afterAll(() => service.stop());

  const plan = ({ client }: SignedInClient, leave: object) =>
    client.post('/substitutions', { ...leave, from: inDays(-1), until: inDays(1) }, key());
  const reads = async ({ client }: SignedInClient, id: string): Promise<number> =>
    (await client.get(`/case-files/${id}`)).status;
  const moveTo = (accountId: string, ...teams: string[]): Promise<unknown> =>
    service.asSeed(async ({ manager }) => {
      await manager.query('DELETE FROM team_member WHERE account_id = $1', [accountId]);
      await manager.query(
        'INSERT INTO team_member (team_id, account_id) SELECT id, $1 FROM team WHERE name = ANY ($2::text[])',
        [accountId, teams],
      );
    });
  const cover = async ({ client }: SignedInClient): Promise<CoverDto> =>
    (await client.get<CoverDto>('/cover')).body;

  it('carries the cases of the planner’s teams; whoever plans for the other is told that its lead is away', async () => {
    const absent = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Ana' });
    const mine = await new CaseClient(absent.client).opened();
    const west = await service.signIn({ roles: ['supervisor'], teams: ['West'] });
    await moveTo(absent.id, 'West');
    const theirs = await new CaseClient(absent.client).opened();
    await moveTo(absent.id, 'North', 'West');
    // Who plans for North sees nothing of West, and opens nothing of it to anybody.
    expect([await reads(supervisor, mine.id), await reads(supervisor, theirs.id)]).toEqual([200, 404]);
    const substitute = await service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Odile' });
    const leave = { absentId: absent.id, substituteId: substitute.id };
    expect((await plan(supervisor, leave)).status).toBe(201);
    expect([await reads(substitute, mine.id), await reads(substitute, theirs.id)]).toEqual([200, 404]);
    const { body } = await substitute.client.post<Page<{ id: string }>>('/case-files/search', {
      scope: 'team',
      text: '',
    });
    const listed = body.items.map(({ id }) => id);
    expect([listed.includes(mine.id), listed.includes(theirs.id)]).toEqual([true, false]);
    const { people } = (await west.client.get<CaseAccessDto>(`/case-files/${theirs.id}/access`)).body;
    expect(JSON.stringify(people)).not.toContain('Odile');
    // The child of West is not left alone: whoever plans there is told that its lead is away.
    const waits = { caseFileId: theirs.id, lead: 'Ana', why: 'away' };
    expect((await cover(west)).uncovered).toContainEqual(expect.objectContaining(waits));
    expect((await cover(west)).substitutions).toContainEqual(expect.objectContaining({ teams: ['North'] }));
    expect((await cover(supervisor)).uncovered.map(({ caseFileId }) => caseFileId)).not.toContain(mine.id);
    expect((await plan(west, leave)).status).toBe(201);
    expect(await reads(substitute, theirs.id)).toBe(200);
    expect((await cover(west)).uncovered.map(({ caseFileId }) => caseFileId)).not.toContain(theirs.id);
  });

  it('carries the same of cases that the absent person works on and does not lead', async () => {
    const absent = await service.hire({ roles: ['caseworker'], teams: ['North', 'West'] });
    const west = await service.signIn({ roles: ['caseworker'], teams: ['West'] });
    const north = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const [mine, theirs] = [
      await new CaseClient(north.client).opened(),
      await new CaseClient(west.client).opened(),
    ];
    for (const [by, { id }] of [
      [north, mine],
      [west, theirs],
    ] as const) {
      const done = await by.client.put(`/case-files/${id}/assignments/${absent.id}`, {}, key());
      expect(done.status).toBeLessThan(300);
    }
    const substitute = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const leave = { absentId: absent.id, substituteId: substitute.id };
    expect((await plan(supervisor, leave)).status).toBe(201);
    expect([await reads(substitute, mine.id), await reads(substitute, theirs.id)]).toEqual([200, 404]);
  });
});
