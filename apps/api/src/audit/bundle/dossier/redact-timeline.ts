import type { Words } from '@repere/cases';
import type { JournalEntry } from '@repere/case-engine';
import type { LoadedCase } from '../../../cases/reading/loaded-case';
import { notesOf } from '../../../cases/disclosure/opens-words';
import type { DisclosureScope } from '../gathering/disclosure-scope';
import { opensText } from '../gathering/opens-text';
import type { TimelineEntryDto } from '../../../cases/page/case-file.dto';

/** Stands where something is left out. */
export const LEFT_OUT: Words = { fr: 'non communiqué', en: 'not disclosed' };

/** The chronology without what the bundle leaves out; each such place says so. `timeline` and the journal go in step. */
export function redactTimeline(
  file: LoadedCase,
  timeline: readonly TimelineEntryDto[],
  scope: DisclosureScope,
  language: keyof Words,
): readonly TimelineEntryDto[] {
  if (scope.isWhole) return timeline;
  return timeline.map((it, place) => {
    const entry = file.journal[place];
    return entry ? redactEntry(file, entry, it, scope, LEFT_OUT[language]) : it;
  });
}

function redactEntry(
  file: LoadedCase,
  entry: JournalEntry,
  it: TimelineEntryDto,
  scope: DisclosureScope,
  leftOut: string,
): TimelineEntryDto {
  const opens = (name: string): boolean => opensText(file, entry, name, scope);
  const keep = <T>(name: string, said: T | undefined, instead: T): T | undefined =>
    said === undefined || opens(name) ? said : instead;
  const who = opens('enteredBy');
  const opensValues = opens('values');
  return {
    ...it,
    by: who || it.system ? it.by : leftOut,
    participants: opens('by') ? it.participants : it.participants.map(({ role }) => ({ role })),
    values: it.values.map((value) =>
      value.redacted ||
      scope.hidesFact(value.fact, file.findFact(it.runId, value.fact), value.value, opensValues)
        ? { fact: value.fact, title: value.title, shown: LEFT_OUT, redacted: true }
        : value,
    ),
    reasons: opens('reasons') ? it.reasons : it.reasons.slice(0, 1).map(() => LEFT_OUT),
    bestInterests: keep('bestInterests', it.bestInterests, leftOut),
    childView: keep('childView', it.childView, { said: leftOut }),
    evidence: keep(
      'evidence',
      it.evidence,
      (it.evidence ?? []).map(({ title }) => ({ title, reference: leftOut })),
    ),
    note: notesOf(entry).every(opens) ? it.note : it.note && leftOut,
    ...(it.approvedBy !== undefined && { approvedBy: who ? it.approvedBy : leftOut }),
    ...(it.amendedBy !== undefined && { amendedBy: who ? it.amendedBy : leftOut }),
  };
}
