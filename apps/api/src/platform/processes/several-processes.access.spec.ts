import { randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import type { TestClient } from '../../testing/accounts/test-client';
import { MOVING_PROTOCOLS, TEST_PASSWORD, TestService } from '../../testing/test-service';
import type { SpaceConnections } from '../spaces/space-connections';
import { SpacesInUse } from '../spaces/spaces-in-use';
import type { Space } from '../spaces/spaces';
import type { SiblingProcesses } from './sibling-processes';

/**
 * What a process remembers (sessions and whose they are, what somebody reaches, journals, keys, versions, tries) and another does not:
 * whichever answers, the answer is the same. ADR 56 has the list.
 */
describe('two processes of one service', () => {
  let one: TestService;
  let two: TestService;
  beforeAll(async () => {
    one = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    two = await one.replica();
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  /** The same browser, at either. */
  const both = (client: TestClient): readonly [CaseClient, CaseClient] => [
    new CaseClient(client.at(one.origin)),
    new CaseClient(client.at(two.origin)),
  ];

  it('count tries to sign in together: five wrong ones in turns, and the sixth is refused by either', async () => {
    const { login } = await one.hire({ roles: ['caseworker'] });
    const attempt = async (service: TestService, password: string): Promise<number> =>
      (await service.client().post('/session', { login, password })).status;
    for (let turn = 0; turn < 5; turn++)
      expect(await attempt(turn % 2 ? one : two, 'a wrong password')).toBe(401);
    expect([await attempt(one, TEST_PASSWORD), await attempt(two, TEST_PASSWORD)]).toEqual([429, 429]);
    const other = await one.hire({ roles: ['caseworker'] });
    expect(
      (await two.client().post('/session', { login: other.login, password: TEST_PASSWORD })).status,
    ).toBe(200);
  });

  it('end a session together, however often the other had it answered', async () => {
    const { client } = await one.signIn({ roles: ['caseworker'], teams: ['North'] });
    const there = client.at(two.origin);
    for (let turn = 0; turn < 3; turn++)
      expect([(await client.get('/session')).status, (await there.get('/session')).status]).toEqual([
        200, 200,
      ]);
    expect((await there.delete('/session')).status).toBeLessThan(300);
    expect((await client.get('/worklist')).status).toBe(401);
    expect((await there.get('/worklist')).status).toBe(401);
  });

  it('show at once what the other wrote, in a journal that both had kept', async () => {
    const { client } = await one.signIn({ roles: ['caseworker'], teams: ['North'] });
    const [here, there] = both(client);
    const { id } = await here.opened();
    for (let turn = 0; turn < 3; turn++) {
      const [writer, reader] = turn % 2 ? [here, there] : [there, here];
      await reader.readCase(id);
      const note = `Note ${String(turn)} ${randomUUID()}`;
      expect((await writer.sendAct(id, 'notes', { note })).status).toBe(200);
      expect(JSON.stringify((await reader.http.get(`/case-files/${id}/journal`)).body)).toContain(note);
      expect((await reader.readCase(id)).state.seq).toBe((await writer.readCase(id)).state.seq);
    }
  });

  it('close a case together to whom it was taken from', async () => {
    const lead = await one.signIn({ roles: ['supervisor'], teams: ['South'] });
    const other = await one.signIn({ roles: ['caseworker'], teams: ['West'] });
    const { id } = await new CaseClient(lead.client).opened();
    const [here, there] = both(other.client);
    const seen = async (): Promise<readonly number[]> =>
      Promise.all([here, there].map(async ({ http }) => (await http.get(`/case-files/${id}`)).status));
    expect(await seen()).toEqual([404, 404]);
    const assign = (method: 'put' | 'delete') =>
      lead.client.sendRequest(method.toUpperCase(), `/case-files/${id}/assignments/${other.id}`, undefined, {
        'Idempotency-Key': randomUUID(),
      });
    expect((await assign('put')).status).toBeLessThan(300);
    expect(await seen()).toEqual([200, 200]);
    expect((await assign('delete')).status).toBeLessThan(300);
    expect(await seen()).toEqual([404, 404]);
  });

  it('do once what both are asked at the same moment by one key, and give the same answer', async () => {
    const { client } = await one.signIn({ roles: ['caseworker'], teams: ['North'] });
    const [here, there] = both(client);
    const {
      id,
      state: { seq },
    } = await here.opened();
    for (let turn = 0; turn < 3; turn++) {
      const key = randomUUID();
      const asked = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          (index % 2 ? here : there).sendAct(id, 'notes', { note: 'Une seule fois' }, { key }),
        ),
      );
      expect(asked.map(({ status }) => status)).toEqual(Array(8).fill(200));
      expect(new Set(asked.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      // The same key for something else is refused by either.
      expect((await there.sendAct(id, 'notes', { note: 'Autre chose' }, { key })).status).toBe(422);
    }
    expect((await there.readCase(id)).state.seq).toBe(seq + 3);
  });

  it('take one of two acts that both saw the same, and tell the other what changed', async () => {
    const { client } = await one.signIn({ roles: ['caseworker'], teams: ['North'] });
    const [here, there] = both(client);
    const {
      id,
      state: { seq },
    } = await here.opened();
    const act = (at: CaseClient) =>
      at.step(id, 'meeting', 'assess', 'complete', { values: { danger: 'grave' } }, { seq });
    const statuses = (await Promise.all([act(here), act(there)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412]);
  });

  it('know of each other’s training spaces, for as long as they tell of them', () => {
    jest.useFakeTimers({ now: 0 });
    const listeners = new Map<string, (content: unknown, from: string) => void>();
    const siblings = {
      role: 'keeper',
      listenTo: (subject: string, heard: (content: unknown, from: string) => void) =>
        void listeners.set(subject, heard),
    } as unknown as SiblingProcesses;
    const space = (database: string): Space => ({ database }) as Space;
    const connections = { inUse: () => [space('own')] } as unknown as SpaceConnections;
    const spaces = new SpacesInUse(connections, siblings);
    spaces.onModuleInit();
    listeners.get('spaces-in-use')?.([space('class-1')], '1');
    listeners.get('spaces-in-use')?.([space('class-2')], '2');
    expect(spaces.listSpaces().map(({ database }) => database)).toEqual(['own', 'class-1', 'class-2']);
    listeners.get('spaces-in-use')?.([], '2');
    expect(spaces.listSpaces().map(({ database }) => database)).toEqual(['own', 'class-1']);
    jest.advanceTimersByTime(6_000);
    expect(spaces.listSpaces().map(({ database }) => database)).toEqual(['own']);
    jest.useRealTimers();
  });
});
