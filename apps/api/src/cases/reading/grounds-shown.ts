import { groundsOfStep } from '@repere/case-engine';
import { type FieldClass, hasRows, isSaidByItem } from '@repere/protocol';
import { sightOfFact } from '../disclosure/value-sight';
import type { LoadedCase } from './loaded-case';
import { valuesShown } from './timeline';

/** Facts of this child that a step stands on, in words, as this reader sees them. Sheets of signs are shown by themselves. */
export function groundsShown(
  file: LoadedCase,
  runId: string,
  step: string,
  redacted: ReadonlySet<FieldClass>,
): ReturnType<typeof valuesShown> {
  const wanted = new Set(
    groundsOfStep(file.state, runId, step).flatMap(({ fact, runId: of }) =>
      fact === undefined ? [] : `${of ?? ''}/${fact}`,
    ),
  );
  return file.view.facts.flatMap((known) => {
    const { fact, value } = known;
    const definition = file.findFact(known.runId, fact);
    if (
      !wanted.has(`${known.runId ?? ''}/${fact}`) ||
      value === null ||
      (definition && (isSaidByItem(definition) || hasRows(definition)))
    )
      return [];
    return valuesShown(file, known.runId, { [fact]: value }, '', sightOfFact(file, known, redacted));
  });
}
