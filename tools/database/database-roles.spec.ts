import { databaseUrls } from './database.mjs';

const SUPERUSER = 'postgres://somebody:secret@127.0.0.1:5432/postgres';
const passwordOf = (url: string): string => new URL(url).password;

describe('the roles of a database', () => {
  it('have passwords of their own, the same each time, another with another superuser', () => {
    const urls = databaseUrls(SUPERUSER);
    expect(new Set(Object.values(urls).map(passwordOf)).size).toBe(5);
    expect(databaseUrls(SUPERUSER)).toEqual(urls);
    expect(passwordOf(databaseUrls(SUPERUSER.replace('secret', 'other')).app)).not.toBe(passwordOf(urls.app));
  });

  it('get none from a superuser without one: whoever reads this file would know it', () => {
    expect(() => databaseUrls('postgres://somebody@127.0.0.1:5432/postgres')).toThrow(/password/);
    const passwords = { owner: 'a', app: 'b', training: 'c', provisioner: 'd', recorder: 'e' };
    expect(passwordOf(databaseUrls('postgres://somebody@127.0.0.1/postgres', { passwords }).app)).toBe('b');
  });
});
