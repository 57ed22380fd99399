import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNT_ROLES, isInCharge, may, type Relation, RELATIONS } from '@repere/access';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import { AttackedService } from '../attacks/testing/attacked-service';
import type { Chosen } from '../attacks/testing/body-of';
import { type DescribedRoute, isWholeOrNothing } from '../attacks/testing/described-route';
import { PROVEN_BY, type RouteNeeds } from '../routes/route-needs';
import { type RelatedAccount, RelatedAccounts } from './testing/related-accounts';

type OfCase = Extract<RouteNeeds, { on: 'case-file' }>;

/** Every role, by every relation, at every route: what the policy says, and nothing else. From the interface's own description. */
describe('the matrix of rights', () => {
  let attacked: AttackedService;
  let related: RelatedAccounts;
  beforeAll(async () => {
    const service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    attacked = await AttackedService.attackService(service);
    related = await RelatedAccounts.relateAccounts(service);
  });
  afterAll(() => attacked.service.stop());

  it('is told by every route what it needs', () => {
    const untold = attacked.routes.filter(({ needs }) => (needs as RouteNeeds | undefined) === undefined);
    expect(untold.map(({ name }) => name)).toEqual([]);
    expect(attacked.routes.length).toBeGreaterThan(200);
  });

  it('knows of each need that no rule asks which tests prove it', () => {
    const specs = Object.values(PROVEN_BY).flat();
    expect(specs.filter((it) => !existsSync(join(__dirname, '../..', it)))).toEqual([]);
  });

  it('takes a route that names a case for one about a case', () => {
    const isAbout = ({ path }: DescribedRoute): boolean => path.startsWith('/api/case-files/{id}');
    const wrong = attacked.routes.filter((route) => isAbout(route) !== (route.needs.on === 'case-file'));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('lets nobody in who is not signed in, but where the door is open', async () => {
    for (const route of attacked.routes.filter(({ needs }) => needs.on !== 'open')) {
      const { status } = await attacked.askRoute(attacked.service.client(), route, {
        names: related.everything.names,
      });
      expect([route.name, status]).toEqual([route.name, 401]);
    }
  });

  const ofCase = (): readonly (readonly [DescribedRoute, OfCase])[] =>
    attacked.routes.flatMap((route) =>
      route.needs.on === 'case-file' ? [[route, route.needs] as const] : [],
    );
  /** As far as the body goes, the route is ready to do it. */
  const chosen = (): Chosen => {
    const { entryId, names } = related.everything;
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
    const who = await related.relateAccount(role, relation);
    const told: string[] = [];
    // An account that declares a conflict sees nothing afterwards.
    const routes = ofCase().filter(([, { act }]) => act !== 'see');
    for (const [route, right] of routes) {
      const expected = expectedOf(who, right, related.everything.entryId);
      const { status } = await attacked.askRoute(who.account.client, route, {
        names: related.everything.names,
        body: attacked.bodyOf(route, chosen()),
      });
      if (!fits(expected, status, route)) told.push(`${route.name}: ${expected}, but ${String(status)}`);
    }
    expect(told).toEqual([]);
  });

  it('is a test that can fail: a partner receives what was referred to them', async () => {
    const { account, file } = await related.relateAccount('partner', 'partner');
    const received = `/case-files/${related.everything.file.id}/received-referrals`;
    expect((await account.client.get(`${received}/${file.grants[0]?.sharingId ?? ''}`)).status).toBe(200);
    expect(JSON.stringify((await account.client.get('/referrals')).body)).toContain(
      related.everything.file.id,
    );
  });

  it.each(pairs.filter(({ relation }) => ['none', 'team', 'partner'].includes(relation)))(
    '$role finds in lists what may be read by $relation, and nothing else',
    async ({ role, relation }) => {
      const who = await related.relateAccount(role, relation);
      const { id } = related.everything.file;
      const mayRead = may(who.principal, 'read', { kind: 'case-file', ...who.file }).yes;
      const mayReceive = may(who.principal, 'receive', { kind: 'case-file', ...who.file }).yes;
      for (const route of attacked.routes) {
        if (route.needs.on !== 'lists' && route.needs.on !== 'team') continue;
        const { status, body } = await attacked.askRoute(who.account.client, route, {
          names: { '/team-board/{figure}': 'late' },
          body: attacked.bodyOf(route, { 'CaseFileSearchDto.scope': 'team' }),
        });
        // What was referred to a partner says that it is over, by the address that they knew.
        if (route.path === '/api/referrals/past' && role === 'partner') continue;
        if (!(route.path === '/api/referrals' ? mayReceive : mayRead))
          expect([route.name, JSON.stringify(body ?? '').includes(id)]).toEqual([route.name, false]);
        expect([route.name, status]).not.toEqual([route.name, 500]);
      }
    },
  );

  const anyTeam: readonly Relation[] = ['team'];
  it.each(ACCOUNT_ROLES)('%s in the own team, and for the service', async (role) => {
    for (const relation of anyTeam) {
      const who = await related.relateAccount(role, relation);
      const told: string[] = [];
      for (const route of attacked.routes) {
        const { needs } = route;
        if (needs.on !== 'team' && needs.on !== 'service') continue;
        const yes =
          needs.on === 'service'
            ? may(who.principal, needs.act, { kind: 'service' }).yes
            : may(who.principal, needs.act, { kind: 'team', teamId: related.everything.teamId }).yes ||
              may(who.principal, needs.act, { kind: 'case-file', ...who.file }).yes;
        const { status, body } = await attacked.askRoute(who.account.client, route, {
          names: related.everything.names,
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

function expectedOf({ principal, file }: RelatedAccount, needs: OfCase, entryId: string): Expected {
  const { act } = needs;
  const resource = { kind: 'case-file', ...file } as const;
  const receives = act === 'receive' && may(principal, act, resource).yes;
  if (!receives && !may(principal, 'read', resource).yes) return 'not there';
  if (act === 'see') return 'allowed';
  if (act !== 'see-access-log')
    return may(principal, act, { ...resource, ...('entry' in needs && { entryId }) }).yes
      ? 'allowed'
      : 'not allowed';
  // Who looked is for who is in charge and who examines; to others it isn't there.
  return isInCharge(principal, file) || may(principal, 'audit', resource).yes ? 'allowed' : 'not there';
}

/** What is named inside the case may be gone, and what is asked may be wrong: neither tells of a right. */
function fits(expected: Expected, status: number, route: DescribedRoute): boolean {
  const { path, named } = route;
  switch (expected) {
    case 'not there':
      return status === 404;
    case 'not allowed':
      return status === 403;
    case 'allowed':
      return (
        status < 500 &&
        status !== 401 &&
        (status !== 403 || isWholeOrNothing(route)) &&
        (status !== 404 || named.length > 1 || /(deviations|restriction)$/.test(path))
      );
  }
}
