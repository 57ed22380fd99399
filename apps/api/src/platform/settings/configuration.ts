import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ProviderSettings, readProviders } from './provider-settings';
import { type DatabaseServer, readServers } from './server-settings';
import { FIRST_BLIND_INDEX, type MasterKeys, parseMasterKeys } from '../secrecy/master-keys';
import { type DatabaseTimeouts, TIMEOUTS } from '../data/database-timeouts';
import { type ConnectionShares, connectionShares } from './connection-shares';
import {
  answeringOf,
  isDemo,
  isProduction,
  keepsRecord,
  processesOf,
  readSettings,
  type Settings,
} from './settings';

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
  /** Address book, as the role that makes training spaces; `null`: none are made here. */
  readonly provisionerDatabaseUrl: string | null;
  /** Same server, as the role that keeps the record; `null`: this process can't. */
  readonly ledgerDatabaseUrl: string | null;
  /** Servers that spaces name, beside that of the address book. */
  readonly servers?: ReadonlyMap<string, DatabaseServer>;
  /** Whether this process gives events their places in the log, and signs if it is the signer; others may. */
  readonly keepsRecord: boolean;
  /** `null`: this process signs no checkpoints. */
  readonly signer: SignerPlace | null;
  readonly keys: MasterKeys;
  /** Where `keys` was read from; looked into again when it changes. None: the environment. */
  readonly keyFile?: string | null;
  /** What wraps data keys in place of `keys`: a program that knows a key management service. */
  readonly keyProgram?: readonly [string, ...string[]] | null;
  /** Folder of the built pages; `null`: they are served elsewhere. */
  readonly webDir: string | null;
  /** Folder `protocols/`, published at start. */
  readonly protocolsDir: string;
  /** Folder `scenarios/`: stories to practise on. */
  readonly scenariosDir: string;
  /** What Node runs to explore protocols: the built program beside this one. */
  readonly explorer: readonly string[];
  /** What Node runs for work that a person can make long: the built program beside this one. `null`: this process does it, in tests. */
  readonly sandbox: readonly string[] | null;
  /** How many processes answer requests, beside one that keeps the record and does what time brings about; 1: one does everything. */
  readonly answering?: number;
  /** Whether this process does what time brings about; others may. */
  readonly jobs: boolean;
  /** Origin under which browsers reach Repère, `https://repere.example`; `null`: not said. */
  readonly publicUrl: string | null;
  /** A neutral site: where a page shown to a child leads at once. Nothing of it is loaded by us. */
  readonly exitUrl: string;
  /** Whether every account of a live space has to have a second factor. */
  readonly requiresSecondFactor: boolean;
  /** Whether a step that asks if who does it is trained is answered by certificates (ADR 50); absent: by what is said. */
  readonly followsCertificates?: boolean;
  /** OpenID Connect providers that one may sign in with. */
  readonly providers: readonly ProviderSettings[];
  /** `null`: this installation sends no mails. */
  readonly mail: MailRoute | null;
  readonly version: string;
  readonly logLevel: string;
  /** What is asked of spaces' databases is given up after so long; none: never. */
  readonly timeouts?: DatabaseTimeouts;
  /** Connections to each PostgreSQL server; absent: as many as one process may have beside nobody. */
  readonly connections?: ConnectionShares;
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
  const { settings, wrong } = readSettings(env);
  const missing = [...wrong];
  const keys = readKeys(settings, missing);
  const providers = readProviders(env, missing);
  const servers = readServers(env, keepsRecord(settings), missing);
  const databaseUrl = settings.REPERE_DATABASE_URL;
  if (databaseUrl === undefined || !keys || missing.length > 0) throw new MissingConfiguration(missing);
  const [production, demo] = [isProduction(settings), isDemo(settings)];
  const port = Number(settings.PORT ?? 4300);
  const publicUrl = settings.REPERE_PUBLIC_URL ?? (demo ? `http://localhost:${port}` : null);
  return {
    port,
    host: settings.REPERE_HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    trustProxy: Number(settings.REPERE_TRUST_PROXY ?? 0) || false,
    production,
    demo,
    databaseUrl,
    trainingDatabaseUrl: settings.REPERE_TRAINING_DATABASE_URL ?? null,
    provisionerDatabaseUrl: settings.REPERE_PROVISIONER_DATABASE_URL ?? null,
    ledgerDatabaseUrl: settings.REPERE_LEDGER_DATABASE_URL ?? null,
    servers,
    keepsRecord: keepsRecord(settings),
    signer: signerPlace(settings),
    ...keys,
    webDir: settings.REPERE_WEB_DIR ?? null,
    protocolsDir: settings.REPERE_PROTOCOLS_DIR ?? 'protocols',
    scenariosDir: settings.REPERE_SCENARIOS_DIR ?? 'scenarios',
    explorer: [join(dirname(process.argv[1] ?? ''), 'explore.js')],
    sandbox: [join(dirname(process.argv[1] ?? ''), 'sandbox.js')],
    answering: answeringOf(settings),
    jobs: settings.REPERE_JOBS !== 'off',
    publicUrl: publicUrl === null ? null : new URL(publicUrl).origin,
    exitUrl: new URL(settings.REPERE_EXIT_URL ?? WEATHER).href,
    requiresSecondFactor: (settings.REPERE_SECOND_FACTOR ?? (demo ? 'optional' : 'required')) === 'required',
    followsCertificates: (settings.REPERE_CERTIFICATES ?? (demo ? 'on' : 'off')) === 'on',
    providers,
    mail: mailRoute(settings),
    version: settings.REPERE_VERSION ?? '0.1.0',
    logLevel: settings.REPERE_LOG_LEVEL ?? 'info',
    timeouts: timeoutsOf(settings),
    connections: connectionsOf(settings),
  };
}

