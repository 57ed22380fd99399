import { roleOf } from '../examples/example-people';
import type { JournalEntry, StepCompleted } from '../journal/journal-entry';
import type { CompiledFact, CompiledProtocol, CompiledStep, ProtocolSet } from '../compile/protocol-set';
import { text, type Text } from '@repere/feel';
import { type FactValues, listed, reasonsIn, ROLE_WORDS, formatAnswer } from '@repere/protocol';

/** What an entry of a made-up journal says, as somebody would tell it. */
export interface DescribedEntry {
  /** Whose act it was; `null`: brought about by the protocol itself. */
  readonly who: Text | null;
  /** `termine « Noter les signes »`. */
  readonly what: Text;
  /** What was answered, decided, brought: one line each. */
  readonly said: readonly Text[];
}

/**
 * An entry in words, for who reads a story. `runs`: the protocol of each run. Only for worked examples: of a real case, the
 * API tells what this reader may see.
 */
export function describeEntry(
  set: ProtocolSet,
  runs: ReadonlyMap<string, CompiledProtocol>,
  entry: JournalEntry,
): DescribedEntry {
  switch (entry.kind) {
    case 'run-opened': {
      const opened = set.protocols.get(entry.protocol)?.get(entry.version)?.document.title;
      const title = opened ?? text(entry.protocol, entry.protocol);
      return { who: null, what: text(`« ${title.fr} » s'ouvre`, `"${title.en}" opens`), said: [] };
    }
    case 'run-moved':
      return {
        who: actorOf(entry),
        what: text(`fait suivre la version ${entry.to}`, `moves it to version ${entry.to}`),
        said: [text(entry.reason, entry.reason)],
      };
    case 'step-completed': {
      const { protocol, step } = stepOf(runs, entry);
      const verb = entry.confirms
        ? text('confirme', 'confirms')
        : entry.sameAs
          ? text('compte, fait ailleurs, pour', 'counts, done elsewhere, for')
          : text('termine', 'completes');
      return {
        who: entry.by.length > 0 ? listed(entry.by.map(({ role }) => ROLE_WORDS[role])) : actorOf(entry),
        what: textAbout(verb, step, entry.step),
        said: [...answersOf(set, protocol, step, entry), ...decisionOf(set, protocol, step, entry)],
      };
    }
    case 'entry-approved':
      return {
        who: actorOf(entry),
        what: textAbout(text('valide', 'approves'), stepOf(runs, entry).step, entry.step),
        said: [],
      };
    case 'entry-returned':
      return {
        who: actorOf(entry),
        what: textAbout(text('renvoie', 'sends back'), stepOf(runs, entry).step, entry.step),
        said: [text(entry.reason, entry.reason)],
      };
    case 'step-waived': {
      const { protocol, step } = stepOf(runs, entry);
      return {
        who: actorOf(entry),
        what: textAbout(text('écarte', 'waives'), step, entry.step),
        said: [
          ...reasonsOf(set, protocol, step?.definition.waiverReasons, [entry.reason]),
          ...(entry.note ? [text(entry.note, entry.note)] : []),
        ],
      };
    }
    case 'entry-amended': {
      const { protocol, step } = stepOf(runs, entry);
      return {
        who: actorOf(entry),
        what: textAbout(text('corrige', 'corrects'), step, entry.step),
        said: [...answersOf(set, protocol, step, entry), text(entry.why, entry.why)],
      };
    }
    case 'facts-recorded':
      return {
        who: null,
        what: text('ce qui est su', 'what is known'),
        said: [
          ...answersOf(set, runs.get(entry.runId ?? ''), undefined, { values: entry.values }),
          ...formatAll(entry.row?.values ?? {}, (id) =>
            set.sharedFactOf.get(entry.list ?? '')?.list?.fieldOf.get(id),
          ),
          ...Object.entries(entry.lists ?? {}).flatMap(([id, { rows }]) => {
            const fact = runs.get(entry.runId ?? '')?.factOf.get(id) ?? set.sharedFactOf.get(id);
            return rows.flatMap(({ values }) => formatAll(values, (field) => fact?.list?.fieldOf.get(field)));
          }),
        ],
      };
    case 'note-added':
      return {
        who: actorOf(entry),
        what: text('note', 'notes'),
        said: [text(entry.note, entry.note)],
      };
  }
}

