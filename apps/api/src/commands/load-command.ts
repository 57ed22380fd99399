import { parseArgs } from 'node:util';
import { LEAST_CASES, MOST_CASES, MOST_SEED } from '@repere/training';
import { RecomputeDueCases } from '../cases/upkeep/recompute-due-cases';
import type { Configuration } from '../platform/settings/configuration';
import { type LoadRow, LOADS_SQL } from '../platform/spaces/making/load-rows';
import { Provisioner } from '../platform/spaces/making/provisioner';
import { type Space, Spaces } from '../platform/spaces/spaces';
import { LoadSpace } from '../training/loads/load-space';
import { maintain } from './maintain';

const USAGE = `repere load --space KEY --cases N --seed S
                                       gives the training space of this key N fictional cases (${String(LEAST_CASES)} to ${String(MOST_CASES)}), as far as they
                                       were worked on; one seed, a number, has the same children everywhere. Interrupted, the
                                       same words go on where it stopped. 0: all are there, 1: not all, 2: it could not begin`;

/** Cases side by side: while one waits for PostgreSQL, others are decided and encrypted. */
const AT_ONCE = 4;

interface Asked {
  readonly key: string;
  readonly cases: number;
  readonly seed: number;
}

/** What was asked for, or a sentence that names what is wrong. */
function readRequest(args: readonly string[]): Asked {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...args], options: { space: text, cases: text, seed: text } });
  const { space: key, cases = '', seed = '' } = values;
  if (!key) throw new Error(`--space: the key of a training space, the live one is never loaded\n${USAGE}`);
  const within = (name: string, told: string, least: number, most: number): number => {
    const number = /^\d{1,9}$/.test(told) ? Number(told) : NaN;
    if (number >= least && number <= most) return number;
    throw new Error(`--${name}: a whole number from ${String(least)} to ${String(most)}\n${USAGE}`);
  };
  return {
    key,
    cases: within('cases', cases, LEAST_CASES, MOST_CASES),
    seed: within('seed', seed, 0, MOST_SEED),
  };
}

/** Where `load` prints to, and what tells it to stop between a few cases. */
export interface LoadCommandOptions {
  readonly sayLine?: (line: string) => void;
  /** Written over the line before. */
  readonly showProgress?: (progress: string) => void;
  readonly signal?: AbortSignal;
}

/** `main.js load`: fictional cases for a training space. Gives the exit code. */
export async function loadCommand(
  configuration: Configuration,
  args: readonly string[],
  { sayLine = console.log, showProgress = overwriteLine, signal }: LoadCommandOptions = {},
): Promise<number> {
  try {
    const asked = readRequest(args);
    let code = 2;
    await maintain(configuration, async ({ app }) => {
      const space = await app.get(Spaces).findSpace(asked.key);
      if (space?.kind !== 'training')
        throw new Error(`--space: there is no open training space ${asked.key}`);
      const begun = await askFor(app.get(Provisioner), asked);
      if (begun.state === 'done') {
        sayLine(`The ${String(begun.cases)} cases of series ${String(begun.seed)} are there.`);
        code = 0;
        return;
      }
      const began = performance.now();
      const gone = await app.get(LoadSpace).goOn(space, {
        atOnce: AT_ONCE,
        isStopping: () => signal?.aborted === true,
        onProgress: ({ done, cases }) =>
          showProgress(progressLine(done, cases, done - begun.done, performance.now() - began)),
      });
      if (!gone) throw new Error('Another process has this load in hand: try again in two minutes');
      if (gone.done === gone.cases) await settleDueCases(app.get(RecomputeDueCases), space);
      sayLine(
        gone.done === gone.cases
          ? `\nThe ${String(gone.cases)} cases of series ${String(gone.seed)} are there.`
          : `\n${String(gone.done)} of ${String(gone.cases)} cases are there. The same words go on.`,
      );
      code = gone.done === gone.cases ? 0 : 1;
    });
    return code;
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    return 2;
  }
}

/** One load a space: the same goes on, another is refused. */
async function askFor(provisioner: Provisioner, { key, cases, seed }: Asked): Promise<LoadRow> {
  if (!provisioner.isHere)
    throw new Error('REPERE_PROVISIONER_DATABASE_URL: without it this installation has no training spaces');
  await provisioner.rows(LOADS_SQL.insert, [key, cases, seed, true]);
  const [known] = await provisioner.rows<LoadRow>(LOADS_SQL.ofSpaces, [[key]]);
  if (known?.cases !== cases || known.seed !== seed)
    throw new Error(
      `--cases, --seed: this space has a load already, ${String(known?.cases)} cases of series ${String(known?.seed)}`,
    );
  await provisioner.rows(LOADS_SQL.goOn, [key]);
  return known;
}

/** What time alone has brought about in them. */
async function settleDueCases(recomputing: RecomputeDueCases, space: Space): Promise<void> {
  while ((await recomputing.recomputeCases(space)) > 0);
}

function progressLine(done: number, cases: number, here: number, ms: number): string {
  const each = ms / Math.max(here, 1);
  const left = Math.ceil(((cases - done) * each) / 60_000);
  return `${String(done)} of ${String(cases)} cases, ${(1000 / each).toFixed(1)} a second, ${String(left)} min left`;
}

const overwriteLine = (progress: string): void => void process.stdout.write(`\r${progress}   `);
