import { type SignedInClient, TestService } from '../../testing/test-service';
import { atMoment } from '../../cases/testing/at-moment';
import { closedCase } from '../testing/closed-case';
import { codesOf, PrivacyClient } from '../testing/privacy-client';
import { DueCasesService } from './due-cases.service';
import type { DueCasesDto, RetentionRulesDto } from './retention.dto';

const RULE = 'case-after-closure';

describe('retention', () => {
  let service: TestService;
  let worker: SignedInClient;
  let first: PrivacyClient;
  let second: PrivacyClient;
  let supervisor: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    first = new PrivacyClient(supervisor.client);
    second = new PrivacyClient((await service.signIn({ roles: ['supervisor'], teams: ['North'] })).client);
  });
  afterAll(() => service.stop());

  const due = async (): Promise<DueCasesDto> => (await first.http.get<DueCasesDto>('/retention/due')).body;
  const rule = async (id = RULE) => {
    const { body } = await first.http.get<RetentionRulesDto>('/retention/rules');
    const found = body.items.find((it) => it.id === id);
    if (!found) throw new Error('no such rule');
    return found;
  };
  const decided = async (months: number | null, of = RULE): Promise<void> => {
    const { status, body } = await first.post<{ id: string }>(`/retention/rules/${of}/decisions`, {
      months,
      source: 'Décision de la direction du 3 mars',
    });
    if (status !== 201) throw new Error(`proposing gave ${JSON.stringify(body)}`);
    const settled = await second.post(`/retention/decisions/${body.id}/settle`, { outcome: 'agreed' });
    if (settled.status !== 204) throw new Error(`settling gave ${JSON.stringify(settled.body)}`);
  };
  const closed = async (): Promise<string> => (await closedCase(worker.client, supervisor.client)).id;
  /** The list as it will be on another day of the space's clock. */
  const dueIn = (days: number, cursor?: string): Promise<DueCasesDto> =>
    atMoment(service, supervisor.id, Date.now() + days * 86_400_000, () =>
      service.app.get(DueCasesService).listDueCases(cursor),
    );

  it('invents nothing: without a verified or decided period nothing is due, and the rule says so', async () => {
    await closed();
    expect(await dueIn(40_000)).toEqual({ items: [], next: null, hasPeriod: false });
    expect(await rule()).toMatchObject({
      months: null,
      status: 'unverified',
      origin: 'LEGAL',
      decisions: [],
    });
  });

  it('a period is in force once a second person agreed, and not by whoever proposed it', async () => {
    const { body } = await first.post<{ id: string }>(`/retention/rules/${RULE}/decisions`, {
      months: 12,
      source: 'Décision du 3 mars',
    });
    const own = await first.post(`/retention/decisions/${body.id}/settle`, { outcome: 'agreed' });
    expect([own.status, codesOf(own.body)]).toEqual([422, ['own-act']]);
    await expect(
      service.query(
        `UPDATE retention_decision SET outcome = 'agreed', settled_by = proposed_by, settled_at = now(), settled_hash = hash WHERE id = $1`,
        [body.id],
      ),
    ).rejects.toThrow(/four_eyes/);
    await expect(
      service.query(
        `UPDATE retention_decision SET months = 1, outcome = 'agreed', settled_by = (SELECT id FROM account WHERE id <> proposed_by LIMIT 1),
                settled_at = now(), settled_hash = 'another' WHERE id = $1`,
        [body.id],
      ),
    ).rejects.toThrow(/agreed_as_it_is/);
    expect((await due()).hasPeriod).toBe(false);
    expect((await second.post(`/retention/decisions/${body.id}/settle`, { outcome: 'agreed' })).status).toBe(
      204,
    );
    expect((await due()).hasPeriod).toBe(true);
    expect((await rule()).decisions[0]).toMatchObject({ state: 'in-force', months: 12 });
    await decided(null);
    expect((await due()).hasPeriod).toBe(false);
    expect((await rule()).decisions.map(({ state }) => state)).toEqual(['in-force', 'replaced']);
  });

  it('stays as it was decided, says the database as well, and is what its hash says', async () => {
    const { body } = await first.post<{ id: string }>(`/retention/rules/${RULE}/decisions`, {
      months: 24,
      source: 'Décision « du 3 mars »,\n\tpage "2" \\ 4',
    });
    const change = (what: string): Promise<unknown> =>
      service.query(`UPDATE retention_decision SET ${what} WHERE id = $1`, [body.id]);
    await expect(change('months = 1')).rejects.toThrow('was proposed stays');
    await expect(
      change(`proposed_by = (SELECT id FROM account WHERE id <> proposed_by LIMIT 1)`),
    ).rejects.toThrow('was proposed stays');
    await second.post(`/retention/decisions/${body.id}/settle`, { outcome: 'refused' });
    await expect(change(`outcome = 'agreed'`)).rejects.toThrow('was decided stays');
    await expect(service.query(`DELETE FROM retention_decision WHERE id = $1`, [body.id])).rejects.toThrow(
      'was decided stays',
    );
    await expect(
      service.query(
        `INSERT INTO retention_decision (id, rule, months, source, proposed_by, proposed_at, hash)
         SELECT gen_random_uuid(), rule, 1, source, proposed_by, proposed_at, hash FROM retention_decision WHERE id = $1`,
        [body.id],
      ),
    ).rejects.toThrow('not that of the period');
  });

  it('only rules of cases are decided', async () => {
    for (const id of ['record', 'evidence-file', 'nothing'])
      expect((await first.post(`/retention/rules/${id}/decisions`, { months: 1, source: 'x' })).status).toBe(
        404,
      );
    for (const months of [-1, 1.5, 1801, '12'])
      expect((await first.post(`/retention/rules/${RULE}/decisions`, { months, source: 'x' })).status).toBe(
        400,
      );
  });

  it('lists what is due, page by page, the longest closed first', async () => {
    await decided(1);
    const ids = [await closed(), await closed()];
    expect((await due()).items).toEqual([]);
    expect((await dueIn(26)).items).toEqual([]);
    const found = (await dueIn(33)).items;
    expect(found.map(({ caseFileId }) => caseFileId)).toEqual(expect.arrayContaining(ids));
    expect(found.every(({ closedOn, dueOn }) => closedOn < dueOn)).toBe(true);
    await decided(12, 'case-after-majority');
    // Nobody knows when these children were born: what runs from majority never ends by itself.
    expect((await dueIn(33)).items).toEqual([]);
    await decided(null, 'case-after-majority');
    const [listed] = await service.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ledger_shown WHERE case_file_id = $1`,
      [ids[0]],
    );
    expect(listed?.count).toBeGreaterThan(0);
  });

  it('refuses a place in the list that it did not give', async () => {
    for (const cursor of ['x', Buffer.from('["30 février",1]').toString('base64url')])
      expect((await first.http.get(`/retention/due?cursor=${cursor}`)).status).toBe(400);
  });
});
