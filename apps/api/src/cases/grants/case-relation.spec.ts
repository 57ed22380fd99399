import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { grantTo } from '../../testing/cases/test-grants';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto } from '../page/case-file.dto';
import type { CoverDto } from '../cover/cover.dto';
import type { CaseAccessDto } from './case-access.dto';
import type { CaseAccessLogDto } from '../../audit/access-log/access-log.dto';

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

/** Where the texts that the view replaced differed. */
describe('who has a relation to a case, on the pages that say it', () => {
  let service: TestService;
  let lead: SignedInClient;
  let supervisor: SignedInClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    lead = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    file = await new CaseClient(lead.client).opened();
  });

  const key = () => ({ 'Idempotency-Key': randomUUID() });
  const seed = (sql: string, ...parameters: readonly unknown[]) =>
    service.asSeed(({ manager }) => manager.query(sql, [...parameters]));
  const someone = () => service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Odile' });
  const isUncovered = async (): Promise<boolean> =>
    (await supervisor.client.get<CoverDto>('/cover')).body.uncovered.some(
      ({ caseFileId }) => caseFileId === file.id,
    );
  const shownOf = async (id: string): Promise<readonly string[]> => {
    const { people } = (await lead.client.get<CaseAccessDto>(`/case-files/${file.id}/access`)).body;
    if ('redacted' in people) throw new Error('redacted');
    return people.filter((it) => it.id === id).map(({ relation }) => relation);
  };
  const isOutside = async (reader: string): Promise<boolean> => {
    const { body } = await supervisor.client.get<CaseAccessLogDto>(`/case-files/${file.id}/access-log`);
    const accessEvents = body.items.filter(({ by }) => by?.id === reader);
    expect(accessEvents.length).toBeGreaterThan(0);
    return accessEvents.some(({ unusual }) => unusual.some(({ code }) => code === 'outside'));
  };

  it('a substitute in conflict covers no case', async () => {
    const substitute = await someone();
    const leave = { absentId: lead.id, substituteId: substitute.id, from: inHours(-1), until: inHours(1) };
    expect((await supervisor.client.post('/substitutions', leave, key())).status).toBe(201);
    expect(await isUncovered()).toBe(false);
    await seed(
      `INSERT INTO recusal (id, case_file_id, team_id, account_id, key_id, words, declared_at)
       SELECT gen_random_uuid(), id, team_id, $2, data_key_id, 'x', now() FROM case_file WHERE id = $1`,
      ...[file.id, substitute.id],
    );
    expect(await isUncovered()).toBe(true);
  });

  it('an emergency access from outside the circle is said as what it is, and that of a closed account not at all', async () => {
    const { id } = await someone();
    await grantTo(service, { id: file.id, entryId: '' }, id, 'break-glass');
    expect(await shownOf(id)).toEqual(['break-glass']);
    const circle = { circle: [lead.id, supervisor.id], reason: 'other', words: 'x' };
    const { status } = await supervisor.client.put(`/case-files/${file.id}/restriction`, circle, key());
    expect(status).toBe(204);
    expect(await shownOf(id)).toEqual(['break-glass-restricted']);
    await seed(`UPDATE account SET disabled_at = now() WHERE id = $1`, id);
    expect(await shownOf(id)).toEqual([]);
  });

  it('a lead who has left since looked from inside, who opened it in an emergency did not', async () => {
    const [former, stranger] = [await someone(), await someone()];
    await seed(`UPDATE case_file SET lead_id = $2 WHERE id = $1`, file.id, former.id);
    await grantTo(service, { id: file.id, entryId: '' }, stranger.id, 'break-glass');
    for (const { client } of [former, stranger])
      expect((await client.get(`/case-files/${file.id}`)).status).toBe(200);
    await seed(`UPDATE account SET ends_on = current_date - 40 WHERE id = $1`, former.id);
    expect([await isOutside(former.id), await isOutside(stranger.id)]).toEqual([false, true]);
  });

  it('an opinion that ended by itself is nothing that its account still holds', async () => {
    const administrator = await service.signIn({ roles: ['administrator'] });
    const { id } = await someone();
    await grantTo(service, { id: file.id, entryId: '' }, id, 'second-opinion');
    const held = async () =>
      (await administrator.client.get<{ held: readonly { assigned: number }[] }>(`/accounts/${id}`)).body
        .held;
    expect(await held()).toEqual([expect.objectContaining({ team: 'North', assigned: 1 })]);
    await seed(
      `UPDATE assignment SET since = since - interval '2 day', until_at = until_at - interval '2 day' WHERE account_id = $1`,
      id,
    );
    expect(await held()).toEqual([]);
  });
});

const ROOT = join(__dirname, '../..');

/** Folders whose SQL reads relations of people to cases by itself; why. */
const BY_ITSELF: Readonly<Record<string, string>> = {
  appointments: 'leaves of whoever goes along with a child, as they were planned',
  'cases/approvals': 'acts that one account is to approve, by their key',
  'audit/bundle/gathering': 'which accounts may be of a service, by what was ever referred of the case',
  'cases/cover': 'shows leaves and turns as they were planned, and who is away',
  'cases/reading': 'facts of a case for libs/access, the second reading',
  'cases/grants': 'gives grants, and says what a referral carries',
  'cases/journal': 'that a referral was taken back or is over, as a line of the chronology',
  'cases/next-appointment': 'leaves of whoever goes along with a child, as they were planned',
  'directory/services':
    'what accounts of services have yet to answer, counted, before services leave the directory',
  demo: 'looks whether the demo and its referrals were seeded',
  'privacy/access-requests/staff': 'tells a person every row about them',
  referrals: 'what was referred to one partner, by its key',
  'referrals/answers': 'what was referred of one case, taken back or over as well',
  'referrals/places':
    'places that services gave, by the referrals of their members, taken back or over as well',
  'referrals/matching': 'which services know of one case, by the referrals of their members',
};

describe('who has a relation to a case', () => {
  it('is read from the view: eight texts said it, each in its own way', () => {
    const folders = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/spec|testing|migrations/.test(path))
      .filter((path) =>
        /\b(FROM|JOIN)\s+(assignment|substitution|duty)\b/.test(readFileSync(join(ROOT, path), 'utf8')),
      )
      .map(dirname);
    expect([...new Set(folders)].sort()).toEqual(Object.keys(BY_ITSELF).sort());
  });
});
