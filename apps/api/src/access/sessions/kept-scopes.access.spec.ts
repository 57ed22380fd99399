import fc from 'fast-check';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { type BareCase, insertBareCase } from '../../testing/cases/test-case';
import { onDatabase, testDatabase } from '../../testing/database/test-database';
import { NO_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import { type OpenSession, SessionRepository } from '../sign-in/session.repository';

const COOKIE = '__Host-repere';
const MINUTE = 60_000;

/** A change by somebody else: `whom` of those who ask, `other` of those they have to do with. */
interface Change {
  readonly what: keyof typeof CHANGES;
  readonly whom: number;
  readonly other: number;
  readonly from: number;
  readonly until: number;
}
/** Time that passes, or is set back, in minutes. */
interface Passes {
  readonly minutes: number;
}
type Event = Change | Passes;

/** `$1` whom, `$2` another, `$3` a case, `$4` from, `$5` until, `$6` now. */
const CHANGES = {
  joins: `INSERT INTO team_member (team_id, account_id) SELECT team_id, $1 FROM case_file WHERE id = $3 ON CONFLICT DO NOTHING`,
  leaves: `DELETE FROM team_member WHERE account_id = $1 AND team_id = (SELECT team_id FROM case_file WHERE id = $3)`,
  'other joins': `INSERT INTO team_member (team_id, account_id) SELECT team_id, $2 FROM case_file WHERE id = $3 ON CONFLICT DO NOTHING`,
  'other leaves': `DELETE FROM team_member WHERE account_id = $2 AND team_id = (SELECT team_id FROM case_file WHERE id = $3)`,
  'is on duty': `INSERT INTO duty (id, team_id, account_id, from_at, until_at, named_by, named_at)
    SELECT gen_random_uuid(), team_id, $1, $4, $5, $2, $6 FROM case_file WHERE id = $3`,
  'duty ends': `UPDATE duty SET ended_at = $6, ended_by = $2 WHERE account_id = $1 AND ended_at IS NULL`,
  'stands in': `INSERT INTO substitution (id, absent_id, substitute_id, from_at, until_at, named_by, named_at, team_ids)
    SELECT gen_random_uuid(), $2, $1, $4, $5, $2, $6, ARRAY[team_id] FROM case_file WHERE id = $3`,
  'is back': `UPDATE substitution SET ended_at = $6, ended_by = $2 WHERE substitute_id = $1 AND ended_at IS NULL`,
  'is kept out': `INSERT INTO restriction (id, case_file_id, team_id, circle, reason, key_id, words, since, set_by)
    SELECT gen_random_uuid(), id, team_id, ARRAY[$2::uuid], 'other', data_key_id, 'x', $6, $2 FROM case_file WHERE id = $3
    ON CONFLICT DO NOTHING`,
  'circle widens': `UPDATE restriction SET circle = circle || $1::uuid WHERE case_file_id = $3 AND ended_at IS NULL`,
  'circle ends': `UPDATE restriction SET ended_at = $6, ended_by = $2 WHERE case_file_id = $3 AND ended_at IS NULL`,
  'is in conflict': `INSERT INTO recusal (id, case_file_id, team_id, account_id, key_id, words, declared_at)
    SELECT gen_random_uuid(), id, team_id, $1, data_key_id, 'x', $6 FROM case_file WHERE id = $3 ON CONFLICT DO NOTHING`,
  'conflict ends': `UPDATE recusal SET lifted_at = $6, lifted_by = $2 WHERE case_file_id = $3 AND account_id = $1 AND lifted_at IS NULL`,
  'breaks the glass': `INSERT INTO break_glass (id, case_file_id, team_id, account_id, reason, key_id, words, opened_at, until_at, review_due_at)
    SELECT gen_random_uuid(), id, team_id, $1, 'child-present', data_key_id, 'x', $6, $6::timestamptz + interval '7 minutes', $5
      FROM case_file WHERE id = $3`,
  'glass is closed': `UPDATE break_glass SET ended_at = $6, ended_by = $2 WHERE account_id = $1 AND ended_at IS NULL`,
  'other is no supervisor': `UPDATE account SET roles = '{caseworker}' WHERE id = $2`,
  'other is a supervisor': `UPDATE account SET roles = '{supervisor}' WHERE id = $2`,
  'other is disabled': `UPDATE account SET disabled_at = $6 WHERE id = $2`,
  'other comes back': `UPDATE account SET disabled_at = NULL, starts_on = NULL, ends_on = NULL WHERE id = $2`,
  'other has a last day': `UPDATE account SET starts_on = NULL, ends_on = ($5::timestamptz AT TIME ZONE 'Europe/Paris')::date WHERE id = $2`,
  'team moves': `UPDATE team SET territory = CASE territory WHEN '93' THEN '974' ELSE '93' END WHERE id = (SELECT team_id FROM case_file WHERE id = $3)`,
} as const;

const NAMES = Object.keys(CHANGES) as readonly (keyof typeof CHANGES)[];
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom(...NAMES),
      whom: fc.nat(1),
      other: fc.nat(1),
      from: fc.constantFrom(-60, 0, 3, 20),
      until: fc.constantFrom(5, 30, 600),
    }),
  },
  { weight: 2, arbitrary: fc.record({ minutes: fc.constantFrom(1, 3, 5, 7, 16, 60, 700, -4, -90) }) },
);

