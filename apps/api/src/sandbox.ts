import { TooMuchWorkError } from '@repere/feel';
import { TRY_MOVES } from './cases/moves/try-moves.task';
import type {
  SandboxAnswer,
  SandboxQuestion,
  SandboxSurroundings,
  SandboxTask,
} from './platform/sandbox/sandbox-task';
import { watchLimits } from './platform/sandbox/watch-limits';
import { CHECK_DRAFT } from './protocols/drafts/checking/check-draft.task';
import { CLEAN_FILE } from './documents/cleaning/clean-file.task';
import { PACK_BUNDLE } from './audit/bundle/packing/pack-bundle.task';
import { DIFF_VERSIONS } from './protocols/versions/diff-versions.task';
import { PRINT_PAPER } from './protocols/exports/print-paper.task';
import { CHECK_SCENARIO } from './training/own-scenarios/check-scenario.task';
import { PLAY_BEGINNING } from './training/beginning/play-beginning.task';
import { TELL_LOAD } from './training/loads/tell-load.task';
import { FOLLOW_STORY } from './training/story/follow-story.task';
import { SCORE_CASE } from './training/score/score-case.task';
import { TRY_LESSONS } from './training/lessons/try-lessons.task';

/** A program of its own: performs the tasks that it is sent, one after the other, and sends what they give. */
const TASKS = new Map<string, SandboxTask<never, unknown>>(
  [
    ...[CHECK_DRAFT, CHECK_SCENARIO, DIFF_VERSIONS, PLAY_BEGINNING, SCORE_CASE, TRY_LESSONS, TRY_MOVES],
    ...[FOLLOW_STORY, TELL_LOAD, PRINT_PAPER, PACK_BUNDLE, CLEAN_FILE],
  ].map((task) => [task.name, task]),
);
const [protocolsDir = 'protocols'] = process.argv.slice(2);
const SURROUNDINGS: SandboxSurroundings = { protocolsDir };

const time = watchLimits();

process.on('disconnect', () => process.exit());
process.on('message', (message) => {
  void answerTask(message as SandboxQuestion).then((it) => process.send?.(it));
});

async function answerTask({ id, task: name, input }: SandboxQuestion): Promise<SandboxAnswer> {
  const task = TASKS.get(name);
  try {
    if (!task) throw new Error('no such task');
    time.beginCount(task.mostMs);
    return { id, output: await task.perform(input as never, SURROUNDINGS) };
  } catch (error) {
    if (error instanceof TooMuchWorkError) return { id, stopped: 'steps' };
    return { id, fault: error instanceof Error ? error.message : String(error) };
  } finally {
    time.endCount();
  }
}
