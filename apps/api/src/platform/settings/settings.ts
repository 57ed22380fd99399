import { existsSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { IsIn, IsOptional } from 'class-validator';
import { CONNECTIONS, LEAST_CONNECTIONS } from './connection-shares';
import { Must as MustOf, readVariables, Setting, Variables } from './setting';

const Must = MustOf<Settings>;
const isCount = (it: string): boolean => /^\d{1,4}$/.test(it);
const SECONDS = 'whole seconds, at most 3600; 0 for never';
const isSeconds = (it: string | undefined): boolean =>
  it === undefined || (/^\d{1,4}$/.test(it) && Number(it) <= 3_600);

/**
 * The variables that a process of the service reads, with what each has to be. Those of a sign-in provider have its name in theirs: `readProviders`.
 */
export class Settings extends Variables {
  @Setting('`production`: no demo, no default, browsers are told to come by TLS only')
  readonly NODE_ENV?: string;

  @Setting('address book, as `repere_app`; spaces are on the same server unless they name another')
  @Must((it) => it !== undefined, 'address of PostgreSQL, as role repere_app')
  readonly REPERE_DATABASE_URL?: string;

  @Setting('the same as `repere_training`; without it there are no training spaces')
  readonly REPERE_TRAINING_DATABASE_URL?: string;

  @Setting('address book, as `repere_provisioner`: makes training spaces; without it trainers make none')
  @Must(
    (it, all) => it === undefined || all.REPERE_TRAINING_DATABASE_URL !== undefined,
    'needs REPERE_TRAINING_DATABASE_URL: whoever makes training spaces enters them as repere_training',
  )
  readonly REPERE_PROVISIONER_DATABASE_URL?: string;

  @Setting('the same as `repere_recorder`: gives events their places in the log')
  @Must(
    (it, all) => it !== undefined || !keepsRecord(all),
    'address of PostgreSQL, as role repere_recorder (or REPERE_SEQUENCER=off: another process keeps the record)',
  )
  readonly REPERE_LEDGER_DATABASE_URL?: string;

  @Setting(
    'names of further PostgreSQL servers with live spaces, each with `REPERE_SERVER_…_DATABASE_URL` and `…_LEDGER_DATABASE_URL`; for `migrate.js` `…_OWNER_DATABASE_URL` ([how](../../docs/adr/0052-processes-and-servers.md))',
  )
  readonly REPERE_SERVERS?: string;

  @Setting(
    'connections of all processes together to each PostgreSQL server, 90 unless said: PostgreSQL takes 100 unless told otherwise',
  )
  @Must(
    (it = String(CONNECTIONS), all) => isCount(it) && Number(it) >= LEAST_CONNECTIONS * processesOf(all),
    `a whole number up to 9999, at least ${String(LEAST_CONNECTIONS)} for each process (REPERE_PROCESSES, REPERE_API_PROCESSES)`,
  )
  readonly REPERE_DATABASE_CONNECTIONS?: string;

  @Setting(
    'how many processes of this machine answer requests; from 2 on one more keeps the record and does what time brings about ([processes](../../docs/adr/0056-processes-of-one-machine.md)). 1 unless said: one process does everything',
  )
  @Must((it) => it === undefined || /^([1-9]|[1-5]\d|6[0-4])$/.test(it), 'a whole number from 1 to 64')
  @Must(
    (it, all) => !isDemo(all) || answeringOf({ ...all, REPERE_API_PROCESSES: it }) === 1,
    'a demo keeps its mails in the memory of its one process, leave it out',
  )
  readonly REPERE_API_PROCESSES?: string;

  @Setting(
    'how many processes share these connections, on all machines together; unless said, those of this machine (`REPERE_API_PROCESSES`)',
  )
  @Must((it) => it === undefined || /^[1-9]\d?$/.test(it), 'a whole number from 1 to 99')
  @Must(
    (it, all) => it === undefined || !/^[1-9]\d?$/.test(it) || Number(it) >= ofThisMachine(all),
    'at least as many as this machine has: those of REPERE_API_PROCESSES, and one more from 2 on',
  )
  readonly REPERE_PROCESSES?: string;

  @Setting('seconds that a request waits for one of them, 5 unless said; then it is told when to come back')
  @Must((it) => it === undefined || (isSeconds(it) && Number(it) > 0), 'whole seconds, from 1 to 3600')
  readonly REPERE_CONNECTION_TIMEOUT?: string;

  @Setting('seconds after which a statement of a request is given up, 30 unless said; 0: never')
  @Must(isSeconds, SECONDS)
  readonly REPERE_STATEMENT_TIMEOUT?: string;

  @Setting('the same for waiting until another lets go of a row, 10 unless said')
  @Must(isSeconds, SECONDS)
  readonly REPERE_LOCK_TIMEOUT?: string;

  @Setting('the same for a transaction in which nothing is asked, 60 unless said')
  @Must(isSeconds, SECONDS)
  readonly REPERE_IDLE_TRANSACTION_TIMEOUT?: string;

  @Setting('`off`: this process gives events no places in the log; another must')
  @IsOptional()
  @IsIn(['on', 'off'], { message: 'on or off' })
  readonly REPERE_SEQUENCER?: string;

  @Setting('`on` in exactly one process: it signs checkpoints')
  @IsOptional()
  @IsIn(['on', 'off'], { message: 'on or off' })
  readonly REPERE_SIGNER?: string;

  @Setting('its key, outside of the database and its backups ([record](../../docs/record.md))')
  @Must(
    (it, all) => all.REPERE_SIGNER !== 'on' || exists(it),
    'file of the key that signs checkpoints (`main.js ledger make-key FILE` makes one)',
  )
  readonly REPERE_SIGNER_KEY_FILE?: string;

  @Setting('its memory, outside of the database and its backups')
  @Must(
    (it, all) => all.REPERE_SIGNER !== 'on' || exists(it),
    'folder in which the signer remembers what it signed, outside of the database and its backups',
  )
  readonly REPERE_SIGNER_STATE_DIR?: string;

  @Setting('`off`: this process works off no jobs and recomputes nothing; another must')
  @IsOptional()
  @IsIn(['on', 'off'], { message: 'on or off' })
  readonly REPERE_JOBS?: string;

  @Setting(
    'keys, 32 bytes in base64: `{"keys": [{"id", "key"}], "blindIndex"}`, newest key first; or the next two',
  )
  @Must(
    (it, all) => it !== undefined || all.REPERE_KEK !== undefined || all.REPERE_KEY_PROGRAM !== undefined,
    'or REPERE_KEK with REPERE_BLIND_INDEX_KEY: the keys that encrypt case content',
  )
  readonly REPERE_KEY_FILE?: string;

  @Setting('key-encryption key, 32 bytes in base64, where there is no file')
  readonly REPERE_KEK?: string;

  @Setting('key of the blind index, 32 bytes in base64, beside `REPERE_KEK` or `REPERE_KEY_PROGRAM`')
  @Must(
    (it, all) => it !== undefined || (all.REPERE_KEK === undefined && all.REPERE_KEY_PROGRAM === undefined),
    '32 random bytes in base64, beside REPERE_KEK or REPERE_KEY_PROGRAM',
  )
  readonly REPERE_BLIND_INDEX_KEY?: string;

  @Setting('name of `REPERE_KEK`, `env-1` unless said')
  readonly REPERE_KEK_ID?: string;

  @Setting('the key before, while keys are turned over')
  readonly REPERE_EARLIER_KEK?: string;

  @Setting('its name')
  readonly REPERE_EARLIER_KEK_ID?: string;

  @Setting('name of `REPERE_BLIND_INDEX_KEY`, `blind-1` unless said')
  readonly REPERE_BLIND_INDEX_KEY_ID?: string;

  @Setting('the key before, while keys are turned over')
  readonly REPERE_EARLIER_BLIND_INDEX_KEY?: string;

  @Setting('its name')
  readonly REPERE_EARLIER_BLIND_INDEX_KEY_ID?: string;

  @Setting(
    'a program that wraps data keys in place of key-encryption keys: JSON lines, as `program-key-wrapper.ts` says',
  )
  readonly REPERE_KEY_PROGRAM?: string;

  @Setting('4300')
  @Must((it) => it === undefined || (/^\d{1,5}$/.test(it) && Number(it) <= 65535), 'a number from 0 to 65535')
  readonly PORT?: string;

  @Setting('127.0.0.1 (0.0.0.0 in production); with demo accounts this machine only')
  @Must(
    (it, all) => it === undefined || !isDemo(all) || isThisMachine(it),
    'anybody can sign in to demo accounts, so that only this machine may reach them: 127.0.0.1',
  )
  readonly REPERE_HOST?: string;

  @Setting('number of proxies in front; in production it must be said, 0 for none')
  @Must(
    (it, all) => (it === undefined ? !isProduction(all) : /^\d{1,2}$/.test(it)),
    'how many proxies are in front, 0 if there is none',
  )
  readonly REPERE_TRUST_PROXY?: string;

  @Setting('origin under which people reach Repère: links in mails begin with it')
  @Must((it) => it === undefined || isOrigin(it), 'an origin, https://repere.example')
  @Must(
    (it, all) =>
      it !== undefined ||
      isDemo(all) ||
      (all.REPERE_SMTP_URL === undefined && all.REPERE_PROVIDERS === undefined),
    'what links in mails begin with, and where sign-in providers send people back',
  )
  readonly REPERE_PUBLIC_URL?: string;

  @Setting(
    'mail server, `smtps://login:password@host`; without it nobody can be invited or reset a password by mail',
  )
  @Must(
    (it) => it === undefined || /^smtps?:$/.test(URL.parse(it)?.protocol ?? ''),
    'address of the mail server, smtps://login:password@mail.example.org',
  )
  readonly REPERE_SMTP_URL?: string;

  @Setting('sender of mails')
  @Must(
    (it, all) => it !== undefined || all.REPERE_SMTP_URL === undefined,
    'sender of mails, "Repère <repere@example.org>"',
  )
  readonly REPERE_MAIL_FROM?: string;

  @Setting(
    'OpenID Connect providers to sign in with, each with its `REPERE_PROVIDER_…` ([how](../../docs/providers.md))',
  )
  readonly REPERE_PROVIDERS?: string;

  @Setting('neutral site that the sheet of rights leaves for (the weather, https://meteofrance.com/)')
  @Must((it) => it === undefined || isNeutralSite(it), 'address of a neutral site, https://weather.example')
  readonly REPERE_EXIT_URL?: string;

  @Setting('`1`: demo accounts on the sign-in page; refused in production')
  @Must(
    (_it, all) => !(isDemo(all) && isProduction(all)),
    'demo accounts have no place in production, leave it out',
  )
  readonly REPERE_DEMO?: string;

  @Setting(
    '`on`: where a step asks whether who does it is trained, without a certificate in force the answer is no, and a supervisor reviews it (`off` unless said; `on` in a demo)',
  )
  @IsOptional()
  @IsIn(['on', 'off'], { message: 'on or off' })
  readonly REPERE_CERTIFICATES?: string;

  @Setting('`required` unless `REPERE_DEMO`; `optional` is refused in production')
  @IsOptional()
  @IsIn(['required', 'optional'], { message: 'required or optional' })
  @Must(
    (it, all) => it !== 'optional' || !isProduction(all),
    'a password alone opens nothing in production, leave it out',
  )
  readonly REPERE_SECOND_FACTOR?: string;

  @Setting('built pages to serve')
  readonly REPERE_WEB_DIR?: string;

  @Setting('folder of the protocols that are published at start (`protocols`)')
  readonly REPERE_PROTOCOLS_DIR?: string;

  @Setting('folder of the scenarios of training (`scenarios`)')
  readonly REPERE_SCENARIOS_DIR?: string;

  @Setting('`info` unless said')
  readonly REPERE_LOG_LEVEL?: string;

  @Setting('what `/api/about` says')
  readonly REPERE_VERSION?: string;
}

/** The variables of an environment, and a line for each that is missing or wrong. */
export const readSettings = (env: NodeJS.ProcessEnv) => readVariables(new Settings(), env);

export const isProduction = ({ NODE_ENV }: Settings): boolean => NODE_ENV === 'production';
export const isDemo = ({ REPERE_DEMO }: Settings): boolean => REPERE_DEMO === '1' || REPERE_DEMO === 'true';
/** Among how many processes connections are divided. */
export const processesOf = (all: Settings): number => Number(all.REPERE_PROCESSES) || ofThisMachine(all);
/** How many processes answer requests here. */
export const answeringOf = ({ REPERE_API_PROCESSES }: Settings): number =>
  Number(REPERE_API_PROCESSES ?? 1) || 1;
/** With the one that keeps the record and does what time brings about, unless another machine does. */
const ofThisMachine = (all: Settings): number => {
  const answering = answeringOf(all);
  return answering === 1 ? 1 : answering + (all.REPERE_JOBS === 'off' ? 0 : 1);
};
/** Whether this process gives events their places in the log. */
export const keepsRecord = ({ REPERE_SEQUENCER, REPERE_JOBS }: Settings): boolean =>
  REPERE_SEQUENCER !== 'off' && REPERE_JOBS !== 'off';

const exists = (path: string | undefined): boolean => path !== undefined && existsSync(path);

/** Whether only programs of this machine reach such an address; a name that may stand for any other doesn't. */
const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search;
}

/** By TLS, so that nobody on the same network reads where a child leaves to. */
function isNeutralSite(text: string): boolean {
  const url = URL.parse(text);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost');
  return url !== null && isSafe && !url.username && !url.password;
}
