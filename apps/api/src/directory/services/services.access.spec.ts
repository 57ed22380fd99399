import { randomUUID } from 'node:crypto';
import type { AccountRole } from '@repere/access';
import pg from 'pg';
import { onDatabase, testDatabase } from '../../testing/database/test-database';
import { type AccountActor, securityContext } from '../../platform/unit/actor';
import type { ProblemDto } from '../../platform/answers/openapi';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { DirectoryServiceDto, DirectoryServicesDto, ServiceToWriteDto } from './services.dto';

const HOME: ServiceToWriteDto = {
  name: 'Foyer des Tilleuls fictif',
  kind: 'young-shelter',
  territories: ['93'],
  needs: ['bed-tonight'],
  ages: { from: 13, to: 17 },
  sexes: ['girl'],
  languages: ['fr', 'ps'],
  has: ['night-staff'],
  hasNot: ['without-papers'],
  freePlaces: 2,
  waitingDays: 0,
  phones: ['01 99 00 12 30'],
  opening: 'always',
};
const HIDDEN: ServiceToWriteDto = {
  ...{ ...HOME, name: 'Refuge fictif', has: ['secret-address'], hasNot: [] },
  address: '12 impasse des Fictions',
};

/** Secret addresses of a service that the database alone, without the application's guards, shows to an account. */
async function rowsSeenBy(
  service: TestService,
  id: string,
  role: AccountRole,
  serviceId: string,
): Promise<readonly unknown[]> {
  const client = new pg.Client({
    connectionString: onDatabase(testDatabase().urls.app, service.databaseOf()),
  });
  await client.connect();
  try {
    await client.query('BEGIN');
    const effectiveScope = {
      ...{ dutyTeamIds: [], standsInFor: [], supervisedTeamIds: [], barredIds: [], rescuedIds: [] },
    };
    const actor: AccountActor = {
      ...{ kind: 'account', id, name: '', roles: [role], teams: [], language: 'fr', effectiveScope },
    };
    await client.query(`SELECT set_config('app.ctx', $1, true)`, [securityContext(actor, Date.now())]);
    return (await client.query(`SELECT id FROM service_address WHERE service_id = $1`, [serviceId])).rows;
  } finally {
    await client.end();
  }
}

