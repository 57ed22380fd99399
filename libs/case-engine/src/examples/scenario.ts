import { occurrenceAt, type Territory } from '@repere/feel';
import {
  compareVersions,
  type Example,
  type ExampleSet,
  type ExampleValue,
  type FactValues,
  namedVersions,
} from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import { applyEntry, atTime, type CaseState, foldCase } from '../fold/case-state';
import type { Actor, Command, DecideContext, Decision } from '../journal/engine-types';
import type { FactsRecorded, JournalEntry } from '../journal/journal-entry';
import { decide } from '../decide/decide';
import { factValue, factValues } from './example-values';
import type { CompiledFact, CompiledStep, ProtocolSet } from '../compile/protocol-set';
import { tick } from '../fold/tick';
import { viewCase } from '../view/view-case';

/** A story while it is being told: the case's journal, clock and state. */
export class Scenario {
  readonly journal: JournalEntry[] = [];
  readonly inForce: Readonly<Record<string, string>>;
  /** Protocols engaged at the beginning, in the story's order. */
  readonly started: readonly string[];
  state: CaseState;
  private ids = 0;

  constructor(
    readonly set: ProtocolSet,
    readonly example: Example,
    readonly territory: Territory,
    public now: number,
    /** What was recorded already: the story goes on from there. Left out: it begins as its example says. */
    journal?: readonly JournalEntry[],
  ) {
    const named = namedVersions(example);
    this.inForce = { ...newestVersions(set), ...Object.fromEntries(named) };
    this.started = example.start ?? named.map(([id]) => id);
    this.state = foldCase(set, [], { now, territory });
    if (journal) this.apply(journal);
    else this.beginCase();
  }

  readonly newId = (): string => `story-${++this.ids}`;

  get fold(): CaseFold {
    return this.state.readFold();
  }

  decide(command: Command, actor: Actor): Decision {
    const context: DecideContext = { actor, now: this.now, newId: this.newId, inForce: this.inForce };
    return decide(this.state, command, context);
  }

  apply(entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      this.journal.push(entry);
      this.state = applyEntry(this.state, entry);
    }
  }

  /** The same journal at this moment: of a story whose openings are in its journal already. */
  setTime(to: number): void {
    this.now = to;
    this.state = atTime(this.state, to);
  }

  /** Time runs on to this moment, stopping wherever time alone brings something about. */
  advance(to: number): void {
    for (;;) {
      const next = viewCase(this.state).nextChangeAt;
      this.now = next !== null && next <= to ? next : Math.max(to, this.now);
      this.state = atTime(this.state, this.now);
      this.apply(tick(this.state, { now: this.now, newId: this.newId, inForce: this.inForce }));
      if (next === null || next > to) return;
    }
  }

  /** The step of this name: `step`, `protocol.step` or `protocol#2.step`; a string says what is wrong. */
  findStep(name: string): { readonly run: RunFold; readonly step: CompiledStep } | string {
    const [head = '', tail] = name.split('.');
    const runs = tail === undefined ? this.runsInOrder() : this.runsOf(head);
    const id = tail ?? head;
    for (const run of runs) {
      const step = run.protocol.steps[run.indexOf(id)];
      if (step) return { run, step };
    }
    const known = [...this.set.protocols.values()].some((it) =>
      [...it.values()].some((protocol) => protocol.stepIndex.has(id)),
    );
    return known ? `${name}: its protocol is not engaged` : `there is no step ${name}`;
  }

  /** Runs in the order in which a plain name is looked up: the story's protocols first, of each the newest run. */
  runsInOrder(): readonly RunFold[] {
    const newestFirst = this.fold.runs.toReversed();
    const rank = (run: RunFold): number => {
      const place = this.started.indexOf(run.protocol.id);
      return place < 0 ? this.started.length : place;
    };
    return newestFirst.sort((a, b) => rank(a) - rank(b));
  }

  /** `protocol` newest first, `protocol#2` the second run only. */
  runsOf(name: string): readonly RunFold[] {
    const [protocol, nth] = name.split('#');
    const runs = this.fold.runs.filter((it) => it.protocol.id === protocol);
    return nth === undefined ? runs.toReversed() : runs.slice(Number(nth) - 1, Number(nth));
  }

  private beginCase(): void {
    const given = this.example.given ?? {};
    const told = (id: string) => this.set.sharedFactOf.get(id);
    const shared: Record<string, ExampleValue> = {};
    const own = new Map<string, Record<string, ExampleValue>>();
    for (const [key, value] of Object.entries(given)) {
      const [protocol = '', fact] = key.split('.');
      if (fact !== undefined) own.set(protocol, { ...own.get(protocol), [fact]: value });
      else if (!told(key) && this.set.protocols.has(key)) {
        own.set(key, { ...own.get(key), ...(value as Record<string, ExampleValue>) });
      } else shared[key] = value;
    }
    if (Object.keys(shared).length > 0) this.apply([this.givenFacts(shared, told)]);
    for (const protocol of this.started) {
      const runId = this.newId();
      const version = this.inForce[protocol] ?? '';
      this.apply([{ kind: 'run-opened', ...this.base(this.now), runId, protocol, version }]);
      const facts = own.get(protocol);
      const { factOf } = this.fold.runs.at(-1)?.protocol ?? { factOf: new Map<string, CompiledFact>() };
      if (facts) this.apply([{ ...this.givenFacts(facts, (id) => factOf.get(id)), runId }]);
    }
    // The story's beginning is the cause of whatever the given facts bring about.
    this.apply([{ kind: 'note-added', ...this.base(this.now), note: this.example.story.fr }]);
    this.advance(this.now);
  }

  /** Facts that stand before the first line: older than anything that a line says. */
  private givenFacts(set: ExampleSet, factOf: (id: string) => CompiledFact | undefined): FactsRecorded {
    const plain = Object.entries(set).filter(([id]) => !factOf(id)?.list);
    const lists = Object.entries(set).flatMap(([id, value]) => {
      const fact = factOf(id);
      return fact?.list ? [[id, givenList(fact, value)] as const] : [];
    });
    const values: FactValues = factValues(Object.fromEntries(plain), factOf);
    return { kind: 'facts-recorded', ...this.base(0), values, lists: Object.fromEntries(lists) };
  }

  private base(occurred: number) {
    return {
      id: this.newId(),
      seq: this.journal.length + 1,
      occurredAt: occurrenceAt(occurred),
      recordedAt: this.now,
      enteredBy: 'story',
    };
  }
}

function givenList(fact: CompiledFact, told: ExampleValue) {
  const { closed, rows } = (Array.isArray(told) ? { closed: 'no', rows: told } : told) as {
    closed?: ExampleValue;
    rows?: readonly ExampleSet[];
  };
  return {
    closed: closed === 'yes' || closed === true,
    rows: (rows ?? []).map(({ id, ...fields }, place) => ({
      id: typeof id === 'string' ? id : `r${place + 1}`,
      values: Object.fromEntries(
        Object.entries(fields).map(([name, value]) => {
          const field = fact.list?.fieldOf.get(name);
          return [name, field ? factValue(field, value) : String(value)];
        }),
      ),
    })),
  };
}

/** `1.1.0`, not what one territory makes of it: `1.1.0+93`. */
const isEverywhere = (version: string): boolean => !version.includes('+');

function newestVersions(set: ProtocolSet): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...set.protocols].map(([id, versions]) => [
      id,
      [...versions.keys()].filter(isEverywhere).sort(compareVersions).at(-1) ?? '',
    ]),
  );
}
