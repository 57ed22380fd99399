import { applyEntry, atTime, availableSteps, type CaseView, type Command, decide, foldCase, type JournalEntry, type ProtocolSet, type StepCompleted, viewCase } from '@repere/case-engine';
import type { FactDefinition, FactValue, Library, ReasonList, StepDefinition } from '@repere/protocol';
import type { Territory } from '@repere/feel';

/** What a history draws from: whole numbers, each below the bound that is asked. */
export type Draw = (bound: number) => number;

export interface History {
  /** After each act: the case, and its journal so far. */
  readonly acts: readonly { readonly view: CaseView; readonly journal: readonly JournalEntry[] }[];
}

const START = Date.UTC(2026, 0, 5, 9);
const HOUR = 3_600_000;
const NON_ANSWERS = ['unknown', 'not-asked', 'refused'] as const;

/** What is acted in. Other protocols open beside them, and nobody acts there. */
const TOLD: ReadonlySet<string> = new Set(['identification', 'protection']);

/**
 * A history of up to `length` acts that the engine accepts, of a case that starts with identification: steps that are open,
 * done with any answers and corrected, second persons who agree or send back, hours that pass. A view after each act.
 */
export function randomHistory(
  library: Library,
  set: ProtocolSet,
  territory: Territory,
  draw: Draw,
  length: number,
): History {
  let serial = 0;
  const newId = () => `id-${++serial}`;
  const inForce = Object.fromEntries(library.documents.map((it) => [it.protocol, it.version]));
  let now = START;
  let state = foldCase(set, [], { now, territory });
  let journal: readonly JournalEntry[] = [];
  const acts: { view: CaseView; journal: readonly JournalEntry[] }[] = [];
  const ask = (command: Command, role: 'TS' | 'SUP') => {
    const actor = { id: role, roles: [role], inCharge: role === 'TS' };
    const decision = decide(state, command, { actor, now, newId, inForce });
    if (!decision.ok) return;
    for (const entry of decision.entries) state = applyEntry(state, entry);
    journal = [...journal, ...decision.entries];
    acts.push({ view: viewCase(state), journal });
  };
  ask({ kind: 'open-run', protocol: 'identification', version: inForce['identification'] ?? '' }, 'TS');
  for (let act = 0; act < length; act++) {
    now += draw(30) * HOUR;
    state = atTime(state, now);
    const { runs } = viewCase(state);
    const waiting = runs.flatMap((run) =>
      run.steps.flatMap(({ id, toApprove }) =>
        toApprove === null ? [] : [{ runId: run.runId, step: id, entryId: toApprove }],
      ),
    );
    const approval = waiting[draw(waiting.length * 3)];
    if (approval !== undefined) {
      const role = draw(4) === 0 ? 'TS' : 'SUP'; // the author tries too
      ask(
        draw(4) === 0 ? { kind: 'return', ...approval, reason: 'revoir' } : { kind: 'approve', ...approval },
        role,
      );
      continue;
    }
    const wrong = journal[draw(journal.length * 20)];
    if (wrong?.kind === 'step-completed' && wrong.confirms === undefined) {
      ask(amendment(wrong, library, runs, draw, newId), 'TS');
      continue;
    }
    const open = availableSteps(state).filter(({ runId }) =>
      runs.some((run) => run.runId === runId && TOLD.has(run.protocol)),
    );
    const chosen = open[draw(open.length)];
    const document = documentOf(library, runs, chosen?.runId);
    const step = document?.steps.find(({ id }) => id === chosen?.step);
    if (!chosen || !step || !document || step.by[0] === undefined) continue;
    const facts = { ...library.shared?.facts, ...document.facts };
    const role = step.by.includes('TS') ? 'TS' : step.by.includes('SUP') ? 'SUP' : undefined;
    ask(
      {
        kind: 'complete-step',
        ...chosen,
        ...ofKnownRow(step, anyAnswers(step, facts, library.shared?.reasons ?? {}, draw, newId), journal, draw),
        by: [{ role: role ?? step.by[0] }],
      },
      role === 'SUP' ? 'SUP' : 'TS',
    );
  }
  return { acts };
}

