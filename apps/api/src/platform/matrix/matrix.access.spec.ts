import { ACCOUNT_ROLES, isInCharge, may, type Relation, RELATIONS } from '@repere/access';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import { AttackedService } from '../attacks/testing/attacked-service';
import type { Chosen } from '../attacks/testing/body-of';
import type { DescribedRoute } from '../attacks/testing/described-route';
import { ROUTE_RIGHTS, type RouteRight } from './route-rights';
import { type Tied, TiedAccounts } from './testing/tied-accounts';

type OfCase = Extract<RouteRight, { on: 'case-file' }>;

/** Every role, by every relation, at every route: what the policy says, and nothing else. From the interface's own description. */
describe('the matrix of rights', () => {
  let attacked: AttackedService;
  let tied: TiedAccounts;
  beforeAll(async () => {
    const service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    attacked = await AttackedService.of(service);
    tied = await TiedAccounts.of(service);
  });
  afterAll(() => attacked.service.stop());

  it('has a row for every route, and no row without a route', () => {
    const described = attacked.routes.map(({ name }) => name);
    expect(described.filter((name) => !ROUTE_RIGHTS.has(name))).toEqual([]);
    expect([...ROUTE_RIGHTS.keys()].filter((name) => !described.includes(name))).toEqual([]);
  });

  it('takes a route that names a case for one about a case', () => {
    const about = attacked.routes.filter(({ path }) => path.includes('/case-files/{id}'));
    expect(about.filter(({ name }) => ROUTE_RIGHTS.get(name)?.on !== 'case-file')).toEqual([]);
  });

  it('lets nobody in who is not signed in, but where the door is open', async () => {
    for (const route of attacked.routes.filter(({ name }) => ROUTE_RIGHTS.get(name)?.on !== 'open')) {
      const { status } = await attacked.ask(attacked.service.client(), route, {
        names: tied.everything.names,
      });
      expect([route.name, status]).toEqual([route.name, 401]);
    }
  });

  const ofCase = (): readonly (readonly [DescribedRoute, OfCase])[] =>
    attacked.routes.flatMap((route) => {
      const right = ROUTE_RIGHTS.get(route.name);
      return right?.on === 'case-file' ? [[route, right] as const] : [];
    });
  /** As far as the body goes, the route is ready to do it. */
  const chosen = (): Chosen => {
    const { entryId, names } = tied.everything;
    const key = `late:${names['/case-files/{id}/runs/{runId}'] ?? ''}:assess`;
    return {
      'ApproveDto.entryId': entryId,
      'ReturnDto.entryId': entryId,
      'ExplainDeviationDto.key': key,
      'JudgeDeviationDto.key': key,
    };
  };
  const pairs = ACCOUNT_ROLES.flatMap((role) => RELATIONS.map((relation) => ({ role, relation })));

  it.each(pairs)('$role by $relation', async ({ role, relation }) => {
    const who = await tied.tie(role, relation);
    const told: string[] = [];
    // Whoever declares a conflict sees nothing afterwards.
    const routes = ofCase().filter(([{ name }]) => !name.endsWith('/conflicts'));
    for (const [route, right] of routes) {
      const expected = expectedOf(who, right, isOneAct(route) ? tied.everything.entryId : undefined);
      const { status } = await attacked.ask(who.account.client, route, {
        names: tied.everything.names,
        body: attacked.bodyOf(route, chosen()),
      });
      if (!fits(expected, status, route)) told.push(`${route.name}: ${expected}, but ${String(status)}`);
    }
    expect(told).toEqual([]);
  });

  it('is a test that can fail: a partner receives what was referred to them', async () => {
    const { account } = await tied.tie('partner', 'partner');
    expect((await account.client.get(`/case-files/${tied.everything.file.id}/referral`)).status).toBe(200);
    expect(JSON.stringify((await account.client.get('/referrals')).body)).toContain(tied.everything.file.id);
  });

  it.each(pairs.filter(({ relation }) => ['none', 'team', 'partner'].includes(relation)))(
    '$role finds in lists what may be read by $relation, and nothing else',
    async ({ role, relation }) => {
      const who = await tied.tie(role, relation);
      const { id } = tied.everything.file;
      const mayRead = may(who.asker, 'read', { kind: 'case-file', ...who.file }).yes;
      const mayReceive = may(who.asker, 'receive', { kind: 'case-file', ...who.file }).yes;
      for (const route of attacked.routes) {
        const right = ROUTE_RIGHTS.get(route.name);
        if (right?.on !== 'lists' && right?.on !== 'team') continue;
        const { status, body } = await attacked.ask(who.account.client, route, {
          names: { '/team-board/{figure}': 'late' },
          body: attacked.bodyOf(route, { 'CaseFileSearchDto.scope': 'team' }),
        });
        if (!(route.path === '/api/referrals' ? mayReceive : mayRead))
          expect([route.name, JSON.stringify(body ?? '').includes(id)]).toEqual([route.name, false]);
        expect([route.name, status]).not.toEqual([route.name, 500]);
      }
    },
  );

  const anyTeam: readonly Relation[] = ['team'];
  it.each(ACCOUNT_ROLES)('%s in the own team, and for the service', async (role) => {
    for (const relation of anyTeam) {
      const who = await tied.tie(role, relation);
      const told: string[] = [];
      for (const route of attacked.routes) {
        const right = ROUTE_RIGHTS.get(route.name);
        if (right?.on !== 'team' && right?.on !== 'service') continue;
        const yes =
          right.on === 'service'
            ? may(who.asker, right.act, { kind: 'service' }).yes
            : may(who.asker, right.act, { kind: 'team', teamId: tied.everything.teamId }).yes ||
              may(who.asker, right.act, { kind: 'case-file', ...who.file }).yes;
        const { status, body } = await attacked.ask(who.account.client, route, {
          names: tied.everything.names,
        });
        // Who may not is told who may.
        if (status === 403 && !JSON.stringify(body).includes('Peut le faire'))
          told.push(`${route.name}: refused without a word of who may`);
        const isRefused = status === 403 || (status === 404 && route.named.length > 0);
        if (yes ? status === 403 || status >= 500 : !isRefused && status !== 400)
          told.push(`${route.name}: ${String(yes)}, but ${String(status)}`);
      }
      expect(told).toEqual([]);
    }
  });
});

type Expected = 'not there' | 'not allowed' | 'allowed';

/** Approves or returns the act that its body names. */
const isOneAct = ({ path }: DescribedRoute): boolean => /\/(approve|return)$/.test(path);

function expectedOf({ asker, file }: Tied, { act }: OfCase, entryId?: string): Expected {
  const resource = { kind: 'case-file', ...file } as const;
  const receives = act === 'receive' && may(asker, act, resource).yes;
  if (!receives && !may(asker, 'read', resource).yes) return 'not there';
  if (act !== 'see-looks')
    return may(asker, act, { ...resource, ...(entryId !== undefined && { entryId }) }).yes
      ? 'allowed'
      : 'not allowed';
  // Who looked is for who is in charge and who examines; to others it isn't there.
  return isInCharge(asker, file) || may(asker, 'audit', resource).yes ? 'allowed' : 'not there';
}

/** What is named inside the case may be gone, and what is asked may be wrong: neither tells of a right. */
function fits(expected: Expected, status: number, { path, named }: DescribedRoute): boolean {
  switch (expected) {
    case 'not there':
      return status === 404;
    case 'not allowed':
      return status === 403;
    case 'allowed':
      return (
        status < 500 &&
        status !== 401 &&
        status !== 403 &&
        (status !== 404 || named.length > 1 || /(deviations|restriction)$/.test(path))
      );
  }
}
