import type { Words } from '@repere/cases';
import type { FieldClass } from '@repere/protocol';
import type { RunView } from '@repere/case-engine';
import type { LoadedCase } from '../reading/loaded-case';
import { redactSays } from './redaction/redact-says';

/** Why the run stands where it does, as far as an act made that new: the outcome's note, what rows say with their figures. */
export function newGrounds(
  file: LoadedCase,
  before: RunView | undefined,
  { runId, outcome, says }: RunView,
  redacted: ReadonlySet<FieldClass>,
): readonly Words[] {
  const note = outcome?.note ?? null;
  const known = new Set([before?.outcome?.note?.fr, ...(before?.says ?? []).map(({ text }) => text.fr)]);
  return [
    ...(note ? [note] : []),
    ...redactSays(file, { runId, says: says ?? [] }, redacted).map(({ text }) => text),
  ].filter(({ fr }) => !known.has(fr));
}
