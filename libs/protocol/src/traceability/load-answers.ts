import { checkStructure } from '../yaml/check-structure';
import type { Problem } from '../documents/document';
import { mapValues } from '../yaml/map-values';
import { readYaml } from '../yaml/yaml-source';
import type { Text } from '@repere/feel';
import type { TraceAnswer, TraceLine } from './trace-lines';

/** By item of the report: what answers it beside the protocols, and what doesn't yet. */
export type AnswersBeside = Readonly<Record<string, Pick<TraceLine, 'answers' | 'notYet'>>>;

interface AnswersYaml {
  readonly items: Readonly<
    Record<
      string,
      {
        readonly answers?: readonly (Pick<TraceAnswer, 'kind' | 'path'> & { readonly title: Text })[];
        readonly notYet?: Text;
      }
    >
  >;
}

/** Turns `answers.yaml` into what answers each item. Never throws. */
export function loadAnswers(
  text: string,
  file: string,
): { readonly answers?: AnswersBeside; readonly problems: readonly Problem[] } {
  const source = readYaml(text, file);
  const problems = checkStructure(source, 'answers');
  if (problems.length > 0) return { problems };
  const { items } = source.value as AnswersYaml;
  return {
    answers: mapValues(items, ({ answers = [], notYet = null }) => ({ answers, notYet })),
    problems: [],
  };
}
