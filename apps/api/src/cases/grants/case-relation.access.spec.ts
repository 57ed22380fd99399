import { may, mayEver, RELATIONS, type Relation, relationsTo } from '@repere/access';
import fc from 'fast-check';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import {
  type AccountActor,
  type Actor,
  securityContext,
  type SystemActorId,
} from '../../platform/unit/actor';
import { enterAccount } from '../../platform/unit/enter';
import { asSuperuser, cloneDatabase, SPACE_TEMPLATE } from '../../testing/database/test-database';
import { accountId, caseId, insertRelationsWorld } from './testing/insert-relations-world';
import { type RelationsWorld, relationsWorld } from './testing/relations-world';
import { WorldByRule } from './testing/world-by-rule';

interface Line {
  readonly caseId: string;
  readonly accountId: string;
  readonly relation: Relation;
}

const SHOWN = `SELECT DISTINCT case_id AS "caseId", account_id AS "accountId", relation FROM case_relation_now`;
const NOW = Date.parse('2026-03-10T11:00:00Z');
/** Worlds; reading by policies, account by account, takes longest. */
const RUNS = { view: 100, policies: 60, scope: 250 } as const;

/** Somebody outside the circle whose role reads nothing by a broken glass, and who has another relation to the case. */
const outsideCircle = (role: 'auditor' | 'partner'): RelationsWorld => ({
  now: NOW,
  accounts: [
    { roles: [role], teams: [], isDisabled: false, startsOn: null, endsOn: null },
    { roles: ['caseworker'], teams: [0], isDisabled: false, startsOn: null, endsOn: null },
  ],
  cases: [{ team: 0, lead: null, circle: [1], recused: [] }],
  given: [{ of: 0, to: 0, relation: 'partner', since: NOW - 1, until: NOW + 1, ended: null }],
  duties: [],
  leaves: [],
  glass: [{ of: 0, account: 0, since: NOW - 1, until: NOW + 1, ended: null }],
  missions: [{ state: 'open', auditors: [0], cases: [0] }],
});
const OUTSIDE_CIRCLE = [outsideCircle('auditor'), outsideCircle('partner')];

describe('who has a relation to a case', () => {
  let database: string;
  beforeAll(async () => {
    database = await cloneDatabase(SPACE_TEMPLATE, 'repere_app');
  });

  /** For every world: its rows, `check`, and nothing of it stays. */
  const inEveryWorld = (
    numRuns: number,
    check: (world: InDatabase) => Promise<void>,
    examples: readonly RelationsWorld[] = [],
  ): Promise<void> =>
    asSuperuser(database, (client) =>
      fc.assert(
        fc.asyncProperty(relationsWorld, async (world) => {
          await client.query('BEGIN');
          try {
            await insertRelationsWorld(client, world);
            await client.query(`SET LOCAL ROLE repere_app`);
            await check(new InDatabase(client, world));
          } finally {
            await client.query('ROLLBACK');
          }
        }),
        { numRuns, examples: examples.map((it) => [it]) },
      ),
    );

  it('is the same in the view and by the rule, for everybody', () =>
    inEveryWorld(RUNS.view, async (world) => {
      expect(sorted(await world.linesAs('system:record'))).toEqual(sorted(world.byRule()));
    }));

  it('is what the policies let be read, and no case besides', () =>
    inEveryWorld(
      RUNS.policies,
      async (world) => {
        for (const account of world.open) {
          const actor = await world.actor(account);
          const principal = world.rule.asker(account);
          const readable = world.cases.filter((n) => {
            const resource = { kind: 'case-file', ...world.rule.file(n, account) } as const;
            return may(principal, 'read', resource).yes || may(principal, 'receive', resource).yes;
          });
          expect(await world.readableTo(actor)).toEqual(readable.map(caseId));
          // By their own policies readers find their own relations in the view, and none of a case that is not theirs to read.
          const own = await world.ownLines(actor);
          const mine = world.byRule().filter((it) => it.accountId === accountId(account));
          const reads = ({ relation }: Line): boolean =>
            principal.roles.some(
              (role) => mayEver(role, 'read', [relation]) || mayEver(role, 'receive', [relation]),
            );
          expect(own.filter((it) => !mine.some((other) => isSame(it, other)))).toEqual([]);
          expect(mine.filter((it) => reads(it) && !own.some((other) => isSame(it, other)))).toEqual([]);
        }
      },
      OUTSIDE_CIRCLE,
    ));

  it('is what a request is given as its scope', () =>
    inEveryWorld(RUNS.scope, async (world) => {
      for (const account of world.open) {
        const { effectiveScope } = await world.actor(account);
        const { rule } = world;
        const inTeams = (them: typeof effectiveScope.standsInFor) =>
          unique(them.flatMap(({ accountId: whom, teamIds }) => teamIds.map((it) => `${whom} in ${it}`)));
        expect({
          duty: unique(effectiveScope.dutyTeamIds),
          standsIn: inTeams(effectiveScope.standsInFor),
          supervised: unique(effectiveScope.supervisedTeamIds),
        }).toEqual({
          duty: unique(rule.dutyTeamIds(account)),
          standsIn: inTeams(rule.standsInFor(account)),
          supervised: unique(rule.supervisedTeamIds(account)),
        });
      }
    }));
});

