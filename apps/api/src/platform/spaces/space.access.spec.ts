import pg from 'pg';
import { insertBareCase } from '../../testing/cases/test-case';
import { onDatabase, testDatabase } from '../../testing/database/test-database';
import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../../testing/test-service';
import type { AboutDto } from '../../access/about.dto';
import type { SessionDto } from '../../access/sign-in/session.dto';

describe('two spaces side by side', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({
      trainingKeys: ['workshop'],
      configuration: { protocolsDir: NO_PROTOCOLS },
    });
  });
  afterAll(() => service.stop());

  it('are told apart by the address', async () => {
    expect((await service.client().get<AboutDto>('/about')).body.space).toMatchObject({
      key: null,
      kind: 'live',
    });
    expect((await service.client('workshop').get<AboutDto>('/about')).body.space).toMatchObject({
      key: 'workshop',
      kind: 'training',
    });
    expect((await service.client('nowhere').get('/about')).status).toBe(404);
  });

  it('have accounts and sessions of their own', async () => {
    const live = await service.signIn({ roles: ['caseworker'], name: 'Live' });
    const workshop = await service.signIn({ roles: ['caseworker'], name: 'Workshop' }, 'workshop');
    expect((await workshop.client.get<SessionDto>('/session')).body.account.name).toBe('Workshop');
    expect((await live.client.inSpace('workshop').get('/session')).status).toBe(401);
    expect((await workshop.client.inSpace(null).get('/session')).status).toBe(401);

    const elsewhere = service.client('workshop');
    expect((await elsewhere.post('/session', { login: live.login, password: TEST_PASSWORD })).status).toBe(
      401,
    );
  });

  it('do not take each other’s token, under whatever name', async () => {
    const live = await service.signIn({ roles: ['caseworker'] });
    const token = live.client.cookie('__Host-repere') ?? '';
    const thief = service.client('workshop');
    thief.setCookie('__Host-repere-workshop', token);
    thief.setCookie('__Host-repere', token);
    expect((await thief.get('/session')).status).toBe(401);
    expect((await thief.inSpace(null).get('/session')).status).toBe(200);
  });

  it('both stay open in one browser', async () => {
    const { login } = await service.hire({ roles: ['caseworker'], name: 'Trainee' }, 'workshop');
    const { client } = await service.signIn({ roles: ['caseworker'], name: 'Worker' });
    const training = client.inSpace('workshop');
    await training.post('/session', { login, password: TEST_PASSWORD });
    expect((await training.get<SessionDto>('/session')).body.account.name).toBe('Trainee');
    expect((await training.inSpace(null).get<SessionDto>('/session')).body.account.name).toBe('Worker');
  });

  it('keep their rows in databases of their own', async () => {
    await service.hire({ roles: ['caseworker'], teams: ['North'] });
    const { id } = await insertBareCase(service, { team: 'North' });
    const count = (key: string | null): Promise<unknown> =>
      service.query('SELECT 1 FROM case_file WHERE id = $1', [id], key);
    expect(await count(null)).toHaveLength(1);
    expect(await count('workshop')).toHaveLength(0);
  });

  it('let the role of training spaces into no live database', async () => {
    const enter = async (url: string, key: string | null): Promise<string> => {
      const client = new pg.Client({ connectionString: onDatabase(url, service.databaseOf(key)) });
      try {
        await client.connect();
        return 'in';
      } catch (error) {
        return error instanceof Error && 'code' in error ? String(error.code) : 'failed';
      } finally {
        await client.end();
      }
    };
    const { training, app } = testDatabase().urls;
    expect(await enter(training, 'workshop')).toBe('in');
    expect(await enter(training, null)).toBe('42501');
    expect(await enter(app, null)).toBe('in');
    expect(await enter(app, 'workshop')).toBe('42501');
  });

  it('have clocks of their own, and one machine time for sessions', async () => {
    const [{ database } = { database: '' }] = [{ database: service.databaseOf('workshop') }];
    await service.inBook(`UPDATE space SET fixed_now = '2031-05-06T07:08:09Z' WHERE database = $1`, [
      database,
    ]);
    const { client } = await service.signIn({ roles: ['caseworker'] }, 'workshop');
    const { body } = await client.get<AboutDto>('/about');
    expect(body.space.now).toBe('2031-05-06T07:08:09.000Z');
    const session = await client.get<SessionDto>('/session');
    expect(Math.abs(Date.parse(session.body.idleUntil) - Date.now())).toBeLessThan(16 * 60_000);
    expect(
      Math.abs(Date.parse((await service.client().get<AboutDto>('/about')).body.space.now) - Date.now()),
    ).toBeLessThan(60_000);
  });
});
