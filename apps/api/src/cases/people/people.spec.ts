import { signInAuditor } from '../../testing/cases/test-mission';
import type { TestClient } from '../../testing/accounts/test-client';
import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto, TimelineEntryDto } from '../page/case-file.dto';
import type { PersonDto, PersonInputDto } from './person.dto';
import type { Page } from '../../platform/answers/page';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { ApprovalItemDto } from '../approvals/approvals.dto';

const FAMILY = {
  reasons: ['checked'],
  bestInterests: 'Garder le lien.',
  childView: { said: 'oui' },
} as const;

describe('people around the child', () => {
  let service: TestService;
  let client: TestClient;
  let worker: CaseClient;
  let supervisor: CaseClient;
  let supervisorClient: TestClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    client = (await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client;
    worker = new CaseClient(client);
    supervisorClient = (await service.signIn({ roles: ['supervisor'], teams: ['North'] })).client;
    supervisor = new CaseClient(supervisorClient);
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    file = await worker.opened({ urgentDangerSeen: 'yes' });
  });

  const add = (person: Partial<PersonInputDto>) =>
    worker.sendAct<PersonDto>(file.id, 'people', { name: 'Madame Sifflet', relation: 'parent', ...person });

  it('are kept sealed, and shown with the case', async () => {
    const { status, body } = await add({ contact: '06 00 00 00 00', note: 'Habite au-dessus' });
    expect(status).toBe(201);
    expect((await worker.readCase(file.id)).people).toEqual([body]);
    const rows = await service.query<{ content: Buffer }>(`SELECT payload AS content FROM journal_entry`);
    expect(rows.length).toBeGreaterThan(0);
    for (const { content } of rows) expect(content.toString('latin1')).not.toMatch(/Sifflet|06 00|dessus/);
  });

  it('change; what was there before stays in the record, encrypted', async () => {
    const { body } = await add({});
    const changed = { name: 'Madame Sifflet', relation: 'relative', familyRole: 'unaware' };
    const { status } = await worker.sendAct<PersonDto>(file.id, `people/${body.id}`, changed, {
      method: 'put',
    });
    expect(status).toBe(200);
    expect((await worker.readCase(file.id)).people).toMatchObject([changed]);
    const { body: page } = await client.get<Page<TimelineEntryDto>>(`/case-files/${file.id}/journal`);
    const links = page.items.flatMap(({ values }) =>
      values.flatMap(({ fact, value: said }) => (fact === 'grown_ups.tie' ? [said] : [])),
    );
    expect(links.sort()).toEqual(['parent', 'relative']);
  });

  it('are the list of adults that a step writes and conditions read: one register', async () => {
    const { body } = await add({ relation: 'mother', familyRole: 'implicated' });
    await worker.completed(file.id, 'refuge', 'name_adults', {
      values: {},
      row: { id: 'aunt', values: { called: 'Tante Ada', tie: 'relative', part: 'protective' } },
      closes: true,
    });
    const { people, state } = await worker.readCase(file.id);
    expect(people).toMatchObject([
      { id: body.id, name: 'Madame Sifflet', relation: 'mother', familyRole: 'implicated' },
      { id: 'aunt', name: 'Tante Ada', relation: 'relative', familyRole: 'protective' },
    ]);
    const adults = state.facts.find(({ fact }) => fact === 'grown_ups');
    expect(adults?.rows?.map(({ id }) => id)).toEqual([body.id, 'aunt']);
  });

  it('whoever exploits is implicated, whatever was ticked', async () => {
    const { body } = await add({ relation: 'exploiter', familyRole: 'protective' });
    expect(body).toMatchObject({ familyRole: 'implicated', mayBeContacted: false });
  });

  it('are refused with an unknown tie; another case’s person is not found', async () => {
    const odd = await add({ relation: 'boss' as 'other' });
    expect([odd.status, (odd.body as unknown as ProblemDto).reasons?.[0]?.field]).toEqual([400, 'relation']);
    const { body } = await add({});
    const other = await worker.opened();
    const person = { name: 'x', relation: 'other' };
    expect((await worker.sendAct(other.id, `people/${body.id}`, person, { method: 'put' })).status).toBe(404);
  });

  describe('may be contacted (G07)', () => {
    const mother = async (): Promise<PersonDto | undefined> =>
      (await worker.readCase(file.id)).people.find(({ name }) => name === 'Madame Sifflet');
    const decide = async (kin_told: string): Promise<string> =>
      (await worker.completed(file.id, 'refuge', 'ask_kin', { values: { kin_told }, ...FAMILY }))
        .entryIds[0] ?? '';
    const approve = (entryId: string) =>
      supervisor.step(file.id, 'refuge', 'ask_kin', 'approve', { entryId });
    const nobodyElse = async (part: string): Promise<void> => {
      await worker.completed(file.id, 'refuge', 'name_adults', {
        values: {},
        row: { id: 'mother', values: { tie: 'mother', part } },
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

    it('once two people found that the family may be told, those of it who are not implicated; nobody else', async () => {
      await add({ relation: 'mother', familyRole: 'protective' });
      await add({ name: 'L’oncle', relation: 'relative', familyRole: 'unaware' });
      await add({ name: 'Le voisin', relation: 'neighbour', familyRole: 'unaware' });
      await add({ name: 'Le père', relation: 'father', familyRole: 'protective', mayContact: 'no' });
      await add({ name: 'Le recruteur', relation: 'exploiter' });
      await nobodyElse('protective');
      const entryId = await decide('no');
      expect((await mother())?.mayBeContacted).toBe(false);
      await approve(entryId);
      const { people } = await worker.readCase(file.id);
      expect(Object.fromEntries(people.map(({ name, mayBeContacted }) => [name, mayBeContacted]))).toEqual({
        'Madame Sifflet': true,
        'L’oncle': true,
        'Le voisin': false,
        'Le père': false,
        'Le recruteur': false,
        '': true,
      });
    });

    it('what is learnt before the second person agrees stops the agreement, by name; the list is on the card', async () => {
      const { body: known } = await add({ relation: 'mother', familyRole: 'unaware' });
      await nobodyElse('protective');
      const entryId = await decide('no');
      const cards = await supervisorClient.get<Page<ApprovalItemDto>>('/approvals');
      const card = cards.body.items.find((it) => it.entryId === entryId);
      expect(card?.people).toMatchObject([
        { name: 'Madame Sifflet', relation: 'mother', familyRole: 'unaware' },
        { id: 'mother', familyRole: 'protective' },
      ]);
      await worker.sendAct(
        file.id,
        `people/${known.id}`,
        { name: 'Madame Sifflet', relation: 'mother', familyRole: 'implicated' },
        { method: 'put' },
      );
      const { status, body } = await approve(entryId);
      expect(status).toBe(422);
      expect((body as unknown as ProblemDto).reasons?.[0]?.text.fr).toMatch(/Madame Sifflet, mère, impliqué/);
    });

    it('what is learnt of an adult on the case page alerts as the step does; an exploiter alerts nobody needlessly', async () => {
      const flags = async (): Promise<readonly string[]> =>
        (await worker.readCase(file.id)).state.deviations.flatMap(({ kind, text }) =>
          kind === 'flag' ? [text.fr] : [],
        );
      const { body: known } = await add({ relation: 'mother', familyRole: 'protective', mayContact: 'yes' });
      await add({ name: 'Le recruteur', relation: 'exploiter', mayContact: 'no' });
      expect(await flags()).toEqual([]);
      await nobodyElse('protective');
      await approve(await decide('some'));
      const now = { name: 'Madame Sifflet', relation: 'mother', familyRole: 'implicated', mayContact: 'no' };
      expect((await worker.sendAct(file.id, `people/${known.id}`, now, { method: 'put' })).status).toBe(200);
      expect(await flags()).toEqual([
        expect.stringMatching(/adulte impliqué/),
        expect.stringMatching(/à ne pas appeler/),
      ]);
      const { body: alerts } = await supervisorClient.get<Page<{ readonly caseFileId: string }>>('/alerts');
      expect(alerts.items.filter((it) => it.caseFileId === file.id)).toHaveLength(2);
    });

    it('nobody of a family that is involved', async () => {
      await add({ familyRole: 'protective' });
      await worker.completed(file.id, 'refuge', 'ask_kin', {
        ...FAMILY,
        values: { kin_told: 'yes' },
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
    const { people } = await new CaseClient(client).readCase(file.id);
    expect(people).toMatchObject([{ name: 'Madame Sifflet', contact: { redacted: true } }]);
    expect(JSON.stringify(people)).not.toContain('06 00');
  });
});
