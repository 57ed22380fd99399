import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import type { TeamMateDto } from './team.dto';

describe('team', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(() => service.stop());

  const names = async (account: Parameters<TestService['signIn']>[0]): Promise<string[] | number> => {
    const { client } = await service.signIn(account);
    const { status, body } = await client.get<{ items: TeamMateDto[] }>('/team');
    return status === 200 ? body.items.map(({ name }) => name).sort() : status;
  };

  it('lists the active members of the reader’s teams, and nobody else', async () => {
    await service.hire({ roles: ['supervisor'], teams: ['North'], name: 'Boss' });
    await service.hire({ roles: ['caseworker'], teams: ['South'], name: 'Stranger' });
    const gone = await service.hire({ roles: ['caseworker'], teams: ['North'], name: 'Gone' });
    await service.asSeed(({ manager }) =>
      manager.query('UPDATE account SET disabled_at = now() WHERE id = $1', [gone.id]),
    );
    expect(await names({ roles: ['caseworker'], teams: ['North'], name: 'Me' })).toEqual(['Boss', 'Me']);
  });

  it('is in the order of a dictionary: accents and capitals come after the letter', async () => {
    for (const name of ['zoé', 'Élise', 'Eva', 'denis'])
      await service.hire({ roles: ['caseworker'], teams: ['East'], name });
    const { client } = await service.signIn({ roles: ['supervisor'], teams: ['East'], name: 'Ana' });
    const { body } = await client.get<{ items: TeamMateDto[] }>('/team');
    expect(body.items.map(({ name }) => name)).toEqual(['Ana', 'denis', 'Élise', 'Eva', 'zoé']);
  });

  it('is closed to those who have no case to assign, and to those without a team', async () => {
    expect(await names({ roles: ['administrator'], teams: ['North'] })).toBe(403);
    expect(await names({ roles: ['trainer'], teams: ['North'] })).toBe(403);
    expect(await names({ roles: ['caseworker'] })).toBe(403);
  });
});
