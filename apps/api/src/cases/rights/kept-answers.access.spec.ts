import { randomUUID } from 'node:crypto';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient, inventedName } from '../testing/case-client';
import type { ActDoneDto, CaseFileDto } from '../page/case-file.dto';
import type { ProblemDto } from '../../platform/answers/openapi';

describe('an answer that was kept for repetition', () => {
  let service: TestService;
  let lead: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start();
    lead = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
  });
  afterAll(() => service.stop());

  const change = (sql: string, parameters: unknown[]): Promise<unknown> =>
    service.asSeed(({ manager }) => manager.query(sql, parameters));
  /** From now on they are of no team, lead nothing, and advise on this case. */
  const onlyAdvises = async ({ id }: SignedInClient, caseFileId: string): Promise<void> => {
    await change(`UPDATE case_file SET lead_id = $2 WHERE id = $1`, [caseFileId, lead.id]);
    await change(`DELETE FROM team_member WHERE account_id = $1`, [id]);
    await change(
      `INSERT INTO assignment (case_file_id, team_id, account_id, since, relation, until_at)
       SELECT id, team_id, $2, now(), 'second-opinion', now() + interval '1 day' FROM case_file WHERE id = $1`,
      [caseFileId, id],
    );
  };
  /** A worker who opened a case, the key under which they did, and how to do it once more. */
  const opened = async () => {
    const worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const sent = { id: randomUUID(), child: { calledName: inventedName() } };
    const key = randomUUID();
    const open = () => new CaseClient(worker.client).openCase<CaseFileDto & ProblemDto>(sent, key);
    const { status, body } = await open();
    expect([status, body.child]).toMatchObject([201, sent.child]);
    return { worker, open, id: sent.id, calledName: sent.child.calledName };
  };

  it('is given again to who sees as much as then', async () => {
    const { open, calledName } = await opened();
    expect(await open()).toMatchObject({ status: 201, body: { child: { calledName } } });
  });

  it('is not given again to who sees less of the case now', async () => {
    const { worker, open, id, calledName } = await opened();
    await onlyAdvises(worker, id);
    expect((await new CaseClient(worker.client).readCase(id)).child).toMatchObject({ redacted: true });
    const { status, body } = await open();
    expect([status, body.reasons?.map(({ code }) => code)]).toEqual([403, ['answer-shows-more']]);
    expect(JSON.stringify(body)).not.toContain(calledName);
  });

  it('was redacted as it was when it was given, whatever the act did to the relation', async () => {
    const adviser = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const { id } = await new CaseClient(lead.client).opened();
    await onlyAdvises(adviser, id);
    const key = randomUUID();
    const advise = () =>
      new CaseClient(adviser.client).sendAct<ActDoneDto>(
        id,
        'opinions',
        { opinion: 'Je partage ce doute.' },
        { key },
      );
    const first = await advise();
    expect(first.status).toBe(200);
    expect((await advise()).body).toEqual(first.body);
    // Who sees more since gets what was kept.
    await change(
      `INSERT INTO team_member (team_id, account_id) SELECT team_id, $2 FROM case_file WHERE id = $1`,
      [id, adviser.id],
    );
    expect((await advise()).body).toEqual(first.body);
  });
});
