import { existsSync, readFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { dirname, join } from 'node:path';
import { type ProviderSettings, readProviders } from '../access/provider/provider-settings';
import { readExitUrl } from '../web/rights-sheet/read-exit-url';
import { FIRST_BLIND_INDEX, type MasterKeys, parseMasterKeys } from './secrecy/master-keys';

/** What the process reads from its environment, once. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  /** Proxies in front, as Express counts them; `false`: none. */
  readonly trustProxy: number | false;
  readonly production: boolean;
  /** Fictional accounts are shown at sign-in. */
  readonly demo: boolean;
  /** Address book, as role app. */
  readonly databaseUrl: string;
  /** Same server, as the role that reaches training spaces only; `null`: no training spaces. */
  readonly trainingDatabaseUrl: string | null;
  /** Same server, as the role that keeps the record; `null`: this process can't. */
  readonly ledgerDatabaseUrl: string | null;
  /** Whether this process gives events their places in the log, and signs if it is the signer; others may. */
  readonly keepsRecord: boolean;
  /** `null`: this process signs no checkpoints. */
  readonly signer: SignerPlace | null;
  readonly keys: MasterKeys;
  /** Where `keys` was read from; looked into again when it changes. None: the environment. */
  readonly keyFile?: string | null;
  /** What wraps data keys in place of `keys`: a program that knows a key management service. */
  readonly keyProgram?: readonly [string, ...string[]] | null;
  /** Whether credentials of before, which are bound to no account, are bound at this start: once, and said in production. */
  readonly takesOverCredentials: boolean;
  /** Folder of the built pages; `null`: they are served elsewhere. */
  readonly webDir: string | null;
  /** Folder `protocols/`, published at start. */
  readonly protocolsDir: string;
  /** What Node runs to explore protocols: the built program beside this one. */
  readonly explorer: readonly string[];
  /** What Node runs for work that a person can make long: the built program beside this one. `null`: this process does it, in tests. */
  readonly sandbox: readonly string[] | null;
  /** Whether this process does what time brings about; others may. */
  readonly jobs: boolean;
  /** Origin under which browsers reach Repère, `https://repere.example`; `null`: not said. */
  readonly publicUrl: string | null;
  /** A neutral site: where a page shown to a child leads at once. Nothing of it is loaded by us. */
  readonly exitUrl: string;
  /** Whether every account of a live space has to have a second factor. */
  readonly requiresSecondFactor: boolean;
  /** OpenID Connect providers that one may sign in with. */
  readonly providers: readonly ProviderSettings[];
  /** `null`: this installation sends no mails. */
  readonly mail: MailRoute | null;
  readonly version: string;
  readonly logLevel: string;
}

/** How mails leave. */
export interface MailRoute {
  /** `smtp://` or `smtps://`, with login and password where the server wants them. */
  readonly smtpUrl: string;
  readonly from: string;
}

/** Where the one process that signs checkpoints keeps its key and what it signed last; nobody else needs to reach either. */
export interface SignerPlace {
  readonly keyFile: string;
  readonly stateDir: string;
}

/** Says every variable that is missing at once, by name. */
export class MissingConfiguration extends Error {
  constructor(readonly missing: readonly string[]) {
    super(`Repère can't start. Missing or wrong:\n${missing.map((line) => `  - ${line}`).join('\n')}`);
  }
}

