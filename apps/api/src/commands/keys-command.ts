import { parseArgs } from 'node:util';
import { maintain } from './maintain';
import { readConfiguration } from '../platform/settings/configuration';
import { addKey, dropKey, type KeyKind } from '../keys/change-key-file';
import { type KeyStatus, readKeyStatus } from '../keys/key-status';
import { RotateKeys } from '../keys/rotate-keys';

const USAGE = `repere keys status                     which keys the data are under; 0: all under the newest, 1: some are not,
                                       or could not be looked into
repere keys add [--blind-index] [--id NAME]
                                       a new key in REPERE_KEY_FILE, before the others
repere keys rotate                     wraps every data key by the newest key, makes the index of names and binds every
                                       credential by the newest blind-index key, while Repère serves; killed, it goes
                                       on where it was
repere keys drop NAME [--blind-index]  takes a key that nothing is under out of REPERE_KEY_FILE`;

/** \`main.js keys …\`: keys of case content by hand. Gives the exit code. */
export async function keysCommand(args: readonly string[]): Promise<number> {
  try {
    return await runKeysCommand(args);
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    return 2;
  }
}

async function runKeysCommand([act, ...args]: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'blind-index': { type: 'boolean', default: false }, id: { type: 'string' } },
  });
  const kind: KeyKind = values['blind-index'] ? 'blindIndex' : 'keys';
  const [name] = positionals;
  switch (act) {
    case 'status':
      return printKeyStatus(await readKeyStatus(readConfiguration(process.env)));
    case 'rotate':
      await maintain(readConfiguration(process.env), async ({ app }) => {
        await app.get(RotateKeys).rotate((line) => console.log(line));
      });
      return printSkipped((await readKeyStatus(readConfiguration(process.env))).skipped);
    case 'add':
      console.log(`Added "${addKey(fileOf(process.env), kind, values.id)}". Now: repere keys rotate`);
      return 0;
    case 'drop':
      if (name === undefined) break;
      return drop(name, kind);
    case undefined:
    default:
      break;
  }
  console.log(USAGE);
  return 2;
}

async function drop(name: string, kind: KeyKind): Promise<number> {
  const { spaces, skipped } = await readKeyStatus(readConfiguration(process.env));
  // What was not looked into may be under any key: without it, it would be lost.
  if (printSkipped(skipped) !== 0) return 1;
  const used = spaces.filter(({ keys, index, credentials }) =>
    (kind === 'keys' ? keys : [...index, ...credentials]).some(({ id }) => id === name),
  );
  if (used.length > 0) {
    console.log(
      `"${name}" is in use in ${used.map(({ title }) => `"${title}"`).join(', ')}: repere keys rotate`,
    );
    return 1;
  }
  dropKey(fileOf(process.env), kind, name);
  console.log(`Dropped "${name}". Backups of before need it: keep it where they are, apart.`);
  return 0;
}

function printKeyStatus({ spaces, skipped }: KeyStatus): number {
  for (const { title, newest, keys, index, credentials, problems } of spaces) {
    console.log(`"${title}"`);
    for (const { id, count } of keys)
      console.log(`  ${String(count)} data keys under "${id}"${id === newest ? ', the newest' : ''}`);
    for (const { id, cases, of, isFinished } of index)
      console.log(
        `  names of ${String(cases)} of ${String(of)} cases under "${id}"${isFinished ? '' : ', not finished'}`,
      );
    for (const { id, count } of credentials) console.log(`  ${String(count)} credentials bound by "${id}"`);
    for (const problem of problems) console.log(`  ${problem}`);
  }
  const isPartial = printSkipped(skipped) !== 0;
  if (spaces.some(({ problems }) => problems.length > 0)) return 2;
  return !isPartial && spaces.every(({ isRotated }) => isRotated) ? 0 : 1;
}

/** Names the spaces that were left out; 1 where there are any. */
function printSkipped(skipped: readonly string[]): number {
  if (skipped.length === 0) return 0;
  const titles = skipped.map((title) => `"${title}"`).join(', ');
  console.log(
    `${String(skipped.length)} skipped: ${titles}. Without REPERE_TRAINING_DATABASE_URL their keys are neither seen nor turned over.`,
  );
  return 1;
}

function fileOf(env: NodeJS.ProcessEnv): string {
  const file = env['REPERE_KEY_FILE'];
  if (!file) throw new Error('REPERE_KEY_FILE is not set: keys of the environment are changed there');
  return file;
}