function timeoutsOf(settings: Settings): DatabaseTimeouts {
  const read = (seconds: string | undefined, otherwise: number): number =>
    seconds === undefined ? otherwise : Number(seconds) * 1_000;
  return {
    statement: read(settings.REPERE_STATEMENT_TIMEOUT, TIMEOUTS.statement),
    lock: read(settings.REPERE_LOCK_TIMEOUT, TIMEOUTS.lock),
    idle: read(settings.REPERE_IDLE_TRANSACTION_TIMEOUT, TIMEOUTS.idle),
  };
}

const connectionsOf = (settings: Settings): ConnectionShares =>
  connectionShares({
    processes: processesOf(settings),
    keepsRecord: keepsRecord(settings),
    ...(settings.REPERE_DATABASE_CONNECTIONS !== undefined && {
      all: Number(settings.REPERE_DATABASE_CONNECTIONS),
    }),
    ...(settings.REPERE_CONNECTION_TIMEOUT !== undefined && {
      patienceMs: Number(settings.REPERE_CONNECTION_TIMEOUT) * 1_000,
    }),
  });

/** What anybody may look at, and nobody asks about. */
const WEATHER = 'https://meteofrance.com/';

const mailRoute = ({ REPERE_SMTP_URL: smtpUrl, REPERE_MAIL_FROM: from }: Settings): MailRoute | null =>
  smtpUrl === undefined || from === undefined ? null : { smtpUrl, from };

/** Key and memory are made by hand (`main.js ledger make-key`): a signer that lost them must not begin anew by itself. */
function signerPlace(settings: Settings): SignerPlace | null {
  const { REPERE_SIGNER_KEY_FILE: keyFile, REPERE_SIGNER_STATE_DIR: stateDir } = settings;
  const signs = settings.REPERE_SIGNER === 'on' && keyFile !== undefined && stateDir !== undefined;
  return signs ? { keyFile, stateDir } : null;
}

type Keys = Pick<Configuration, 'keys' | 'keyFile' | 'keyProgram'>;

function readKeys(settings: Settings, missing: string[]): Keys | null {
  const { REPERE_KEY_FILE: keyFile, REPERE_KEY_PROGRAM: program } = settings;
  const isOfFile = keyFile !== undefined && program === undefined;
  try {
    if (isOfFile) return { keys: parseMasterKeys(readFileSync(keyFile, 'utf8')), keyFile, keyProgram: null };
    const keys = masterKeysOf(settings);
    return keys && { keys, keyFile: null, keyProgram: program === undefined ? null : [program] };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable';
    missing.push(`${isOfFile ? 'REPERE_KEY_FILE' : 'REPERE_KEK'}: ${why}`);
    return null;
  }
}

/** The newest key of each kind, and the one before it while keys are turned over; none where one of them is not set. */
function masterKeysOf(settings: Settings): MasterKeys | null {
  const { REPERE_KEK: kek, REPERE_BLIND_INDEX_KEY: blindIndex } = settings;
  if (blindIndex === undefined || (kek === undefined && settings.REPERE_KEY_PROGRAM === undefined))
    return null;
  const named = (key: string | undefined, id: string | undefined, otherwise: string) =>
    key === undefined ? [] : [{ id: id ?? otherwise, key }];
  const { keys, blindIndex: ofIndex } = parseMasterKeys(
    JSON.stringify({
      keys:
        kek === undefined
          ? [{ id: 'none', key: blindIndex }]
          : [
              ...named(kek, settings.REPERE_KEK_ID, 'env-1'),
              ...named(settings.REPERE_EARLIER_KEK, settings.REPERE_EARLIER_KEK_ID, 'env-1'),
            ],
      blindIndex: [
        ...named(blindIndex, settings.REPERE_BLIND_INDEX_KEY_ID, FIRST_BLIND_INDEX),
        ...named(
          settings.REPERE_EARLIER_BLIND_INDEX_KEY,
          settings.REPERE_EARLIER_BLIND_INDEX_KEY_ID,
          FIRST_BLIND_INDEX,
        ),
      ],
    }),
  );
  return { keys: kek === undefined ? [] : keys, blindIndex: ofIndex };
}
