import { TestService } from '../testing/test-service';
import { hire } from './hire';

const SOFIA = [
  '--login',
  'Sofia',
  '--name',
  'Sofia Modèle',
  '--role',
  'supervisor',
  '--team',
  'Cabestan',
  '--territory',
  '974',
];

describe('hire', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());

  const said = async (args: readonly string[]): Promise<string> => {
    const lines: string[] = [];
    await hire(service.configuration, args, (line) => lines.push(line));
    return lines.join('\n');
  };

  it('opens an account whose password is shown once and opens the door', async () => {
    const [, password = ''] = /signs in as sofia with (\S+)/.exec(await said(SOFIA)) ?? [];
    expect(password.length).toBeGreaterThanOrEqual(20);
    const { status, body } = await service.client().post('/session', { login: 'sofia', password });
    expect(status).toBe(200);
    expect(body).toMatchObject({ account: { roles: ['supervisor'], teams: [{ name: 'Cabestan' }] } });
  });

  it('changes nothing for somebody who is there already', async () => {
    expect(await said([...SOFIA.slice(0, 4), '--role', 'administrator', ...SOFIA.slice(6)])).toContain(
      'keeps its roles',
    );
    const [account] = await service.query<{ roles: string[] }>(
      `SELECT roles FROM account WHERE login = 'sofia'`,
    );
    expect(account?.roles).toEqual(['supervisor']);
  });

  it.each([
    ['nothing', []],
    ['an unknown role', [...SOFIA.slice(0, 4), '--role', 'king', ...SOFIA.slice(6)]],
    ['an unknown département', [...SOFIA.slice(0, 8), '--territory', '99']],
  ])('says how to ask when given %s', async (_what, args) => {
    await expect(hire(service.configuration, args)).rejects.toThrow('Use: main.js hire');
  });
});
