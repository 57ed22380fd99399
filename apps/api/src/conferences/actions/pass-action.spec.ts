import { randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import type { WorklistDto } from '../../cases/worklist/worklist.dto';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { action, ConferenceClient } from '../testing/conference-client';

describe('an action that is passed on', () => {
  let service: TestService;
  let lead: SignedInClient;
  let owner: SignedInClient;
  let other: SignedInClient;
  let supervisor: SignedInClient;
  let caseFileId: string;
  let id: string;
  let actionId: string;
  beforeAll(async () => {
    service = await TestService.start();
  });
  beforeEach(async () => {
    const team = randomUUID();
    const signIn = (name: string, role: 'caseworker' | 'supervisor' = 'caseworker') =>
      service.signIn({ roles: [role], teams: [team], name });
    [lead, owner, other] = [await signIn('Camille'), await signIn('Sacha'), await signIn('Nour')];
    supervisor = await signIn('Dominique', 'supervisor');
    caseFileId = (await new CaseClient(lead.client).opened()).id;
    id = await of(lead).planned();
    await of(lead).writeMinutes(id, { actions: [action(owner.id)] });
    actionId = (await stands()).id;
  });
  afterAll(() => service.stop());

  const of = ({ client }: SignedInClient) => new ConferenceClient(client, caseFileId);
  const stands = async (who = lead) => {
    const [found] = (await of(who).readConference(id)).actions;
    if (!found) throw new Error('no action');
    return found;
  };
  const day = async ({ client }: SignedInClient) =>
    (await client.get<WorklistDto>('/worklist')).body.items.filter((it) => it.id === `action/${actionId}`);
  const told = async (answer: Promise<{ readonly status: number; readonly body: object }>) => {
    const { status, body } = await answer;
    const { reasons = [] } = body as { readonly reasons?: readonly { code: string; field?: string }[] };
    return [status, reasons[0]?.field ?? reasons[0]?.code];
  };

  it('stands in the day of who takes it over, and no longer in that of who had it', async () => {
    expect([await day(owner), await day(other)]).toMatchObject([[{ id: `action/${actionId}` }], []]);
    expect((await of(owner).passAction(id, actionId, { ownerId: other.id })).status).toBe(204);
    expect([await day(owner), await day(other)]).toMatchObject([[], [{ id: `action/${actionId}` }]]);
    expect(await stands()).toMatchObject({
      ...{ version: 2, state: 'open', what: 'Appeler l’école', owner: { id: other.id } },
      passed: [
        {
          ...{ from: { name: 'Sacha' }, to: { name: 'Nour' }, by: { name: 'Sacha' } },
          why: 'Je pars en congé.',
        },
      ],
    });
    // Whoever has it now settles it; that it was passed on stays.
    expect((await of(other).settleAction(id, actionId, { version: 2, words: 'Appelée.' })).status).toBe(204);
    expect(await day(other)).toEqual([]);
    expect(await stands()).toMatchObject({ state: 'done', outcome: 'Appelée.', mayPass: false });
    expect((await stands()).passed).toHaveLength(1);
  });

  it('is passed by its owner, by who leads, and by the supervisor; by nobody else', async () => {
    expect((await Promise.all([owner, lead, supervisor, other].map(stands))).map((it) => it.mayPass)).toEqual(
      [...[true, true, true, false]],
    );
    expect(await told(of(other).passAction(id, actionId, { ownerId: other.id }))).toEqual([
      403,
      'not-theirs',
    ]);
    expect((await of(lead).passAction(id, actionId, { ownerId: other.id })).status).toBe(204);
    expect(await told(of(owner).passAction(id, actionId, { version: 2, ownerId: owner.id }))).toEqual([
      ...[403, 'not-theirs'],
    ]);
    const back = { version: 2, ownerId: owner.id };
    expect((await of(supervisor).passAction(id, actionId, back)).status).toBe(204);
    expect((await stands()).passed.map(({ by }) => by)).toMatchObject([
      { name: 'Camille' },
      { name: 'Dominique' },
    ]);
  });

  it('goes to who works on the case alone, and not to who must stay away', async () => {
    const stranger = await service.signIn({ roles: ['caseworker'], teams: [randomUUID()] });
    const partner = await service.signIn({ roles: ['partner'], teams: ['Hospital'] });
    for (const ownerId of [stranger.id, partner.id, randomUUID()])
      expect(await told(of(lead).passAction(id, actionId, { ownerId }))).toEqual([400, 'ownerId']);
    expect(await told(of(lead).passAction(id, actionId, { ownerId: owner.id }))).toEqual([400, 'ownerId']);
    await other.client.post(
      `/case-files/${caseFileId}/conflicts`,
      { words: 'Je connais la famille.' },
      { 'Idempotency-Key': randomUUID() },
    );
    expect((await of(lead).passAction(id, actionId, { ownerId: other.id })).status).toBe(422);
    expect((await stands()).owner).toMatchObject({ id: owner.id });
  });

  it('of somebody who must stay away is passed on by the supervisor, and leaves their own day', async () => {
    await owner.client.post(
      `/case-files/${caseFileId}/conflicts`,
      { words: 'Je connais la famille.' },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(await day(supervisor)).toHaveLength(1);
    expect((await of(supervisor).passAction(id, actionId, { ownerId: other.id })).status).toBe(204);
    expect([await day(supervisor), await day(other)]).toMatchObject([[], [{}]]);
  });

  it('is told with its reason, of what is open, once of twelve at one moment', async () => {
    const pass = (change: object) =>
      told(of(lead).passAction(id, actionId, { ownerId: other.id, ...change }));
    for (const words of ['', '\u202E', 'x'.repeat(1_001), undefined, ['x'] as unknown as string])
      expect(await pass({ words })).toEqual([400, 'words']);
    expect(await pass({ ownerId: 'x' })).toEqual([400, 'ownerId']);
    expect(await pass({ version: 7 })).toEqual([422, 'version']);
    const all = await Promise.all(
      Array.from({ length: 12 }, () => of(lead).passAction(id, actionId, { ownerId: other.id })),
    );
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, ...Array(11).fill(422)]);
    await of(other).settleAction(id, actionId, { version: 2 });
    expect(await pass({ version: 3, ownerId: owner.id })).toEqual([422, 'settled']);
  });

  it('stays to be done while its minutes are sent back', async () => {
    await of(supervisor).judgeMinutes(id, { verdict: 'sent-back', words: 'Qui appelle ?' });
    expect(await day(owner)).toHaveLength(1);
    expect(await stands()).toMatchObject({ state: 'open', mayPass: true });
    expect((await of(lead).passAction(id, actionId, { ownerId: other.id })).status).toBe(204);
  });
});
