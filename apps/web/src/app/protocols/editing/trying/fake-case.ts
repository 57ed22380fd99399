import {
  applyEntry,
  atTime,
  type CaseState,
  type CaseView,
  type Command,
  compileProtocols,
  decide,
  type DecideContext,
  explain,
  type Explanation,
  foldCase,
  type Reason,
  relevantFields,
  tick,
  viewCase,
} from '@repere/case-engine';
import {
  type FactDefinition,
  type FactValues,
  type ProtocolDocument,
  type Role,
  ROLES,
  type SharedDocument,
  type StepDefinition,
  reasonsIn,
} from '@repere/protocol';
import type { Territory, Truth } from '@repere/feel';

/** What is said of a step in a made-up case; what a real one would have to write besides is made up. */
export interface TriedStep {
  readonly runId: string;
  readonly step: string;
  readonly values: FactValues;
  /** Fields of the row that the step adds or is about. */
  readonly row: FactValues;
}

export type Tried = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Times are told in Paris; public holidays are not counted: this is a case that never was. */
const NOWHERE: Territory = { code: '75', zone: 'Europe/Paris', isHoliday: () => false };
const WORDS = 'Essai';

/** A fictional case that the engine runs on the text of a draft. Nothing of it leaves the page. */
export class FakeCase {
  private state: CaseState;
  private now: number;
  private readonly inForce: Readonly<Record<string, string>>;
  private ids = 0;

  /** Throws when the engine can't compile the document: it has errors. */
  constructor(
    readonly shared: SharedDocument,
    readonly document: ProtocolDocument,
    others: readonly ProtocolDocument[],
    now: number,
  ) {
    const documents = [...others.filter(({ protocol }) => protocol !== document.protocol), document];
    this.inForce = Object.fromEntries(documents.map(({ protocol, version }) => [protocol, version]));
    this.now = now;
    this.state = foldCase(compileProtocols(shared, documents), [], { now, territory: NOWHERE });
    this.do({ kind: 'open-run', protocol: document.protocol, version: document.version });
  }

  get at(): number {
    return this.now;
  }

  view(): CaseView {
    return viewCase(this.state);
  }

  why(runId: string, step: string): Explanation {
    return explain(this.state, runId, step);
  }

  /** Which answers matter, by what is being said. */
  relevant({ runId, step, values, row }: TriedStep): Readonly<Record<string, Truth>> {
    return relevantFields(this.state, runId, step, values, { id: 'r0', values: row });
  }

  /** Does a step; what waits for a second person is agreed to by another made-up person. */
  complete({ runId, step, values, row }: TriedStep, definition: StepDefinition): Tried {
    const hasRow = definition.adds !== undefined || definition.about !== undefined;
    const by = definition.by[0];
    const decided = definition.decides === undefined ? undefined : values[definition.decides];
    const list = typeof decided === 'string' ? definition.reasons[decided] : undefined;
    const [reason] = Object.keys(reasonsIn(this.document, this.shared, list));
    const tried = this.do({
      kind: 'complete-step',
      runId,
      step,
      values,
      ...(by && { by: [participant(by)] }),
      ...(hasRow && { row: { id: this.rowId(definition), values: row } }),
      ...(reason !== undefined && { reasons: [reason] }),
      ...(definition.kind === 'decision' && { bestInterests: WORDS, childView: { said: WORDS } }),
      evidence: Object.fromEntries(definition.evidence.map((kind) => [kind, { reference: WORDS }])),
      note: WORDS,
    });
    return tried.ok ? this.approveStep(runId, step) : tried;
  }

  /** Time goes by; what time alone opens, opens. */
  wait(days: number): void {
    this.now += days * 86_400_000;
    this.state = atTime(this.state, this.now);
    for (const entry of tick(this.state, this.context('a'))) this.state = applyEntry(this.state, entry);
  }

  private approveStep(runId: string, step: string): Tried {
    const entryId = this.view()
      .runs.find((run) => run.runId === runId)
      ?.steps.find(({ id }) => id === step)?.toApprove;
    return entryId ? this.do({ kind: 'approve', runId, step, entryId }, 'b') : { ok: true };
  }

  private do(command: Command, who: 'a' | 'b' = 'a'): Tried {
    const decision = decide(this.state, command, this.context(who));
    if (!decision.ok) return decision;
    for (const entry of decision.entries) this.state = applyEntry(this.state, entry);
    // Acts follow each other.
    this.now += 60_000;
    this.state = atTime(this.state, this.now);
    return { ok: true };
  }

  private context(who: 'a' | 'b'): DecideContext {
    return {
      actor: { id: `made-up-${who}`, roles: ROLES, inCharge: true },
      now: this.now,
      newId: () => `00000000-0000-4000-8000-${String(++this.ids).padStart(12, '0')}`,
      inForce: this.inForce,
    };
  }

  /** A new row, or the latest of those that the step can be about. */
  private rowId({ adds, about }: StepDefinition): string {
    if (adds !== undefined) return `r${String(++this.ids)}`;
    const rows = this.view().facts.find(({ fact }) => fact === about)?.rows ?? [];
    return rows.at(-1)?.id ?? 'r0';
  }
}

/** An interpreter must be named, speak a noted language and have no tie (G04). */
function participant(role: Role) {
  return role === 'INT' ? ({ role, name: WORDS, language: WORDS, tie: 'none' } as const) : { role };
}

/** Questions of a step, those of its row apart. */
export function questionsOf(
  step: StepDefinition,
  document: ProtocolDocument,
  shared: SharedDocument,
): readonly { readonly id: string; readonly isOfRow: boolean; readonly fact: FactDefinition }[] {
  return step.fields.flatMap((id) => {
    const [list = '', field] = id.split('.');
    const whole = document.facts[list] ?? shared.facts[list];
    const fact = field === undefined ? whole : whole?.row?.[field];
    return fact ? [{ id, isOfRow: field !== undefined, fact }] : [];
  });
}