/** Configuration from the environment; throws `MissingConfiguration`. There is no default secret. */
export function readConfiguration(env: NodeJS.ProcessEnv): Configuration {
  const missing: string[] = [];
  const databaseUrl = env['REPERE_DATABASE_URL'];
  if (!databaseUrl) missing.push('REPERE_DATABASE_URL: address of PostgreSQL, as role repere_app');
  const keys = readKeys(env, missing);
  const record = readLedger(env, missing);
  const port = Number(env['PORT'] ?? 4300);
  if (!Number.isInteger(port) || port < 0 || port > 65535) missing.push('PORT: a number from 0 to 65535');
  const production = env['NODE_ENV'] === 'production';
  const demo = env['REPERE_DEMO'] === '1' || env['REPERE_DEMO'] === 'true';
  if (production && demo)
    missing.push('REPERE_DEMO: demo accounts have no place in production, leave it out');
  const host = env['REPERE_HOST'] || (production ? '0.0.0.0' : '127.0.0.1');
  if (demo && !isThisMachine(host))
    missing.push(
      `REPERE_HOST: anybody can sign in to demo accounts, so that only this machine may reach them: 127.0.0.1, not ${host}`,
    );
  const trustProxy = readTrustProxy(env, production, missing);
  const publicUrl = readPublicUrl(env, missing, demo ? `http://localhost:${port}` : null);
  const exitUrl = readExitUrl(env, missing);
  const providers = readProviders(env, missing);
  if (providers.length > 0 && !publicUrl)
    missing.push(
      'REPERE_PUBLIC_URL: address under which browsers reach Repère, where providers send them back',
    );
  const mail = readMail(env, missing, publicUrl);
  const requiresSecondFactor = readSecondFactor(env, { production, demo }, missing);
  if (!databaseUrl || !keys || missing.length > 0) throw new MissingConfiguration(missing);
  return {
    port,
    host,
    trustProxy,
    production,
    demo,
    databaseUrl,
    trainingDatabaseUrl: env['REPERE_TRAINING_DATABASE_URL'] ?? null,
    ...record,
    ...keys,
    takesOverCredentials: !production || env['REPERE_TAKE_OVER_CREDENTIALS'] === 'once',
    webDir: env['REPERE_WEB_DIR'] ?? null,
    protocolsDir: env['REPERE_PROTOCOLS_DIR'] ?? 'protocols',
    explorer: [join(dirname(process.argv[1] ?? ''), 'explore.js')],
    sandbox: [join(dirname(process.argv[1] ?? ''), 'sandbox.js')],
    jobs: env['REPERE_JOBS'] !== 'off',
    publicUrl,
    exitUrl,
    requiresSecondFactor,
    providers,
    mail,
    version: env['REPERE_VERSION'] ?? '0.1.0',
    logLevel: env['REPERE_LOG_LEVEL'] ?? 'info',
  };
}

/** Whether only programs of this machine reach such an address; a name that may stand for any other doesn't. */
const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

/** Said in production, also that there is none: behind a proxy that nobody told of, everybody has its address, and its limits. */
function readTrustProxy(env: NodeJS.ProcessEnv, production: boolean, missing: string[]): number | false {
  const given = env['REPERE_TRUST_PROXY'] || (production ? '' : '0');
  if (!/^\d+$/.test(given))
    missing.push('REPERE_TRUST_PROXY: how many proxies are in front, 0 if there is none');
  return Number(given) || false;
}

function readPublicUrl(env: NodeJS.ProcessEnv, missing: string[], otherwise: string | null): string | null {
  const given = env['REPERE_PUBLIC_URL'];
  if (!given) return otherwise;
  const url = URL.parse(given);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search) return url.origin;
  missing.push('REPERE_PUBLIC_URL: an origin, https://repere.example');
  return null;
}

function readMail(env: NodeJS.ProcessEnv, missing: string[], publicUrl: string | null): MailRoute | null {
  const [smtpUrl, from] = [env['REPERE_SMTP_URL'], env['REPERE_MAIL_FROM']];
  if (!smtpUrl) return null;
  if (!/^smtps?:$/.test(URL.parse(smtpUrl)?.protocol ?? ''))
    missing.push('REPERE_SMTP_URL: address of the mail server, smtps://login:password@mail.example.org');
  if (!from) missing.push('REPERE_MAIL_FROM: sender of mails, "Repère <repere@example.org>"');
  if (!publicUrl) missing.push('REPERE_PUBLIC_URL: what links in mails begin with');
  return from ? { smtpUrl, from } : null;
}

/** Required but in a demo; may be left out where nothing is real, never in production. */
function readSecondFactor(
  env: NodeJS.ProcessEnv,
  { production, demo }: { readonly production: boolean; readonly demo: boolean },
  missing: string[],
): boolean {
  const given = env['REPERE_SECOND_FACTOR'] ?? (demo ? 'optional' : 'required');
  if (given !== 'required' && given !== 'optional')
    missing.push('REPERE_SECOND_FACTOR: required or optional');
  if (given === 'optional' && production)
    missing.push('REPERE_SECOND_FACTOR: a password alone opens nothing in production, leave it out');
  return given !== 'optional';
}

