import { randomUUID } from 'node:crypto';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { Spaces } from '../../platform/spaces/spaces';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto } from '../page/case-file.dto';
import { KeptJournals } from './kept-journals';

describe('a journal that a process remembers', () => {
  let service: TestService;
  let lead: SignedInClient;
  let colleague: SignedInClient;
  let supervisor: SignedInClient;
  let stranger: SignedInClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    lead = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa' });
    colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' });
    stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Ousmane' });
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    file = await cases(lead).opened({ child: { birth: '2010-03' } });
  });

  const cases = ({ client }: SignedInClient) => new CaseClient(client);
  const journals = () => service.app.get(KeptJournals);
  const live = async () => {
    const space = await service.app.get(Spaces).findSpace(null);
    if (!space) throw new Error('no space');
    return space;
  };
  const kept = async () => journals().findJournal(await live(), file.id);
  const page = async (by: SignedInClient) => {
    const { status, body } = await by.client.get<CaseFileDto>(`/case-files/${file.id}`);
    // A clock that nobody holds goes on between two readings.
    return { status, body: { ...body, state: { ...body.state, now: 0 } } };
  };
  const journal = async (by: SignedInClient) => (await by.client.get(`/case-files/${file.id}/journal`)).body;

  it('gives what a process gives that remembers nothing, after each act of two people', async () => {
    const note = (by: SignedInClient) => cases(by).sendAct(file.id, 'notes', { note: 'Un appel.' });
    const aunt = () => cases(lead).sendAct(file.id, 'people', { name: 'Tante Alpha', relation: 'relative' });
    const acts = [() => note(lead), () => note(colleague), aunt, () => note(colleague)];
    for (const act of acts) {
      expect((await act()).status).toBeLessThan(300);
      const remembered = [await page(supervisor), await journal(supervisor)];
      expect(await kept()).not.toBeNull();
      journals().forgetJournal(await live(), file.id);
      expect(remembered).toEqual([await page(supervisor), await journal(supervisor)]);
    }
  });

  it('is the same list from one reading to the next, and a longer one after an act', async () => {
    await page(lead);
    const before = await kept();
    await page(colleague);
    expect((await kept())?.entries).toBe(before?.entries);
    await cases(colleague).sendAct(file.id, 'notes', { note: 'Un appel.' });
    await page(lead);
    expect((await kept())?.entries).toHaveLength((before?.entries.length ?? 0) + 1);
  });

  it('is nothing to whoever may not read the case, and nothing to its worker once a circle is drawn', async () => {
    await page(lead);
    expect((await page(stranger)).status).toBe(404);
    expect((await page(colleague)).status).toBe(200);
    const drawn = await supervisor.client.put(
      `/case-files/${file.id}/restriction`,
      { reason: 'threat', circle: [lead.id, supervisor.id], words: 'Menaces.' },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(drawn.status).toBeLessThan(300);
    expect((await page(colleague)).status).toBe(404);
    expect((await page(lead)).status).toBe(200);
  });

  it('does not hold what was written and then rolled back', async () => {
    const { body } = await page(lead);
    const [space, was] = [await live(), await kept()];
    if (!was) throw new Error('nothing is kept');
    const [last] = was.entries.slice(-1);
    if (!last) throw new Error('no entry');
    // As an act leaves it whose COMMIT fails.
    journals().keepJournal(space, file.id, {
      entries: [...was.entries, { ...last, id: randomUUID(), seq: last.seq + 1 }],
      last: { id: randomUUID(), seq: last.seq + 1, payload: Buffer.from('x') },
      bytes: 1,
    });
    expect((await page(lead)).body.state).toEqual(body.state);
    expect((await kept())?.entries).toHaveLength(was.entries.length);
    // And where another act was committed under that number.
    journals().keepJournal(space, file.id, {
      entries: [...was.entries, { ...last, id: randomUUID(), seq: last.seq + 1 }],
      last: { id: randomUUID(), seq: last.seq + 1, payload: Buffer.from('x') },
      bytes: 1,
    });
    await cases(colleague).sendAct(file.id, 'notes', { note: 'Celle qui compte.' });
    expect(JSON.stringify(await journal(lead))).toContain('Celle qui compte.');
    expect((await kept())?.entries).toHaveLength(was.entries.length + 1);
  });

  it('shows the names that people have now', async () => {
    await page(lead);
    const rename = (name: string) =>
      service.pastTriggers(`UPDATE account SET name = $1 WHERE id = $2`, [name, lead.id]);
    await rename('Léa Nouvelle');
    expect(JSON.stringify(await journal(supervisor))).toContain('Léa Nouvelle');
    await rename('Léa');
  });
});
