import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MasterKeys, parseMasterKeys } from './secrecy/master-keys';

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
  readonly keys: MasterKeys;
  /** Folder of the built pages; `null`: they are served elsewhere. */
  readonly webDir: string | null;
  /** Folder `protocols/`, published at start. */
  readonly protocolsDir: string;
  /** What Node runs to explore protocols: the built program beside this one. */
  readonly explorer: readonly string[];
  /** Whether this process does what time brings about; others may. */
  readonly jobs: boolean;
  readonly version: string;
  readonly logLevel: string;
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
  const port = Number(env['PORT'] ?? 4300);
  if (!Number.isInteger(port) || port < 0 || port > 65535) missing.push('PORT: a number from 0 to 65535');
  const production = env['NODE_ENV'] === 'production';
  const demo = env['REPERE_DEMO'] === '1' || env['REPERE_DEMO'] === 'true';
  if (production && demo)
    missing.push('REPERE_DEMO: demo accounts have no place in production, leave it out');
  if (!databaseUrl || !keys || missing.length > 0) throw new MissingConfiguration(missing);
  return {
    port,
    host: env['REPERE_HOST'] ?? (production ? '0.0.0.0' : '127.0.0.1'),
    trustProxy: Number(env['REPERE_TRUST_PROXY'] ?? 0) || false,
    production,
    demo,
    databaseUrl,
    trainingDatabaseUrl: env['REPERE_TRAINING_DATABASE_URL'] ?? null,
    keys,
    webDir: env['REPERE_WEB_DIR'] ?? null,
    protocolsDir: env['REPERE_PROTOCOLS_DIR'] ?? 'protocols',
    explorer: [join(dirname(process.argv[1] ?? ''), 'explore.js')],
    jobs: env['REPERE_JOBS'] !== 'off',
    version: env['REPERE_VERSION'] ?? '0.1.0',
    logLevel: env['REPERE_LOG_LEVEL'] ?? 'info',
  };
}

function readKeys(env: NodeJS.ProcessEnv, missing: string[]): MasterKeys | null {
  const file = env['REPERE_KEY_FILE'];
  try {
    if (file) return parseMasterKeys(readFileSync(file, 'utf8'));
    const kek = env['REPERE_KEK'];
    const blindIndex = env['REPERE_BLIND_INDEX_KEY'];
    if (kek && blindIndex)
      return parseMasterKeys(
        JSON.stringify({ keys: [{ id: env['REPERE_KEK_ID'] ?? 'env-1', key: kek }], blindIndex }),
      );
    if (kek) missing.push('REPERE_BLIND_INDEX_KEY: 32 random bytes in base64, beside REPERE_KEK');
    else
      missing.push(
        'REPERE_KEY_FILE, or REPERE_KEK with REPERE_BLIND_INDEX_KEY: the keys that encrypt case content',
      );
  } catch (error) {
    missing.push(
      `${file ? 'REPERE_KEY_FILE' : 'REPERE_KEK'}: ${error instanceof Error ? error.message : 'unreadable'}`,
    );
  }
  return null;
}
