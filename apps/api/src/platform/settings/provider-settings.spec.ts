import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProviders } from './provider-settings';

const KEYCLOAK = {
  REPERE_PROVIDERS: 'keycloak',
  REPERE_PROVIDER_KEYCLOAK_ISSUER: 'https://sso.example/realms/enfance',
  REPERE_PROVIDER_KEYCLOAK_CLIENT_ID: 'repere',
  REPERE_PROVIDER_KEYCLOAK_CLIENT_SECRET: 'very secret',
  REPERE_PROVIDER_KEYCLOAK_LABEL_FR: 'Compte du département',
  REPERE_PROVIDER_KEYCLOAK_LABEL_EN: 'Account of the département',
};

describe('settings of providers', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'repere-provider-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (env: Record<string, string>) => {
    const missing: string[] = [];
    return { providers: readProviders(env, missing), missing };
  };

  it('are none when none is named', () => {
    expect(read({})).toEqual({ providers: [], missing: [] });
  });

  it('are read of several, each with its own variables', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const keyFile = join(folder, 'key.pem');
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const { providers, missing } = read({
      ...KEYCLOAK,
      REPERE_PROVIDERS: 'keycloak, pro-connect',
      REPERE_PROVIDER_PRO_CONNECT_ISSUER: 'https://auth.example/api/v2',
      REPERE_PROVIDER_PRO_CONNECT_CLIENT_ID: 'abc',
      REPERE_PROVIDER_PRO_CONNECT_CLIENT_KEY_FILE: keyFile,
      REPERE_PROVIDER_PRO_CONNECT_CLIENT_KEY_ID: 'key-1',
      REPERE_PROVIDER_PRO_CONNECT_LABEL_FR: 'ProConnect',
      REPERE_PROVIDER_PRO_CONNECT_LABEL_EN: 'ProConnect',
      REPERE_PROVIDER_PRO_CONNECT_SCOPES: 'siret openid',
      REPERE_PROVIDER_PRO_CONNECT_ACR_VALUES: 'eidas2 eidas1',
      REPERE_PROVIDER_PRO_CONNECT_TWO_FACTOR_ACR: 'eidas2',
      REPERE_PROVIDER_PRO_CONNECT_PROMPT: 'login',
      REPERE_PROVIDER_PRO_CONNECT_USERINFO_ALGORITHM: 'ES256',
    });
    expect(missing).toEqual([]);
    expect(providers).toMatchObject([
      {
        key: 'keycloak',
        proof: { kind: 'secret', secret: 'very secret', way: 'basic' },
        scope: 'openid',
        algorithm: 'RS256',
        userinfoAlgorithm: null,
        acrValues: [],
      },
      {
        key: 'pro-connect',
        proof: { kind: 'key', keyId: 'key-1' },
        scope: 'openid siret',
        acrValues: ['eidas2', 'eidas1'],
        twoFactorAcr: ['eidas2'],
        prompt: 'login',
        userinfoAlgorithm: 'ES256',
      },
    ]);
  });

  it('take the secret from a file, without its line end', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, 'from a file\n');
    const { REPERE_PROVIDER_KEYCLOAK_CLIENT_SECRET: _, ...rest } = KEYCLOAK;
    const { providers } = read({ ...rest, REPERE_PROVIDER_KEYCLOAK_CLIENT_SECRET_FILE: file });
    expect(providers[0]?.proof).toMatchObject({ secret: 'from a file' });
  });

  it('say everything that is missing at once, and no secret', () => {
    const { providers, missing } = read({ REPERE_PROVIDERS: 'keycloak' });
    expect(providers).toEqual([]);
    expect(missing.join('\n')).toMatch(/ISSUER[^]*CLIENT_ID[^]*LABEL_FR[^]*LABEL_EN[^]*CLIENT_SECRET_FILE/);
  });

  it.each([
    ['REPERE_PROVIDERS', 'Key Cloak!', /REPERE_PROVIDERS/],
    ['REPERE_PROVIDER_KEYCLOAK_ISSUER', 'http://sso.example/', /ISSUER/],
    ['REPERE_PROVIDER_KEYCLOAK_ISSUER', 'https://sso.example/?tenant=1', /ISSUER/],
    ['REPERE_PROVIDER_KEYCLOAK_ISSUER', 'file:///etc/passwd', /ISSUER/],
    ['REPERE_PROVIDER_KEYCLOAK_ALGORITHM', 'none', /ALGORITHM/],
    ['REPERE_PROVIDER_KEYCLOAK_ALGORITHM', 'HS256', /ALGORITHM/],
    ['REPERE_PROVIDER_KEYCLOAK_CLIENT_KEY_FILE', '/nowhere', /CLIENT_KEY_FILE/],
    ['REPERE_PROVIDER_KEYCLOAK_CLIENT_SECRET_FILE', '/nowhere', /CLIENT_SECRET_FILE/],
    ['REPERE_PROVIDER_KEYCLOAK_ORIGINS', 'keys', /ORIGINS/],
  ])('refuse %s = %s', (name, value, message) => {
    const { providers, missing } = read({ ...KEYCLOAK, [name]: value });
    expect(providers).toEqual([]);
    expect(missing.join('\n')).toMatch(message);
    expect(missing.join('\n')).not.toContain('very secret');
  });

  it('allow http on one’s own machine only, and never in production', () => {
    const own = { ...KEYCLOAK, REPERE_PROVIDER_KEYCLOAK_ISSUER: 'http://127.0.0.1:4444' };
    expect(read(own).providers).toHaveLength(1);
    expect(read({ ...own, NODE_ENV: 'production' }).providers).toHaveLength(0);
    expect(
      read({ ...own, REPERE_PROVIDER_KEYCLOAK_ISSUER: 'http://127.0.0.1.example' }).providers,
    ).toHaveLength(0);
  });
});
