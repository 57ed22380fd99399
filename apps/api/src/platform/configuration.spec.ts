import { MissingConfiguration, readConfiguration } from './configuration';

const KEY = Buffer.alloc(32, 7).toString('base64');
const COMPLETE = { REPERE_DATABASE_URL: 'postgres://x', REPERE_KEK: KEY, REPERE_BLIND_INDEX_KEY: KEY };

const missing = (env: Record<string, string>): string => {
  try {
    readConfiguration(env);
    return '';
  } catch (error) {
    return error instanceof MissingConfiguration ? error.missing.join('\n') : String(error);
  }
};

describe('configuration', () => {
  it('starts with what it needs, on this machine only', () => {
    expect(readConfiguration(COMPLETE)).toMatchObject({
      port: 4300,
      host: '127.0.0.1',
      demo: false,
      webDir: null,
    });
  });

  it('names everything that is missing, at once', () => {
    expect(missing({ NODE_ENV: 'production' })).toMatch(/REPERE_DATABASE_URL[^]*REPERE_KEY_FILE/);
  });

  it.each([
    [{ ...COMPLETE, REPERE_BLIND_INDEX_KEY: '' }, /REPERE_BLIND_INDEX_KEY/],
    [{ ...COMPLETE, REPERE_KEK: 'too short' }, /REPERE_KEK: .*32 bytes/],
    [{ REPERE_DATABASE_URL: 'x', REPERE_KEY_FILE: '/nowhere/at-all' }, /REPERE_KEY_FILE/],
    [{ ...COMPLETE, PORT: 'http' }, /PORT/],
    [{ ...COMPLETE, NODE_ENV: 'production', REPERE_DEMO: '1' }, /REPERE_DEMO/],
  ])('refuses %#', (env, message) => {
    expect(missing(env)).toMatch(message);
  });

  it('repeats no secret', () => {
    expect(
      missing({ REPERE_DATABASE_URL: 'x', REPERE_KEK: 'c2VjcmV0', REPERE_BLIND_INDEX_KEY: KEY }),
    ).not.toContain('c2VjcmV0');
  });
});
