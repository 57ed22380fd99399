import { stringify } from 'yaml';
import type { ExampleExpectation, ExampleLine, FactValues } from '@repere/protocol';
import type { JournalEntry, RunOpened } from '@repere/case-engine';
import type { Text } from '@repere/feel';
import type { History } from '../search/history';
import type { World } from '../search/world';

/** What an example says beside its history. */
export interface ExampleText {
  readonly story: Text;
  /** First line of the file: what it shows. */
  readonly because: string;
  /** The protocol that is engaged at the beginning. */
  readonly start: string;
  readonly expect: ExampleExpectation;
}

/**
 * The history as an `examples/*.yaml`. Each line may be refused once the fault is mended; what is expected at the end is
 * what the protocol must keep, so it fails as long as the fault is there.
 */
export function writeExample(world: World, history: History, telling: ExampleText): string {
  const lines: object[] = [];
  const chain: History[] = [];
  for (let it: History | null = history; it?.action; it = it.before) chain.push(it);
  for (const told of chain.reverse()) {
    const entry = told.journal[told.before?.journal.length ?? 0];
    if (!entry || !told.action || 'waitUntil' in told.action) continue;
    const isStart = entry.kind === 'run-opened' && told.acts === 1;
    const line = isStart ? null : lineOf(world, told.journal, entry);
    if (line) lines.push({ at: timeOf(world, told.now), ...line, refused: 'perhaps' });
  }
  const used = new Set(history.journal.flatMap((it) => (it.kind === 'run-opened' ? [it.protocol] : [])));
  const versions = Object.fromEntries(
    [...used].map((id) => [id, world.protocols.get(id)?.version ?? ''] as const),
  );
  const example = {
    story: telling.story,
    versions,
    start: [telling.start],
    territory: world.territory.code,
    ...(lines.length > 0 && { do: lines }),
    expect: { at: timeOf(world, history.now + 60_000), ...telling.expect },
  };
  const header = '# yaml-language-server: $schema=../../../schema/example.schema.json';
  return `${header}\n# ${telling.because}\n${stringify(example, { version: '1.2', lineWidth: 120 })}`;
}

type Line = Partial<ExampleLine>;

function lineOf(world: World, journal: readonly JournalEntry[], entry: JournalEntry): Line | null {
  switch (entry.kind) {
    case 'run-opened':
      return { open: entry.protocol };
    case 'facts-recorded':
      return { record: plain(entry.values) };
    case 'step-completed':
      return {
        by: entry.by.map(({ role }) => role)[0] ?? 'TS',
        entered: entry.enteredBy,
        step: stepName(world, journal, entry),
        ...toLine(entry),
        ...(entry.confirms !== undefined && { confirms: true }),
      };
    case 'entry-amended':
      return entry.step === ''
        ? null
        : { by: entry.enteredBy, amend: stepName(world, journal, entry), ...toLine(entry), why: entry.why };
    case 'entry-approved':
      return { by: entry.enteredBy, approve: stepName(world, journal, entry) };
    case 'entry-returned':
      return { by: entry.enteredBy, return: stepName(world, journal, entry), reason: entry.reason };
    case 'step-waived':
      return { by: entry.enteredBy, waive: stepName(world, journal, entry), reason: entry.reason, note: '…' };
    case 'note-added':
    case 'run-moved':
      return null;
  }
}

function toLine(
  entry: Extract<JournalEntry, { kind: 'step-completed' | 'entry-amended' }>,
): Omit<Line, 'at'> {
  const { values, row, closes, reasons = [], bestInterests, childView, evidence = {} } = entry;
  const note = 'note' in entry ? entry.note : undefined;
  return {
    ...(Object.keys(values).length > 0 && { set: plain(values) }),
    ...(row && { row: { id: row.id, ...plain(row.values) } }),
    ...(closes && { closes: true }),
    ...(reasons.length > 0 && { reasons }),
    ...(bestInterests !== undefined && { best_interests: bestInterests }),
    ...(childView && { child_view: 'said' in childView ? childView.said : { why_not: childView.whyNot } }),
    ...(Object.keys(evidence).length > 0 && { evidence: Object.keys(evidence) }),
    ...(note !== undefined && { note }),
  };
}

function plain(values: FactValues): Line['set'] {
  return structuredClone(values) as Line['set'];
}

/** The step by its plain name where that is clear, else with its protocol and which of its runs. */
export function stepName(
  { protocols }: World,
  journal: readonly JournalEntry[],
  { runId, step }: { readonly runId: string; readonly step: string },
): string {
  const runs = journal.filter((it): it is RunOpened => it.kind === 'run-opened');
  const run = runs.find((it) => it.runId === runId);
  if (!run) return step;
  const same = runs.filter((it) => it.protocol === run.protocol);
  const nth = same.indexOf(run) + 1;
  if (same.length > 1) return `${run.protocol}#${nth}.${step}`;
  const owners = [...protocols.values()].filter((it) => it.stepIndex.has(step));
  return owners.length > 1 ? `${run.protocol}.${step}` : step;
}

function timeOf({ territory: { zone } }: World, at: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  return parts.replace(' ', 'T');
}
