import type { FieldClass } from '@repere/access';
import type { PointGround } from '@repere/cases';
import { nonAnswerIn } from '@repere/protocol';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { stepTitle } from '../cases/words/entry-title';
import type { ReferralNeedDto } from '../referrals/answers/answers.dto';
import type { ProposedPointDto } from './conferences.dto';

/** Of each ground; a list that nobody reads to its end is no agenda. */
const MOST_OF_EACH = 6;

/**
 * What is open in the case as far as the reader may know it: questions that were answered by "not known", what of ours is late, what is
 * held up, what others owe us, referrals that nobody answered. Titles alone, never what was answered.
 */
export function proposedPoints(
  file: LoadedCase,
  redacted: ReadonlySet<FieldClass>,
  needs: readonly ReferralNeedDto[],
): readonly ProposedPointDto[] {
  const { view } = file;
  const { now } = view;
  const late = view.deadlines.filter(
    ({ metAt, lateFrom, of }) => of === 'step' && metAt === null && lateFrom !== null && lateFrom <= now,
  );
  const titled = ({ runId, step }: { readonly runId: string; readonly step: string }) =>
    stepTitle(file, runId, step);
  const questions = view.facts.flatMap(({ fact, runId, value }) => {
    const definition = nonAnswerIn(value) === 'unknown' ? file.findFact(runId, fact) : undefined;
    return definition && !redacted.has(definition.class) ? [definition.title] : [];
  });
  const blocked = view.runs.flatMap(({ runId, steps }) =>
    steps.flatMap(({ id, state }) => (state === 'blocked' ? [titled({ runId, step: id })] : [])),
  );
  const unanswered = needs.flatMap(({ referrals }) =>
    referrals.flatMap(({ state, partner }) =>
      state === 'no-answer'
        ? [{ fr: `Sans réponse : ${partner.name}`, en: `No answer: ${partner.name}` }]
        : [],
    ),
  );
  const grounds = {
    late: late.filter(({ owner }) => owner === 'ours').map(titled),
    awaited: late.filter(({ owner }) => owner === 'outside').map(titled),
    question: questions,
    blocked,
    referral: redacted.has('staff') ? [] : unanswered,
  } as const satisfies Readonly<Record<Exclude<PointGround, 'own'>, readonly ProposedPointDto['text'][]>>;
  return (Object.keys(grounds) as (keyof typeof grounds)[]).flatMap((ground) =>
    [...new Map(grounds[ground].map((text) => [text.fr, text])).values()]
      .slice(0, MOST_OF_EACH)
      .map((text) => ({ ground, text })),
  );
}
