import type { EntryWords, Words } from '@repere/cases';
import {
  type EntryAmended,
  entryAsCorrected,
  isStepState,
  type JournalEntry,
  type StepCompleted,
} from '@repere/case-engine';
import { type FactValues, type FieldClass, reasonsIn } from '@repere/protocol';
import type { Names } from './account-names';
import { placeOfEntry } from '../journal/entry-address';
import type { LoadedCase } from './loaded-case';
import { type Mask, maskOf } from '../disclosure/mask-words';
import { redactedWordsOf } from '../disclosure/opens-words';
import { sightOf, type ValueSight } from '../disclosure/value-sight';
import { redactValue } from '../page/redaction/redact-value';
import { NOT_SHOWN } from '../disclosure/redacted-classes';
import { entryTitle } from '../words/entry-title';
import { same, showValue } from '../words/show-value';
import type { TimelineEntryDto } from '../page/case-file.dto';

/** The chronology of a case, oldest first, in words. `redacted`: classes of fields that the reader may not see. */
export function timelineOf(
  file: LoadedCase,
  entries: readonly JournalEntry[],
  names: Names,
  redacted: ReadonlySet<FieldClass>,
): readonly TimelineEntryDto[] {
  const nameOf = (id: string): string => names.get(id) ?? id;
  const [approvals, amendments] = [lastAbout(file, 'entry-approved'), lastAbout(file, 'entry-amended')];
  return entries.map((entry): TimelineEntryDto => {
    const [approval, amendment] = [approvals.get(entry.id), amendments.get(entry.id)];
    const { runId, step } = placeOfEntry(entry);
    const hidden = redactedWordsOf(file, entry, redacted);
    const said = saidIn(file, entry);
    const shown = maskedWords(unlessHidden(said, hidden), maskOf(file, redacted));
    const isByPerson = (id: string): boolean => !id.startsWith('system:');
    const writer = (id: string): string => (hidden.includes('enteredBy') && isByPerson(id) ? '' : nameOf(id));
    const redactedWords = hidden.filter((name) =>
      name === 'enteredBy'
        ? isByPerson(entry.enteredBy)
        : name === 'by'
          ? participantsOf(entry).some((it) => it.name)
          : name === 'reasons' || name === 'evidence'
            ? (said[name] ?? []).length > 0
            : said[name] !== undefined,
    );
    return {
      entryId: entry.id,
      seq: entry.seq,
      kind: entry.kind,
      title: entryTitle(file, entry),
      protocol: runId === null ? null : file.documentOf(runId).protocol,
      runId,
      step,
      ...('row' in entry && entry.row && { rowId: entry.row.id }),
      occurredAt: new Date(entry.occurredAt.from).toISOString(),
      occurredPrecision: entry.occurredAt.precision,
      recordedAt: new Date(entry.recordedAt).toISOString(),
      by: writer(entry.enteredBy),
      participants: hidden.includes('by')
        ? participantsOf(entry).map(({ role }) => ({ role }))
        : participantsOf(entry),
      values: valuesOf(file, entry, redacted),
      ...shown,
      ...doneIn(file, entry),
      ...(redactedWords.length > 0 && { redactedWords }),
      ...(approval && {
        approvedBy: writer(approval.enteredBy),
        approvedAt: new Date(approval.recordedAt).toISOString(),
      }),
      ...(amendment && { amendedBy: writer(amendment.enteredBy) }),
      system: !isByPerson(entry.enteredBy) || (entry.kind === 'run-opened' && entry.because !== undefined),
    };
  });
}

/** Where an act that counts in this run was done. */
function doneIn(file: LoadedCase, entry: JournalEntry): Pick<TimelineEntryDto, 'doneIn'> {
  if (entry.kind !== 'step-completed' || entry.sameAs === undefined) return {};
  const act = file.journal.find(({ id }) => id === entry.sameAs);
  const runId = act ? placeOfEntry(act).runId : null;
  return runId === null ? {} : { doneIn: file.documentOf(runId).title };
}

/** Entry → the last that was said of it in this way. */
const lastAbout = (
  file: LoadedCase,
  kind: 'entry-approved' | 'entry-amended',
): ReadonlyMap<string, JournalEntry> =>
  new Map(file.journal.flatMap((it) => (it.kind === kind ? [[it.entryId, it]] : [])));

const participantsOf = (entry: JournalEntry): TimelineEntryDto['participants'] =>
  entry.kind === 'step-completed' ? entry.by : [];

type Said = Pick<TimelineEntryDto, 'reasons' | 'bestInterests' | 'childView' | 'evidence' | 'note'>;

/** What is left of it; hidden words aren't masked, which costs the more the longer they are. */
function unlessHidden(said: Said, hidden: readonly EntryWords[]): Said {
  const keep = <T>(name: EntryWords, it: T | undefined): T | undefined =>
    hidden.includes(name) ? undefined : it;
  return {
    reasons: keep('reasons', said.reasons) ?? [],
    bestInterests: keep('bestInterests', said.bestInterests),
    childView: keep('childView', said.childView),
    evidence: keep('evidence', said.evidence),
    note: keep('note', said.note),
  };
}