describe('the directory of services', () => {
  let service: TestService;
  let administrator: SignedInClient;
  let partner: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start();
    administrator = await service.signIn({ roles: ['administrator'], name: 'Alix Annuaire' });
    partner = await service.signIn({ roles: ['partner'], name: 'Lou Foyer' });
  });
  afterAll(() => service.stop());

  type Method = 'post' | 'put' | 'delete';
  const send = <T = DirectoryServiceDto & ProblemDto>(
    { client }: SignedInClient,
    method: Method,
    path: string,
    body: unknown = {},
    key: string = randomUUID(),
  ) =>
    method === 'delete'
      ? client.delete<T>(path, { 'Idempotency-Key': key })
      : client[method]<T>(path, body, { 'Idempotency-Key': key });
  const find = async (asked: object = {}, by = administrator) =>
    (await by.client.post<DirectoryServicesDto>('/services/search', asked)).body;
  const add = (written: object = HOME, by = administrator) => send(by, 'post', '/services', written);

  it('is kept by administrators alone', async () => {
    const { body } = await add();
    for (const roles of [['caseworker'], ['supervisor'], ['partner'], ['auditor']] as const) {
      const by = await service.signIn({ roles: [...roles], teams: ['North'] });
      expect((await by.client.post('/services/search', {})).status).toBe(403);
      expect((await add(HOME, by)).status).toBe(403);
      expect((await send(by, 'put', `/services/${body.id}`, HOME)).status).toBe(403);
      expect((await send(by, 'delete', `/services/${body.id}`)).status).toBe(403);
    }
    await send(administrator, 'delete', `/services/${body.id}`);
  });

  it('says what is known, who made sure of it and when, and leaves the rest unknown', async () => {
    const { status, body } = await add();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...HOME,
      territoryNames: ['Seine-Saint-Denis'],
      verifiedBy: 'Alix Annuaire',
      isStale: false,
      excludesSixteenSeventeen: false,
      members: [],
    });
    const unsaid = { ...HOME, name: 'Inconnu', needs: null, ages: null, sexes: null, languages: null };
    expect(
      (await add({ ...unsaid, has: [], hasNot: [], opening: 'unknown', freePlaces: null })).body,
    ).toMatchObject({
      ...{ needs: null, ages: null, sexes: null, languages: null, has: [], hasNot: [], freePlaces: null },
      ...{ opening: 'unknown', hours: null, placesAt: null },
    });
    const rows = await service.query(`SELECT *, encode(content, 'escape') AS content FROM directory_service`);
    expect(JSON.stringify(rows)).not.toMatch(/Tilleuls|99 00/);
  });

  it('is found by a part of its name, by place, by kind, and by what is to be looked at', async () => {
    await add({ ...HOME, name: 'Été de Créteil', territories: ['94'], ages: { from: 6, to: 15 } });
    expect((await find({ text: 'cret' })).items.map(({ name }) => name)).toEqual(['Été de Créteil']);
    expect((await find({ territory: '94' })).total).toBe(1);
    expect((await find({ kind: 'court' })).total).toBe(0);
    expect((await find({ only: 'excludes-16-17' })).items.map(({ name }) => name)).toEqual([
      'Été de Créteil',
    ]);
    expect((await find({ only: 'to-check' })).total).toBe(0);
    await service.asSeed(({ manager }) =>
      manager.query(
        `UPDATE directory_service SET verified_at = now() - interval '91 days' WHERE territories = '{94}'`,
      ),
    );
    const { items, toCheck } = await find({ only: 'to-check' });
    expect([items[0]?.name, items[0]?.isStale, toCheck]).toEqual(['Été de Créteil', true, 1]);
    const id = items[0]?.id ?? '';
    expect((await send(administrator, 'put', `/services/verified/${id}`)).body.isStale).toBe(false);
    expect((await find()).toCheck).toBe(0);
  });

  it('is entered whole or not at all, each mistake at its field', async () => {
    for (const [wrong, field] of [
      [{ name: ' ' }, 'name'],
      [{ name: 'x'.repeat(121) }, 'name'],
      [{ kind: 'the-neighbour' }, 'kind'],
      [{ territories: ['99'] }, 'territories'],
      [{ territories: ['93', '93'] }, 'territories'],
      [{ needs: ['a-hug'] }, 'needs'],
      [{ ages: { from: 17, to: 13 } }, 'ages'],
      [{ ages: { from: -1, to: 13 } }, 'ages.from'],
      [{ sexes: ['girls'] }, 'sexes'],
      [{ languages: ['français'] }, 'languages'],
      [{ has: ['night-staff'], hasNot: ['night-staff'] }, 'hasNot'],
      [{ phones: ['poste 12'] }, 'phones'],
      [{ email: 'nulle part' }, 'email'],
      [{ opening: 'at-hours' }, 'hours'],
      [{ freePlaces: -1 }, 'freePlaces'],
    ] as const) {
      const { status, body } = await add({ ...HOME, name: 'Faux', ...wrong });
      expect([status, body.reasons?.map((it) => it.field)]).toEqual([400, [field]]);
    }
    expect((await find({ text: 'Faux' })).total).toBe(0);
  });

  it('keeps a secret address where its keeper can write and not read', async () => {
    const { body } = await add(HIDDEN);
    expect(body).toMatchObject({ hasSecretAddress: true });
    expect(body.address).toBeUndefined();
    expect(JSON.stringify(await find())).not.toContain('impasse');
    const read = (by: SignedInClient, role: AccountRole) => rowsSeenBy(service, by.id, role, body.id);
    const worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    expect((await read(worker, 'caseworker')).length).toBe(1);
    expect((await read(administrator, 'administrator')).length).toBe(0);
    expect((await read(partner, 'partner')).length).toBe(0);
    // What is written anew leaves the address alone, unless it is said.
    await send(administrator, 'put', `/services/${body.id}`, { ...HIDDEN, address: undefined });
    expect((await read(worker, 'caseworker')).length).toBe(1);
    await send(administrator, 'put', `/services/${body.id}`, { ...HIDDEN, address: '' });
    expect((await read(worker, 'caseworker')).length).toBe(2);
  });

  it('moves an address that becomes secret to where secrets stand', async () => {
    const { body } = await add({ ...HOME, name: 'Ouvert', address: '1 rue Ouverte' });
    expect(body.address).toBe('1 rue Ouverte');
    const secret = { ...HOME, name: 'Ouvert', has: ['secret-address'] };
    expect((await send(administrator, 'put', `/services/${body.id}`, secret)).body.address).toBeUndefined();
    const [{ count } = { count: '' }] = await service.query<{ count: string }>(
      `SELECT count(*) FROM service_address WHERE service_id = '${body.id}'`,
    );
    expect(count).toBe('1');
  });

  it('has accounts of partners as members, once each, and nobody of the house', async () => {
    const [item] = (await find({ text: 'Tilleuls' })).items;
    const path = `/services/${item?.id ?? ''}/members`;
    const worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    expect((await send(administrator, 'put', `${path}/${worker.id}`)).status).toBe(422);
    expect((await send(administrator, 'put', `${path}/${randomUUID()}`)).status).toBe(422);
    expect((await send(administrator, 'put', `/services/${randomUUID()}/members/${partner.id}`)).status).toBe(
      404,
    );
    for (const _again of [1, 2])
      expect((await send(administrator, 'put', `${path}/${partner.id}`)).body.members).toEqual([
        { id: partner.id, name: 'Lou Foyer' },
      ]);
    expect((await send(administrator, 'delete', `${path}/${partner.id}`)).body.members).toEqual([]);
    expect((await send(administrator, 'delete', `${path}/${partner.id}`)).status).toBe(404);
  });

  it('is gone once taken away, and the same press does it once', async () => {
    const { body } = await add({ ...HOME, name: 'Éphémère' });
    const key = randomUUID();
    for (const _twice of [1, 2])
      expect((await send(administrator, 'delete', `/services/${body.id}`, {}, key)).status).toBe(204);
    expect((await send(administrator, 'delete', `/services/${body.id}`)).status).toBe(404);
    expect((await send(administrator, 'put', `/services/${body.id}`, HOME)).status).toBe(404);
    expect((await find({ text: 'Éphémère' })).total).toBe(0);
  });

  it('reminds administrators by mail of what nobody made sure of, once a week whatever is to be checked', async () => {
    const jobs = await service.query<{ run_at: Date }>(
      `SELECT run_at FROM job WHERE kind = 'directory.to-check'`,
    );
    expect(jobs.length).toBe(1);
    const days = ((jobs[0]?.run_at.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(90);
    expect(days).toBeLessThanOrEqual(97);
  });
});
