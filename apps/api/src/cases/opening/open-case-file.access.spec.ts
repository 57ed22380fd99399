import type { AccountRole } from '@repere/access';
import type { Answer } from '../../testing/accounts/test-client';
import { TestService } from '../../testing/test-service';
import { SEARCH_MS } from '../duplicates/constant-time';
import { InsertCaseFile } from './insert-case-file';
import { CaseClient, inventedName } from '../testing/case-client';
import type { CaseFileDto } from '../page/case-file.dto';
import type { DuplicateTaskDto } from '../duplicates/duplicate-tasks.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { Page } from '../../platform/answers/page';

describe('who may open a case', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());

  const clientOf = async (roles: readonly AccountRole[], team = 'North'): Promise<CaseClient> =>
    new CaseClient((await service.signIn({ roles, teams: [team] })).client);

  it.each<AccountRole>(['caseworker', 'ase-referent', 'supervisor'])('%s may', async (role) => {
    expect((await (await clientOf([role])).openCase()).status).toBe(201);
  });

  it.each<AccountRole>(['assessor', 'auditor', 'trainer', 'protocol-editor', 'administrator'])(
    '%s may not, nor look for look-alikes',
    async (role) => {
      const client = await clientOf([role]);
      expect((await client.openCase()).status).toBe(403);
      const { status } = await client.http.post('/case-files/duplicates', { child: { calledName: 'Nil' } });
      expect(status).toBe(403);
    },
  );

  it('never fails because another case drew the same reference; an id that is taken is refused', async () => {
    const north = await clientOf(['caseworker']);
    const south = await clientOf(['caseworker'], 'South');
    const { reference, id } = await north.opened();
    const draws = jest.spyOn(service.app.get(InsertCaseFile), 'drawReference');
    draws.mockReturnValueOnce(reference).mockReturnValueOnce(reference);
    const opened = await south.openCase();
    expect([opened.status, opened.body.reference === reference]).toEqual([201, false]);
    expect(draws).toHaveBeenCalledTimes(3);
    expect((await south.openCase({ id })).status).toBe(409);
    draws.mockRestore();
  });

  it('nobody may without a session, and a supervisor does not lead what they open', async () => {
    expect((await new CaseClient(service.client()).openCase()).status).toBe(401);
    expect((await (await clientOf(['supervisor'])).opened()).lead).toBeNull();
  });

  describe('a likeness in another team', () => {
    const calledName = inventedName();
    let north: CaseClient;
    let south: CaseClient;
    let opened: Answer<CaseFileDto>;
    let hidden: { readonly id: string; readonly reference: string };
    beforeAll(async () => {
      north = await clientOf(['caseworker'], 'North');
      south = await clientOf(['caseworker'], 'South');
      hidden = await north.opened({ child: { calledName, birth: '2010' } });
      opened = await south.openCase({ child: { calledName, birth: '2010' } });
    });

    it('shows nothing: neither while one types nor when the case is opened', async () => {
      const { body } = await south.http.post('/case-files/duplicates', { child: { calledName } });
      expect(body).toEqual({ items: [expect.objectContaining({ caseFileId: opened.body.id })] });
      expect(opened.status).toBe(201);
      expect(JSON.stringify(opened.body)).not.toContain(hidden.id);
      expect(JSON.stringify(opened.body)).not.toContain(hidden.reference);
    });

    it('shows nothing by its time either: every look takes as long', async () => {
      for (const sought of [calledName, inventedName()]) {
        const began = performance.now();
        await south.http.post('/case-files/duplicates', { child: { calledName: sought } });
        expect(performance.now() - began).toBeGreaterThanOrEqual(SEARCH_MS);
      }
    });

    it('becomes a task for the supervisors of both teams, each from their own case', async () => {
      for (const [team, own, other] of [
        ['North', hidden, opened.body],
        ['South', opened.body, hidden],
      ] as const) {
        const { http } = await clientOf(['supervisor'], team);
        const { status, body } = await http.get<Page<DuplicateTaskDto>>('/duplicate-tasks');
        expect(status).toBe(200);
        expect(body.items).toEqual([
          expect.objectContaining({
            caseFileId: own.id,
            otherReference: other.reference,
            otherCaseFileId: null,
            why: [
              expect.objectContaining({ en: 'same name' }),
              expect.objectContaining({ en: 'birth date compatible' }),
            ],
          }),
        ]);
      }
    });

    it('is nobody else’s: not the workers’, not another team’s', async () => {
      // A worker sees those that they were asked about themselves: none here.
      expect((await south.http.get<Page<DuplicateTaskDto>>('/duplicate-tasks')).body.items).toEqual([]);
      expect((await (await clientOf(['assessor'], 'South')).http.get('/duplicate-tasks')).status).toBe(403);
      const west = await clientOf(['supervisor'], 'West');
      expect((await west.http.get<Page<DuplicateTaskDto>>('/duplicate-tasks')).body.items).toEqual([]);
    });

    it('is closed by a supervisor of one of the teams, once', async () => {
      const { http } = await clientOf(['supervisor'], 'South');
      const { body } = await http.get<Page<DuplicateTaskDto>>('/duplicate-tasks');
      const path = `/duplicate-tasks/${body.items[0]?.id ?? ''}/close`;
      const answer = { outcome: 'other-child', note: 'Vu avec l’autre équipe' };
      const west = await clientOf(['supervisor'], 'West');
      expect((await west.http.post(path, answer)).status).toBe(404);
      expect((await south.http.post(path, answer)).status).toBe(404);
      expect((await http.post(path, answer)).status).toBe(204);
      expect((await http.post(path, answer)).status).toBe(404);
      expect((await http.get<Page<DuplicateTaskDto>>('/duplicate-tasks')).body.items).toEqual([]);
    });
  });

  it('nobody goes through a list of names: look-alike searches are counted', async () => {
    const { http } = await clientOf(['caseworker']);
    const search = () => http.post<ProblemDto>('/case-files/duplicates', { child: { calledName: 'Nil' } });
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++)
      statuses.push(...(await Promise.all(Array.from({ length: 10 }, search))).map(({ status }) => status));
    expect(statuses.every((status) => status === 200)).toBe(true);
    const beyond = await search();
    expect([beyond.status, beyond.body.code]).toEqual([429, 'too-many']);
    expect(Number(beyond.headers.get('Retry-After'))).toBeGreaterThan(0);
    // The page looks while one types: whoever typed much still opens the case of the child before them.
    expect((await new CaseClient(http).openCase()).status).toBe(201);
    expect(
      (
        await (
          await clientOf(['caseworker'])
        ).http.post('/case-files/duplicates', { child: { calledName: 'Nil' } })
      ).status,
    ).toBe(200);
  });
});