/** The same with `mask` over what somebody wrote. */
function maskedWords(said: Said, mask: Mask): Said {
  const { note, bestInterests, childView, evidence } = said;
  return {
    ...said,
    ...(note !== undefined && { note: mask(note) }),
    ...(bestInterests !== undefined && { bestInterests: mask(bestInterests) }),
    ...(childView && {
      childView: 'said' in childView ? { said: mask(childView.said) } : { whyNot: mask(childView.whyNot) },
    }),
    ...(evidence && {
      evidence: evidence.map((it) => ({
        ...it,
        reference: mask(it.reference),
        ...(it.place !== undefined && { place: mask(it.place) }),
      })),
    }),
  };
}

/** What an entry says beside its values. */
function saidIn(file: LoadedCase, entry: JournalEntry): Said {
  const said = { reasons: reasonsOf(file, entry), note: noteOf(entry) };
  if (entry.kind !== 'step-completed' && entry.kind !== 'entry-amended') return said;
  const { bestInterests, childView } = entry;
  return { ...said, bestInterests, childView, evidence: evidenceOf(file, entry) };
}

function noteOf(entry: JournalEntry): string | undefined {
  switch (entry.kind) {
    case 'entry-amended':
      return entry.why;
    case 'entry-returned':
    case 'run-moved':
      return entry.reason;
    case 'step-completed':
      return [entry.note, reasonOf(entry)].filter(Boolean).join('\n') || undefined;
    case 'step-waived':
    case 'facts-recorded':
    case 'note-added':
      return entry.note;
    case 'run-opened':
    case 'entry-approved':
      return undefined;
  }
}

/** Why it was recorded out of order, in somebody's words; what the engine wrote there is told among the deviations. */
const reasonOf = ({ outOfOrder }: StepCompleted): string | undefined =>
  outOfOrder === undefined || isStepState(outOfOrder) ? undefined : outOfOrder;

function valuesOf(
  file: LoadedCase,
  entry: JournalEntry,
  redacted: ReadonlySet<FieldClass>,
): TimelineEntryDto['values'] {
  if (!('values' in entry)) return [];
  const { runId, step: stepId } = placeOfEntry(entry);
  const sight = sightOf(file, [entry], redacted);
  const own = valuesShown(file, runId, entry.values, '', sight);
  const row = 'row' in entry ? entry.row : undefined;
  if (!row) return own;
  const step = runId === null || stepId === null ? undefined : file.findStep(runId, stepId);
  const list = entry.kind === 'facts-recorded' ? entry.list : (step?.adds ?? step?.about);
  return list ? [...own, ...valuesShown(file, runId, row.values, `${list}.`, sight)] : own;
}

/** Values with their titles and labels. `prefix`: the list whose row they belong to, with its dot; `sight`: how they are seen. */
export function valuesShown(
  file: LoadedCase,
  runId: string | null,
  values: FactValues,
  prefix: string,
  sight: ValueSight,
): TimelineEntryDto['values'] {
  return Object.entries(values).map(([id, value]) => {
    const fact = `${prefix}${id}`;
    const definition = file.findFact(runId, fact);
    const title = definition?.title ?? same(fact);
    const shownValue = redactValue(definition, value, sight);
    if (shownValue.isRedacted) return { fact, title, shown: NOT_SHOWN, redacted: true };
    const shown = showValue(definition, shownValue.value);
    return {
      fact,
      title,
      shown: shownValue.lacksNote
        ? { fr: `${shown.fr} ${NO_NOTE.fr}`, en: `${shown.en} ${NO_NOTE.en}` }
        : shown,
      value: shownValue.value,
      ...(definition && { fieldClass: definition.class }),
    };
  });
}

const NO_NOTE: Words = { fr: `(note ${NOT_SHOWN.fr})`, en: `(note ${NOT_SHOWN.en})` };

/** References in the words of `facts.yaml`. */
function evidenceOf(file: LoadedCase, entry: StepCompleted | EntryAmended): TimelineEntryDto['evidence'] {
  return Object.entries(entry.evidence ?? {}).map(([code, piece]) => ({
    title: file.published.set.shared.evidence[code] ?? same(code),
    ...piece,
  }));
}

/** Codes of closed lists in their words. */
function reasonsOf(file: LoadedCase, entry: JournalEntry): readonly Words[] {
  if (entry.kind === 'step-waived')
    return [reasonLabel(file, entry, file.findStep(entry.runId, entry.step)?.waiverReasons, entry.reason)];
  if (entry.kind === 'entry-amended') {
    const corrected = entryAsCorrected(file.state, entry.entryId);
    return corrected && entry.reasons
      ? reasonsOfDecision(file, { ...corrected, reasons: entry.reasons })
      : [];
  }
  return entry.kind === 'step-completed' ? reasonsOfDecision(file, entry) : [];
}

export function reasonsOfDecision(file: LoadedCase, entry: StepCompleted): readonly Words[] {
  const step = file.findStep(entry.runId, entry.step);
  const decided = step?.decides === undefined ? undefined : entry.values[step.decides];
  const list = typeof decided === 'string' ? step?.reasons[decided] : undefined;
  return entry.reasons.map((code) => reasonLabel(file, entry, list, code));
}

function reasonLabel(
  file: LoadedCase,
  { runId }: Pick<StepCompleted, 'runId'>,
  list: string | undefined,
  code: string,
): Words {
  return reasonsIn(file.documentOf(runId), file.published.set.shared, list)[code] ?? same(code);
}