/** The label of a story's account is its role: `TS-duty`. */
function actorOf({ enteredBy }: JournalEntry): Text {
  return ROLE_WORDS[roleOf(enteredBy)];
}

function stepOf(
  runs: ReadonlyMap<string, CompiledProtocol>,
  { runId, step }: { readonly runId: string; readonly step: string },
) {
  const protocol = runs.get(runId);
  return { protocol, step: protocol?.steps[protocol.stepIndex.get(step) ?? -1] };
}

function textAbout(verb: Text, step: CompiledStep | undefined, id: string): Text {
  const title = step?.definition.title ?? text(id, id);
  return text(`${verb.fr} « ${title.fr} »`, `${verb.en} "${title.en}"`);
}

function answersOf(
  set: ProtocolSet,
  protocol: CompiledProtocol | undefined,
  step: CompiledStep | undefined,
  entry: Pick<StepCompleted, 'values'> & Partial<Pick<StepCompleted, 'row' | 'closes'>>,
): readonly Text[] {
  return [
    ...formatAll(entry.values, (id) => protocol?.factOf.get(id) ?? set.sharedFactOf.get(id)),
    ...formatAll(entry.row?.values ?? {}, (id) => step?.rowFields.get(id)),
    ...(entry.closes ? [text("Il n'y en a pas d'autre", 'There is no other')] : []),
  ];
}

function formatAll(values: FactValues, factOf: (id: string) => CompiledFact | undefined): readonly Text[] {
  return Object.entries(values).map(([id, value]) => {
    const fact = factOf(id);
    return fact ? formatAnswer(fact.definition, value) : text(id, id);
  });
}

/** The words of a decision: why, the child's interest and view, what was brought. */
function decisionOf(
  set: ProtocolSet,
  protocol: CompiledProtocol | undefined,
  step: CompiledStep | undefined,
  { values, reasons, bestInterests, childView, evidence, note }: StepCompleted,
): readonly Text[] {
  const decided = step?.decides ? values[step.decides.id] : undefined;
  const list = typeof decided === 'string' ? step?.definition.reasons[decided] : undefined;
  const brought = Object.keys(evidence).map((kind) => set.shared.evidence[kind] ?? text(kind, kind));
  return [
    ...reasonsOf(set, protocol, list, reasons),
    ...(bestInterests ? [labelled('Intérêt supérieur', 'Best interests', bestInterests)] : []),
    ...(childView && 'said' in childView
      ? [labelled("Avis de l'enfant", "The child's view", childView.said)]
      : []),
    ...(childView && 'whyNot' in childView
      ? [labelled("Pas d'avis de l'enfant", 'No view of the child', childView.whyNot)]
      : []),
    ...(brought.length > 0 ? [labelledText('Pièces', 'Evidence', listed(brought))] : []),
    ...(note ? [text(note, note)] : []),
  ];
}

function reasonsOf(
  set: ProtocolSet,
  protocol: CompiledProtocol | undefined,
  list: string | undefined,
  codes: readonly string[],
): readonly Text[] {
  if (codes.length === 0) return [];
  const said = reasonsIn(protocol?.document, set.shared, list);
  const words = codes.map((code) => said[code] ?? text(code, code));
  return [labelledText('Motif', 'Reason', listed(words))];
}

const labelledText = (fr: string, en: string, words: Text): Text =>
  text(`${fr} : ${words.fr}`, `${en}: ${words.en}`);
/** Words of the story's people stay in the language in which they were written. */
const labelled = (fr: string, en: string, words: string): Text => labelledText(fr, en, text(words, words));
