import { hash } from '@node-rs/argon2';
import { hashPassword, Passwords } from './passwords';

describe('a password', () => {
  it('is kept at the cost that OWASP asks for, doubled', async () => {
    expect(await hashPassword('a long enough password')).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });

  it('fits what is kept of it, and nothing else', async () => {
    const passwords = new Passwords();
    const kept = await passwords.hash('a long enough password');
    expect(await passwords.fits(kept, 'a long enough password')).toBe(true);
    expect(await passwords.fits(kept, 'another long password')).toBe(false);
  });

  it('of no account fits never, and is tried for as long as one of an account', async () => {
    const passwords = new Passwords();
    const kept = await passwords.hash('a long enough password');
    const cheap = await hash('x', { memoryCost: 8, timeCost: 1, parallelism: 1 });
    const took = async (passwordHash: string | null): Promise<number> => {
      const began = performance.now();
      expect(await passwords.fits(passwordHash, 'typed')).toBe(false);
      return performance.now() - began;
    };
    // In turns, so that a machine that is busy for a while is busy for all.
    const times = { nobodys: [] as number[], kept: [] as number[], cheap: [] as number[] };
    for (let n = 0; n < 5; n++) {
      times.nobodys.push(await took(null));
      times.kept.push(await took(kept));
      times.cheap.push(await took(cheap));
    }
    const [nobodys, real, none] = [times.nobodys, times.kept, times.cheap].map(
      (all) => all.toSorted((a, b) => a - b)[2] ?? 0,
    ) as [number, number, number];
    expect(nobodys / real).toBeGreaterThan(0.33);
    expect(nobodys / real).toBeLessThan(3);
    expect(none).toBeLessThan(real);
  });
});
