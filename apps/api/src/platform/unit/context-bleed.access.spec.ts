import { createHash, randomBytes } from 'node:crypto';
import { Controller, Module, Param } from '@nestjs/common';
import { ProbeRoute } from '../../testing/probe-route';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import type { TestClient } from '../../testing/accounts/test-client';
import { insertBareCase } from '../../testing/cases/test-case';
import { Refusal } from '../refusals/refusal';
import { UnitOfWork } from './unit-of-work';
import type { SessionDto } from '../../access/sign-in/session.dto';
import type { TeamMateDto } from '../../access/team/team.dto';

const READERS = 64;

interface Seen {
  readonly actor: string;
  readonly inDatabase: string;
  readonly cases: readonly string[];
}

/** Looks around, waits while others come and go on the same connections, and looks again. */
@Controller('bleed')
class BleedController {
  constructor(private readonly unit: UnitOfWork) {}

  @ProbeRoute('GET look/:wait', 'case-file.read', { isUnrecorded: true })
  async readTwice(@Param('wait') wait: string): Promise<readonly Seen[]> {
    const first = await this.see();
    await this.unit.manager.query(`SELECT pg_sleep($1::float8 / 1000)`, [wait]);
    await new Promise((soon) => setImmediate(soon));
    return [first, await this.see()];
  }

  /** Leaves its connection in the middle of something. */
  @ProbeRoute('GET break/:how', 'step.check')
  async break(@Param('how') how: string): Promise<never> {
    await this.see();
    if (how === 'refuse') throw new Refusal('not-found');
    if (how === 'sql') await this.unit.manager.query('SELECT 1 / 0');
    throw new Error('broken');
  }

  private async see(): Promise<Seen> {
    const { manager, account } = this.unit;
    const [row]: { account: string }[] = await manager.query('SELECT app_account() AS account');
    // With a parameter: prepared on each connection, and planned for everybody after some readers.
    const cases: { id: string }[] = await manager.query('SELECT id FROM case_file WHERE team_id <> $1', [
      '00000000-0000-4000-8000-000000000000',
    ]);
    return { actor: account.id, inDatabase: row?.account ?? '', cases: cases.map(({ id }) => id) };
  }
}

@Module({ controllers: [BleedController] })
class BleedModule {}

interface Reader {
  readonly id: string;
  readonly name: string;
  readonly caseId: string;
  readonly client: TestClient;
}

/** More readers at once than the pool has connections, each with one case that nobody else may see. */
describe('sixty-four requests at once', () => {
  let service: TestService;
  let readers: readonly Reader[];
  beforeAll(async () => {
    service = await TestService.start({
      modules: [BleedModule],
      configuration: { protocolsDir: NO_PROTOCOLS },
    });
    readers = [];
    for (let number = 0; number < READERS; number++) readers = [...readers, await reader(number)];
  });
  afterAll(() => service.stop());

  /** Signed in by a row, since checking 64 passwords is not what this is about. */
  async function reader(number: number): Promise<Reader> {
    const name = `Reader ${number}`;
    const team = `Team ${number}`;
    const { id } = await service.hire({ roles: ['caseworker'], teams: [team], name });
    const { id: caseId } = await insertBareCase(service, { team });
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest();
    await service.changeBound('INSERT INTO session (token_hash, account_id) VALUES ($1, $2)', [hash, id]);
    const client = service.client();
    client.setCookie('__Host-repere', token);
    return { id, name, caseId, client };
  }
  const shuffled = (): readonly Reader[] =>
    readers
      .map((it) => ({ it, at: Math.random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ it }) => it);

  it('each act as their own reader, in the process and in the database, before and after waiting', async () => {
    for (let round = 0; round < 3; round++)
      await Promise.all(
        shuffled().map(async ({ id, caseId, client }) => {
          const { status, body } = await client.get<Seen[]>(`/bleed/look/${Math.floor(Math.random() * 40)}`);
          const own = { actor: id, inDatabase: id, cases: [caseId] };
          expect({ status, body }).toEqual({ status: 200, body: [own, own] });
        }),
      );
  });

  it('leave nothing on their connection when they break half-way', async () => {
    await Promise.all(
      shuffled().map(async ({ id, caseId, client }, place) => {
        const how = ['refuse', 'sql', 'throw', null][place % 4] ?? null;
        if (how) expect((await client.get(`/bleed/break/${how}`)).status).toBe(how === 'refuse' ? 404 : 500);
        const { body } = await client.get<Seen[]>('/bleed/look/5');
        expect(body).toEqual(
          Array.from({ length: 2 }, () => ({ actor: id, inDatabase: id, cases: [caseId] })),
        );
      }),
    );
  });

  it('get their own name, their own team, and nobody else’s case, from the routes of the application', async () => {
    await Promise.all(
      shuffled().map(async ({ id, name, caseId, client }, place) => {
        const foreignCase = readers.filter((it) => it.caseId !== caseId)[place % (READERS - 1)]?.caseId;
        const [session, team, foreign] = await Promise.all([
          client.get<SessionDto>('/session'),
          client.get<{ items: TeamMateDto[] }>('/team'),
          client.get(`/case-files/${foreignCase}`),
        ]);
        expect(session.body.account.name).toBe(name);
        expect(team.body.items.map((mate) => mate.id)).toEqual([id]);
        expect(foreign.status).toBe(404);
      }),
    );
  });

  it('with a connection that somebody has used see nothing without a reader of their own', async () => {
    await Promise.all(readers.map(({ client }) => client.get('/bleed/look/0')));
    const nobody = await Promise.all(
      Array.from({ length: READERS }, () => service.client().get('/bleed/look/0')),
    );
    expect(new Set(nobody.map(({ status }) => status))).toEqual(new Set([401]));
  });
});
