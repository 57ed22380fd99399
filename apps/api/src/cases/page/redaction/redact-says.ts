import { type FieldClass, figuresIn } from '@repere/protocol';
import type { RowSaysView, RunView } from '@repere/case-engine';
import type { LoadedCase } from '../../reading/loaded-case';
import { namesOfAll, readsHidden } from './redact-deviations';

/** What the rows of a run say with their figures, where the reader may see everything that those sentences are built on. */
export function redactSays(
  file: LoadedCase,
  { runId, says = [] }: Pick<RunView, 'runId' | 'says'>,
  redacted: ReadonlySet<FieldClass>,
): readonly RowSaysView[] {
  if (redacted.size === 0) return says;
  return says.filter(({ list }) => {
    // Every part, not those alone that are said: a part that is missing tells something too.
    const parts = file.findFact(runId, list)?.says ?? [];
    const names = namesOfAll(parts.map(({ when }) => when));
    const figures = parts.flatMap(({ text }) => [...figuresIn(text.fr), ...figuresIn(text.en)]);
    return !readsHidden(file, runId, list, names && [...names, ...figures], redacted);
  });
}
