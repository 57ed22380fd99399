import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';

describe('a paper of a case', () => {
  let service: TestService;
  let worker: CaseClient;
  let id: string;
  beforeAll(async () => {
    service = await TestService.start();
    worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    id = (await worker.opened()).id;
  });
  afterAll(() => service.stop());

  const print = (body: object, by = worker) => by.sendAct(id, 'papers', body);
  const prints = () =>
    service.query<{ n: string }>(
      `SELECT count(*) AS n FROM ledger_event WHERE entry::json ->> 'type' = 'case-file.print'`,
    );

  it('is an act in the record each time it is printed, whichever it is', async () => {
    const before = Number((await prints())[0]?.n);
    for (const paper of ['call-card', 'judge', 'complete'])
      expect((await print({ paper, leftOut: ['places'] })).status).toBe(204);
    expect(Number((await prints())[0]?.n)).toBe(before + 3);
  });

  it('changes nothing of the case', async () => {
    const { state } = await worker.readCase(id);
    await print({ paper: 'complete', leftOut: ['health', 'contact'] });
    expect((await worker.readCase(id)).state.seq).toBe(state.seq);
  });

  it('is one of three, and leaves out classes that there are', async () => {
    for (const body of [{ paper: 'poster', leftOut: [] }, { paper: 'judge', leftOut: ['colour'] }, {}])
      expect((await print(body)).status).toBe(400);
  });

  it('is not there for whom the case is not', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect((await print({ paper: 'judge', leftOut: [] }, new CaseClient(client))).status).toBe(404);
  });
});