/** What is kept between requests of what people reach, beside what is found anew at each. */
describe('what accounts reach, kept between their requests', () => {
  let service: TestService;
  let client: pg.Client;
  let space: Space;
  let kept: SessionRepository;
  let others: readonly string[];
  let file: BareCase;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    client = new pg.Client({ connectionString: onDatabase(testDatabase().urls.app, service.databaseOf()) });
    await client.connect();
    const found = await service.app.get(Spaces).findSpace(null);
    if (!found) throw new Error('no space');
    space = found;
    kept = new SessionRepository(service.app.get(CredentialMacs));
    const hired = await Promise.all(
      [0, 1].map(() => service.hire({ roles: ['supervisor'], teams: ['North'] })),
    );
    others = hired.map(({ id }) => id);
    file = await insertBareCase(service, { team: 'North' });
  });
  afterAll(async () => {
    await client.end();
    await service.stop();
  });

  const arrive = async (role: 'caseworker' | 'supervisor'): Promise<SignedInClient> => {
    const person = await service.signIn({ roles: [role], teams: ['South'] });
    // From the first recorded act on an account has its name in the record, without which nothing is kept.
    await person.client.get('/session');
    return person;
  };
  const tokenOf = (person: SignedInClient): string => person.client.cookie(COOKIE) ?? '';

  /** As a request begins, on the one connection: who acts, and what the database was told. */
  const enter = async (
    repository: SessionRepository,
    person: SignedInClient,
    now: number,
  ): Promise<{
    readonly session: OpenSession | null;
    readonly told: unknown;
    /** What policies compare with. */
    readonly compared: unknown;
    readonly asked: number;
  }> => {
    let asked = 0;
    const query = async (sql: string, values: unknown[]): Promise<unknown[]> => {
      asked++;
      return (await client.query(sql, values)).rows;
    };
    await client.query('BEGIN');
    try {
      const session = await repository.enterSession({ query } as EntityManager, space, tokenOf(person), now);
      const told = session && (await client.query<{ it: unknown }>('SELECT app_context() AS it')).rows[0]?.it;
      const compared =
        session && (await client.query<{ it: string[] }>('SELECT lasting_scope() AS it')).rows[0]?.it;
      return {
        session: session && { ...session, now: session.idleUntil },
        ...{ told: inOrder(told), compared: compared?.map(setIn), asked },
      };
    } finally {
      await client.query('ROLLBACK');
    }
  };

  const change = (it: Change, people: readonly SignedInClient[], now: number): Promise<unknown> => {
    const sql = CHANGES[it.what];
    const given: readonly unknown[] = [
      ...[people[it.whom]?.id, others[it.other], file.id],
      ...[
        new Date(now + it.from * MINUTE),
        new Date(now + (Math.max(it.from, 0) + it.until) * MINUTE),
        new Date(now),
      ],
    ];
    // Only what it names, in the order in which it does.
    const named = [...new Set(sql.match(/\$\d/g))];
    const text = sql.replace(/\$\d/g, (name) => `$${String(named.indexOf(name) + 1)}`);
    return service.asSeed(({ manager }) =>
      manager.query(
        text,
        named.map((name) => given[Number(name.slice(1)) - 1]),
      ),
    );
  };

  it('is at each moment what is found without it, whatever changes in between, for two in turns on one connection', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 14 }), async (events) => {
        const people = [await arrive('caseworker'), await arrive('supervisor')];
        let now = Date.parse('2026-03-10T21:40:00Z');
        for (const it of events) {
          if ('minutes' in it) now += it.minutes * MINUTE;
          else await change(it, people, now);
          for (const person of people) {
            const found = await enter(new SessionRepository(service.app.get(CredentialMacs)), person, now);
            for (let turn = 0; turn < 2; turn++) {
              const given = await enter(kept, person, now);
              expect(given).toEqual({ ...found, asked: 1 });
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(['is on duty', 'stands in', 'breaks the glass'] as const)(
    'begins and ends by time alone, to the minute: who %s',
    async (what) => {
      const person = await arrive('caseworker');
      await change({ what: 'other comes back', whom: 0, other: 0, from: 0, until: 0 }, [person], 0);
      // Within one quarter of an hour.
      const now = Date.parse('2026-03-12T09:01:00Z');
      await change({ what, whom: 0, other: 0, from: 2, until: 3 }, [person], now);
      const scopes = new Set<string>();
      for (let minute = 0; minute < 10; minute++) {
        const at = now + minute * MINUTE;
        const found = await enter(new SessionRepository(service.app.get(CredentialMacs)), person, at);
        expect(await enter(kept, person, at)).toEqual(found);
        scopes.add(JSON.stringify(found.session?.actor.effectiveScope));
      }
      expect(scopes.size).toBe(2);
    },
  );

  it('is not found again while nothing changes, and is by the very next request after a change', async () => {
    const person = await arrive('caseworker');
    const now = Date.parse('2026-03-10T09:01:00Z');
    const [first, second] = [await enter(kept, person, now), await enter(kept, person, now + MINUTE)];
    const scopeOf = (it: Awaited<ReturnType<typeof enter>>) => it.session?.actor.effectiveScope;
    // The very same object: the database gave none.
    expect(scopeOf(second)).toBe(scopeOf(first));
    await change({ what: 'is in conflict', whom: 0, other: 0, from: 0, until: 5 }, [person], now);
    const third = await enter(kept, person, now + MINUTE);
    expect(scopeOf(third)?.barredIds).toEqual([file.id]);
    expect(third.told).toMatchObject({ barred: [file.id] });
    // A change that was taken back moves no mark.
    await service
      .asSeed(async ({ manager }) => {
        await manager.query(`DELETE FROM team_member WHERE account_id = $1`, [person.id]);
        throw new Error('taken back');
      })
      .catch(() => undefined);
    expect(scopeOf(await enter(kept, person, now + MINUTE))).toBe(scopeOf(third));
  });

  it('opens nothing to who may not come in any more, nor to anybody else', async () => {
    const [person, other] = [await arrive('caseworker'), await arrive('caseworker')];
    const now = Date.now();
    await enter(kept, person, now);
    await enter(kept, other, now);
    await service.asSeed(({ manager }) =>
      manager.query(`UPDATE account SET disabled_at = now() WHERE id = $1`, [person.id]),
    );
    expect(await enter(kept, person, now)).toMatchObject({ session: null });
    const row = await enter(kept, other, now);
    expect(row.told).toMatchObject({ account: other.id });
    // A context that is somebody else's is not taken, whatever its mark.
    const { rows } = await client.query<{ mark: string }>('SELECT mark FROM scope_mark');
    await client.query('BEGIN');
    await client.query(
      `SELECT enter_session(token_hash, $2, '{}', $3, $4, '{"account": "x"}', NULL) FROM session WHERE account_id = $1`,
      [other.id, new Date(now).toISOString(), rows[0]?.mark, person.id],
    );
    const told = await client.query<{ it: object }>('SELECT app_context() AS it');
    await client.query('ROLLBACK');
    expect(told.rows[0]?.it).toMatchObject({ account: other.id });
  });

  it('has a mark that the application cannot move', async () => {
    await expect(client.query('UPDATE scope_mark SET mark = gen_random_uuid()')).rejects.toThrow(
      'permission',
    );
  });
});

/** Lists of a context are sets. */
const inOrder = (context: unknown): unknown =>
  context === null || typeof context !== 'object'
    ? context
    : Object.fromEntries(
        Object.entries(context).map(([name, it]) => [
          name,
          Array.isArray(it) ? (it as unknown[]).toSorted(byText) : (it as unknown),
        ]),
      );

/** The members of an array as PostgreSQL writes it. */
const setIn = (text: string): readonly string[] => text.split(/[{},]/).toSorted(byText);

const byText = (a: unknown, b: unknown): number => JSON.stringify(a).localeCompare(JSON.stringify(b));