/** What a step says about a row is about one that is there: any that was added to a list. */
function ofKnownRow(
  { about }: StepDefinition,
  answers: Answers,
  journal: readonly JournalEntry[],
  draw: Draw,
): Answers {
  if (about === undefined) return answers;
  const rows = journal.flatMap((it) =>
    it.kind === 'step-completed' && it.row !== undefined && it.row.id.startsWith('id-') ? [it.row.id] : [],
  );
  const id = rows[draw(rows.length)];
  return id === undefined ? answers : { ...answers, row: { id, values: answers.row?.values ?? {} } };
}

/** Any other answers in the place of what was said, sometimes at another time. */
function amendment(
  wrong: StepCompleted,
  library: Library,
  runs: CaseView['runs'],
  draw: Draw,
  newId: () => string,
): Command {
  const document = documentOf(library, runs, wrong.runId);
  const step = document?.steps.find(({ id }) => id === wrong.step);
  if (!document || !step) throw new Error(`no step ${wrong.step}`);
  const answers = anyAnswers(
    step,
    { ...library.shared?.facts, ...document.facts },
    library.shared?.reasons ?? {},
    draw,
    newId,
  );
  const at = wrong.recordedAt - draw(100) * HOUR;
  return {
    kind: 'amend',
    entryId: wrong.id,
    ...answers,
    ...(answers.row && wrong.row && { row: { ...answers.row, id: wrong.row.id } }),
    ...(draw(3) === 0 && { occurredInstead: { from: at, to: at, precision: 'minute' } }),
    why: 'mal lu',
  };
}

/** The protocol of a run, in the version that the run is under. */
function documentOf({ documents }: Library, runs: CaseView['runs'], runId: string | undefined) {
  const run = runs.find((it) => it.runId === runId);
  return documents.find(({ protocol, version }) => protocol === run?.protocol && version === run.version);
}

type Answers = Pick<
  Extract<Command, { kind: 'complete-step' }>,
  'values' | 'row' | 'closes' | 'reasons' | 'bestInterests' | 'childView'
>;

function anyAnswers(
  step: StepDefinition,
  facts: Readonly<Record<string, FactDefinition>>,
  reasons: Readonly<Record<string, ReasonList>>,
  draw: Draw,
  newId: () => string,
): Answers {
  const values: Record<string, FactValue> = {};
  const row: Record<string, FactValue> = {};
  for (const field of step.fields) {
    const [list = '', inRow] = field.split('.');
    const fact = inRow === undefined ? facts[list] : facts[list]?.row?.[inRow];
    if (fact === undefined || (!step.required.includes(field) && draw(3) === 0)) continue;
    (inRow === undefined ? values : row)[inRow ?? list] = anyAnswer(fact, draw);
  }
  const told = step.decides === undefined ? undefined : values[step.decides];
  const ranked = step.decides === undefined ? undefined : facts[step.decides];
  const codes = typeof told === 'string' ? Object.keys(reasons[step.reasons[told] ?? ''] ?? {}) : [];
  const reason = codes[draw(codes.length)];
  return {
    values,
    ...(step.adds !== undefined && { row: { id: newId(), values: row } }),
    ...(step.closes !== undefined && draw(3) === 0 && { closes: true }),
    ...(ranked && {
      // Reasons change no state, but one that contradicts what is recorded is refused: another history draws another.
      reasons: reason === undefined ? [] : [reason],
      bestInterests: 'Être protégé.',
      childView: { said: '…' },
    }),
  };
}

function anyAnswer(fact: FactDefinition, draw: Draw): FactValue {
  if (draw(5) === 0) return { answer: NON_ANSWERS[draw(3)] ?? 'unknown' };
  switch (fact.type) {
    case 'yes-no':
      return draw(2) === 0 ? 'yes' : 'no';
    case 'choice': {
      const codes = (fact.values ?? []).map(({ code }) => code);
      const code = codes[draw(codes.length)] ?? '';
      return fact.multiple ? [code] : code;
    }
    case 'checklist': {
      const all = draw(4) === 0; // now and then every item is "no", which less protective doors need
      return Object.fromEntries(
        (fact.items ?? []).map(({ id }) => [
          id,
          all || draw(2) === 0 ? 'no' : draw(2) === 0 ? 'yes' : { answer: 'unknown' },
        ]),
      );
    }
    case 'date':
      return `2025-12-${String(draw(20) + 10)}`;
    case 'number':
    case 'months':
      return draw(20);
    case 'text':
      return 'mots';
    case 'duration':
    case 'list':
      return { answer: 'unknown' };
  }
}
