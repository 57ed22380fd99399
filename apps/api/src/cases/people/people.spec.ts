import type { CaseFile, Person, PersonInput, Problem } from '@repere/cases';
import { signInAuditor } from '../../testing/test-mission';
import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';

const FAMILY = {
  reasons: ['two_sources'],
  bestInterests: 'Garder le lien.',
  childView: { said: 'oui' },
} as const;

describe('people around the child', () => {
  let service: TestService;
  let worker: CaseClient;
  let supervisor: CaseClient;
  let file: CaseFile;
  beforeAll(async () => {
    service = await TestService.start();
    worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    supervisor = new CaseClient((await service.signIn({ roles: ['supervisor'], teams: ['North'] })).client);
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    file = await worker.opened({ urgentDangerSeen: 'yes' });
  });

  const add = (person: Partial<PersonInput>) =>
    worker.act<Person>(file.id, 'people', { name: 'Madame Sifflet', relation: 'parent', ...person });

  it('are kept sealed, and shown with the case', async () => {
    const { status, body } = await add({ contact: '06 00 00 00 00', note: 'Habite au-dessus' });
    expect(status).toBe(201);
    expect((await worker.read(file.id)).people).toEqual([body]);
    const rows = await service.query<{ content: Buffer }>(`SELECT content FROM person`);
    for (const { content } of rows) expect(content.toString('latin1')).not.toMatch(/Sifflet|06 00|dessus/);
  });

  it('change; what was there before stays in the record, encrypted', async () => {
    const { body } = await add({});
    const changed = { name: 'Madame Sifflet', relation: 'relative', familyRole: 'unaware' };
    const { status } = await worker.act<Person>(file.id, `people/${body.id}`, changed, { method: 'put' });
    expect(status).toBe(200);
    expect((await worker.read(file.id)).people).toMatchObject([changed]);
    const [event] = await service.query<{ content: Buffer }>(
      `SELECT p.content FROM ledger_payload p JOIN ledger_event e ON e.seq = p.event_seq
        WHERE e.entry::json ->> 'type' = 'person.change' ORDER BY e.seq DESC LIMIT 1`,
    );
    expect(event?.content.length).toBeGreaterThan(100);
    expect(event?.content.toString('latin1')).not.toContain('Sifflet');
  });

  it('are refused with an unknown tie; another case’s person is not found', async () => {
    const odd = await add({ relation: 'boss' as 'other' });
    expect([odd.status, (odd.body as unknown as Problem).reasons?.[0]?.field]).toEqual([400, 'relation']);
    const { body } = await add({});
    const other = await worker.opened();
    const person = { name: 'x', relation: 'other' };
    expect((await worker.act(other.id, `people/${body.id}`, person, { method: 'put' })).status).toBe(404);
  });

  describe('may be contacted (G07)', () => {
    const mother = async (): Promise<Person | undefined> =>
      (await worker.read(file.id)).people.find(({ relation }) => relation === 'parent');
    const decide = async (family_involved: string): Promise<string> =>
      (await worker.completed(file.id, 'protection', 'family', { values: { family_involved }, ...FAMILY }))
        .entryIds[0] ?? '';
    const approve = (entryId: string) =>
      supervisor.step(file.id, 'protection', 'family', 'approve', { entryId });
    const nobodyElse = async (role: string): Promise<void> => {
      await worker.completed(file.id, 'protection', 'adults', {
        values: {},
        row: { id: 'mother', values: { link: 'mother', role } },
        closes: true,
      });
    };

    it('not before the family’s part was checked, whatever is said of them', async () => {
      await add({ familyRole: 'protective' });
      expect(await mother()).toMatchObject({
        mayBeContacted: false,
        whyNot: { fr: expect.stringMatching(/pas encore vérifié à deux/) },
      });
    });

    it('once two people found that the family is not involved, those who protect; nobody else', async () => {
      await add({ familyRole: 'protective' });
      await add({ name: 'L’oncle', relation: 'relative', familyRole: 'unaware' });
      await add({ name: 'Le recruteur', relation: 'exploiter', familyRole: 'protective' });
      await nobodyElse('protective');
      const entryId = await decide('no');
      expect((await mother())?.mayBeContacted).toBe(false);
      await approve(entryId);
      const { people } = await worker.read(file.id);
      expect(Object.fromEntries(people.map(({ name, mayBeContacted }) => [name, mayBeContacted]))).toEqual({
        'Madame Sifflet': true,
        'L’oncle': false,
        'Le recruteur': false,
      });
    });

    it('nobody of a family that is involved', async () => {
      await add({ familyRole: 'protective' });
      await worker.completed(file.id, 'protection', 'family', {
        ...FAMILY,
        values: { family_involved: 'yes' },
        reasons: ['takes_part'],
      });
      expect(await mother()).toMatchObject({ mayBeContacted: false });
    });

    it('a professional always', async () => {
      const { body } = await add({ relation: 'professional' });
      expect(body).toMatchObject({ mayBeContacted: true });
      expect(body.whyNot).toBeUndefined();
    });
  });

  it('an auditor sees who they are, not how to reach them', async () => {
    await add({ contact: '06 00 00 00 00' });
    const { client } = await signInAuditor(service, file.id);
    const { people } = await new CaseClient(client).read(file.id);
    expect(people).toMatchObject([{ name: 'Madame Sifflet', contact: { withheld: true } }]);
    expect(JSON.stringify(people)).not.toContain('06 00');
  });
});
