import type { FactView } from '@repere/case-engine';
import type { FamilyTold } from '@repere/cases';
import type { Text } from '@repere/feel';
import type { FamilyToldFacts, FieldClass } from '@repere/protocol';
import { redactFacts } from '../../cases/page/redaction/redact-view';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { withoutNotes } from '../../cases/words/notes-beside';
import { showValue } from '../../cases/words/show-value';

/** Whether the family was told, and what says so: a step, or a letter that was settled before. */
export interface KnownFamilyTold {
  readonly is: FamilyTold;
  /** In French, as a letter says it. */
  readonly why?: string;
  readonly source: Text;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** As it is recorded, and seen by the reader; `null`: nobody recorded it, which is not a no. Of several runs the newest. */
export function knownFamilyTold(
  file: LoadedCase,
  { told, knows, why }: FamilyToldFacts,
  redacted: ReadonlySet<FieldClass>,
): KnownFamilyTold | null {
  const { facts } = redactFacts(file, redacted);
  const find = (name: string): FactView | undefined =>
    facts
      .filter(({ runId, fact }) => runId !== null && `${file.documentOf(runId).protocol}.${fact}` === name)
      .toSorted((a, b) => a.seq - b.seq)
      .at(-1);
  const codeOf = (fact: FactView | undefined): string | null => {
    const code = fact && withoutNotes(fact.value);
    return typeof code === 'string' ? code : null;
  };
  const [byUs, without, reason] = [find(told), find(knows), find(why)];
  if (byUs && codeOf(byUs) === 'yes') return { is: 'told', ...sourceOf(file, byUs) };
  if (without && codeOf(without) === 'yes') return { is: 'knows', ...sourceOf(file, without) };
  if (reason && codeOf(reason) !== null) {
    const said = showValue(file.findFact(reason.runId, reason.fact), withoutNotes(reason.value)).fr;
    return { is: 'not-told', why: said, ...sourceOf(file, reason) };
  }
  return byUs && codeOf(byUs) === 'no' ? { is: 'not-told', ...sourceOf(file, byUs) } : null;
}

/** The step that recorded a fact; where none did, what the fact is called. */
function sourceOf(
  file: LoadedCase,
  { entryId, runId, fact }: FactView,
): Pick<KnownFamilyTold, 'source' | 'at'> {
  const entry = file.journal.find(({ id }) => id === entryId);
  const step = entry?.kind === 'step-completed' ? file.findStep(entry.runId, entry.step) : undefined;
  const source = step?.title ?? file.findFact(runId, fact)?.title;
  if (!entry || !source) throw new Error('a fact without its entry');
  return { source, at: entry.occurredAt.from };
}
