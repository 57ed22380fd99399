import { randomBytes } from 'node:crypto';
import { NO_PROTOCOLS, TestService } from '../testing/test-service';
import { SignInLimits } from './sign-in-limits';

describe('limits of signing in', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(() => service.stop());

  const reserved = async (tokens: readonly { login: Buffer; address: Buffer }[]): Promise<number> => {
    const limits = service.app.get(SignInLimits);
    const answers = await Promise.all(
      tokens.map((it) => service.asSeed(({ manager }) => limits.reserve(manager, it))),
    );
    return answers.filter(({ ok }) => ok).length;
  };
  const token = (): Buffer => randomBytes(32);

  it('let sixty of a hundred different logins through that come at once from one address', async () => {
    const address = token();
    expect(await reserved(Array.from({ length: 100 }, () => ({ login: token(), address })))).toBe(60);
  });

  it('let all of them through from addresses of their own', async () => {
    const apart = Array.from({ length: 100 }, () => ({ login: token(), address: token() }));
    expect(await reserved(apart)).toBe(100);
  });

  it('hold nobody up for ever when what one tries is where another comes from', async () => {
    const [one, other] = [token(), token()];
    const crossed = Array.from({ length: 20 }, (_, i) =>
      i % 2 ? { login: one, address: other } : { login: other, address: one },
    );
    expect(await reserved(crossed)).toBe(10);
  });
});
