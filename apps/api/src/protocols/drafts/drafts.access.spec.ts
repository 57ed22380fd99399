import { ACCOUNT_ROLES, type AccountRole, SERVICE_RIGHTS, type ServiceAct } from '@repere/access';
import { SMALL_PROTOCOLS, TestService } from '../../testing/test-service';
import { DraftClient } from '../testing/draft-client';
import type { ProtocolDraftDto } from './drafts.dto';

/** Who may do what with drafts, for every role. */
describe('drafts of protocols', () => {
  let service: TestService;
  let draft: ProtocolDraftDto;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SMALL_PROTOCOLS } });
    const author = await service.signIn({ roles: ['protocol-editor'] });
    draft = await new DraftClient(author.client).begun('shelter', '1.0.0');
  });
  afterAll(() => service.stop());

  const holds = (role: AccountRole, act: ServiceAct): boolean =>
    (SERVICE_RIGHTS[role] as readonly ServiceAct[]).includes(act);

  it.each(ACCOUNT_ROLES)('are open to %s as far as the rights go', async (role) => {
    const client = new DraftClient((await service.signIn({ roles: [role] })).client);
    const isAllowed = async (answer: Promise<{ status: number }>): Promise<boolean> =>
      (await answer).status !== 403;
    expect({
      list: await isAllowed(client.http.get('/protocol-drafts')),
      read: await isAllowed(client.http.get(`/protocol-drafts/${draft.id}`)),
      diff: await isAllowed(client.http.get(`/protocols/shelter/diff?from=1.0.0&to=draft:${draft.id}`)),
      begin: await isAllowed(client.post('', { protocol: 'shelter', from: '1.0.0' })),
      save: await isAllowed(client.saveDraft(draft, draft.files, {})),
      comment: await isAllowed(client.sendAct(draft, 'comments', { text: 'x' })),
      approve: await isAllowed(client.sendAct(draft, 'approve')),
      publish: await isAllowed(client.sendAct(draft, 'publish')),
      dryRun: await isAllowed(
        client.http.post(
          '/protocol-dry-runs',
          { protocol: 'shelter', to: { version: '1.0.0' } },
          { 'Idempotency-Key': `key-of-${role}` },
        ),
      ),
      versions: await isAllowed(client.http.get('/protocols/shelter/versions')),
    }).toEqual({
      list: holds(role, 'review-protocol'),
      read: holds(role, 'review-protocol'),
      diff: holds(role, 'review-protocol'),
      begin: holds(role, 'edit-protocol'),
      save: holds(role, 'edit-protocol'),
      comment: holds(role, 'review-protocol'),
      approve: holds(role, 'review-protocol'),
      publish: holds(role, 'publish-protocol'),
      dryRun: holds(role, 'try-protocol'),
      versions: holds(role, 'read-protocols'),
    });
  });

  it('are nobody’s without a session', async () => {
    expect((await service.client().get('/protocol-drafts')).status).toBe(401);
  });

  it('what the page offers is what would be let through', async () => {
    const supervisor = new DraftClient((await service.signIn({ roles: ['supervisor'] })).client);
    expect((await supervisor.readDraft(draft.id)).may).toEqual(['comment']);
  });
});
