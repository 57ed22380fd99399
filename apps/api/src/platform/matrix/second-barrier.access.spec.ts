import { ACCOUNT_ROLES, mayEver, RELATIONS } from '@repere/access';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import { AttackedService } from '../attacks/testing/attacked-service';
import { RelatedAccounts } from './testing/related-accounts';

// The guards of the application are off: whatever is asked, the policy says yes. What the database is told stays true.
jest.mock('@repere/access', () => ({
  ...jest.requireActual<object>('@repere/access'),
  may: () => ({ yes: true }),
  barOf: () => null,
}));

describe('the matrix of rights with the guards switched off', () => {
  let attacked: AttackedService;
  let related: RelatedAccounts;
  beforeAll(async () => {
    const service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    attacked = await AttackedService.attackService(service);
    related = await RelatedAccounts.relateAccounts(service);
  });
  afterAll(() => attacked.service.stop());

  const pairs = ACCOUNT_ROLES.flatMap((role) => RELATIONS.map((relation) => ({ role, relation })));
  // A supervisor is of the team besides; others have of the relation `supervisor` what the team has.
  const reads = pairs.filter(({ role, relation }) =>
    (['read', 'receive'] as const).some((act) =>
      mayEver(role, act, relation === 'supervisor' ? ['team', 'supervisor'] : [relation]),
    ),
  );
  const foreign = pairs.filter((pair) => !reads.includes(pair));

  it.each(foreign)('$role by $relation finds no row of the case', async ({ role, relation }) => {
    const { account } = await related.relateAccount(role, relation);
    const { id } = related.everything.file;
    const told: string[] = [];
    for (const route of attacked.routes) {
      if (!['case-file', 'lists', 'team'].includes(route.needs.on)) continue;
      const { status, body } = await attacked.askRoute(account.client, route, {
        names: { ...related.everything.names, '/team-board/{figure}': 'late' },
        body: attacked.bodyOf(route, { 'CaseFileSearchDto.scope': 'team' }),
      });
      const isFound = route.needs.on === 'case-file' ? status < 300 : JSON.stringify(body ?? '').includes(id);
      if (isFound) told.push(`${route.name}: ${String(status)}`);
    }
    expect(told).toEqual([]);
  });

  it('is a test that can fail: who may read finds the case', async () => {
    const { account } = await related.relateAccount('caseworker', 'lead');
    expect((await account.client.get(`/case-files/${related.everything.file.id}`)).status).toBe(200);
    // And the guards are off indeed: no caseworker restricts a case.
    const restrict = attacked.routes.find(({ name }) => name === 'PUT /api/case-files/{id}/restriction');
    if (!restrict) throw new Error('no such route');
    const { status } = await attacked.askRoute(account.client, restrict, { names: related.everything.names });
    expect(status).toBe(422);
  });
});