function readLedger(
  env: NodeJS.ProcessEnv,
  missing: string[],
): Pick<Configuration, 'ledgerDatabaseUrl' | 'keepsRecord' | 'signer'> {
  const keepsRecord = env['REPERE_SEQUENCER'] !== 'off' && env['REPERE_JOBS'] !== 'off';
  const ledgerDatabaseUrl = env['REPERE_LEDGER_DATABASE_URL'] || null;
  if (keepsRecord && !ledgerDatabaseUrl)
    missing.push(
      'REPERE_LEDGER_DATABASE_URL: address of PostgreSQL, as role repere_recorder (or REPERE_SEQUENCER=off: another process keeps the record)',
    );
  return { ledgerDatabaseUrl, keepsRecord, signer: readSigner(env, missing) };
}

/** Key and memory are made by hand (`main.js ledger make-key`): a signer that lost them must not begin anew by itself. */
function readSigner(env: NodeJS.ProcessEnv, missing: string[]): SignerPlace | null {
  if (env['REPERE_SIGNER'] !== 'on') return null;
  const [keyFile, stateDir] = [env['REPERE_SIGNER_KEY_FILE'], env['REPERE_SIGNER_STATE_DIR']];
  if (!keyFile || !existsSync(keyFile))
    missing.push(
      'REPERE_SIGNER_KEY_FILE: file of the key that signs checkpoints (`main.js ledger make-key FILE` makes one)',
    );
  if (!stateDir || !existsSync(stateDir))
    missing.push(
      'REPERE_SIGNER_STATE_DIR: folder in which the signer remembers what it signed, outside of the database and its backups',
    );
  return keyFile && stateDir ? { keyFile, stateDir } : null;
}

type Keys = Pick<Configuration, 'keys' | 'keyFile' | 'keyProgram'>;

function readKeys(env: NodeJS.ProcessEnv, missing: string[]): Keys | null {
  const keyFile = env['REPERE_KEY_FILE'];
  const program = env['REPERE_KEY_PROGRAM'];
  try {
    if (keyFile && !program)
      return { keys: parseMasterKeys(readFileSync(keyFile, 'utf8')), keyFile, keyProgram: null };
    const kek = env['REPERE_KEK'];
    const blindIndex = env['REPERE_BLIND_INDEX_KEY'];
    if (blindIndex && (kek || program)) {
      const keys = masterKeysOf(env, blindIndex, kek);
      return { keys, keyFile: null, keyProgram: program ? [program] : null };
    }
    if (kek || program)
      missing.push(
        `REPERE_BLIND_INDEX_KEY: 32 random bytes in base64, beside ${kek ? 'REPERE_KEK' : 'REPERE_KEY_PROGRAM'}`,
      );
    else
      missing.push(
        'REPERE_KEY_FILE, or REPERE_KEK with REPERE_BLIND_INDEX_KEY: the keys that encrypt case content',
      );
  } catch (error) {
    missing.push(
      `${keyFile && !program ? 'REPERE_KEY_FILE' : 'REPERE_KEK'}: ${error instanceof Error ? error.message : 'unreadable'}`,
    );
  }
  return null;
}

/** The newest key of each kind, and the one before it while keys are turned over. */
function masterKeysOf(env: NodeJS.ProcessEnv, blindIndex: string, kek: string | undefined): MasterKeys {
  const named = (key: string | undefined, id: string | undefined, otherwise: string) =>
    key ? [{ id: id || otherwise, key }] : [];
  const { keys, blindIndex: ofIndex } = parseMasterKeys(
    JSON.stringify({
      keys: kek
        ? [
            ...named(kek, env['REPERE_KEK_ID'], 'env-1'),
            ...named(env['REPERE_EARLIER_KEK'], env['REPERE_EARLIER_KEK_ID'], 'env-1'),
          ]
        : [{ id: 'none', key: blindIndex }],
      blindIndex: [
        ...named(blindIndex, env['REPERE_BLIND_INDEX_KEY_ID'], FIRST_BLIND_INDEX),
        ...named(
          env['REPERE_EARLIER_BLIND_INDEX_KEY'],
          env['REPERE_EARLIER_BLIND_INDEX_KEY_ID'],
          FIRST_BLIND_INDEX,
        ),
      ],
    }),
  );
  return { keys: kek ? keys : [], blindIndex: ofIndex };
}