/** A world as it stands in the database, asked about as the application would. */
class InDatabase {
  readonly rule: WorldByRule;
  readonly cases: readonly number[];
  /** Accounts that may ask at all. */
  readonly open: readonly number[];

  constructor(
    private readonly client: pg.Client,
    private readonly world: RelationsWorld,
  ) {
    this.rule = new WorldByRule(world);
    this.cases = world.cases.map((_, n) => n);
    this.open = world.accounts.flatMap((_, n) => (this.rule.isOpen(n) ? [n] : []));
  }

  byRule(): readonly Line[] {
    return this.open.flatMap((account) =>
      this.cases.flatMap((n) =>
        relationsTo(this.rule.asker(account), this.rule.file(n, account))
          .filter((relation) => relation !== 'none')
          .map((relation) => ({ caseId: caseId(n), accountId: accountId(account), relation })),
      ),
    );
  }

  linesAs(id: SystemActorId): Promise<readonly Line[]> {
    return this.as({ kind: 'system', id }, SHOWN);
  }

  ownLines(actor: AccountActor): Promise<readonly Line[]> {
    return this.as(actor, `${SHOWN} WHERE account_id = $1`, actor.id);
  }

  async readableTo(actor: AccountActor): Promise<readonly string[]> {
    const rows = await this.as<{ id: string }>(actor, `SELECT id FROM case_file ORDER BY id`);
    return rows.map(({ id }) => id);
  }

  /** As a request begins: the account is known, and what it reaches is found out. */
  async actor(account: number): Promise<AccountActor> {
    const { roles = [] } = this.world.accounts[account] ?? {};
    const teams = await this.as<{ id: string; name: string; territory: string }>(
      { kind: 'system', id: 'system:session' },
      `SELECT t.id, t.name, t.territory FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.account_id = $1`,
      accountId(account),
    );
    const found = {
      kind: 'account',
      id: accountId(account),
      name: '',
      roles,
      teams,
      language: 'fr',
    } as const;
    const query = (sql: string, parameters: unknown[]) =>
      this.client.query(sql, parameters).then(({ rows }) => rows as unknown[]);
    const actor = await enterAccount({ query } as EntityManager, found, this.world.now);
    const told = await this.client.query<{ ctx: unknown }>(`SELECT app_context() AS ctx`);
    // What the database says of who acts, and what the application says when it goes back to them.
    expect(inOrder(told.rows[0]?.ctx)).toEqual(inOrder(JSON.parse(securityContext(actor, this.world.now))));
    return actor;
  }

  private async as<T>(actor: Actor, sql: string, ...parameters: readonly unknown[]): Promise<T[]> {
    const context = securityContext(actor, this.world.now);
    await this.client.query(`SELECT set_config('app.ctx', $1, true)`, [context]);
    return (await this.client.query(sql, [...parameters])).rows as T[];
  }
}

/** Lists of a context are sets. */
const inOrder = (context: unknown): object =>
  Object.fromEntries(
    Object.entries(context as object).map(([name, it]) => [
      name,
      Array.isArray(it) ? it.map((one) => JSON.stringify(one)).sort() : (it as unknown),
    ]),
  );

const isSame = (a: Line, b: Line): boolean => a.caseId === b.caseId && a.relation === b.relation;
const unique = (them: readonly string[]): readonly string[] => [...new Set(them)].sort();
const sorted = (lines: readonly Line[]): readonly string[] =>
  lines
    .map(
      ({ caseId: of, accountId: who, relation }) =>
        `${of} ${who} ${String(RELATIONS.indexOf(relation)).padStart(2, '0')} ${relation}`,
    )
    .sort();
