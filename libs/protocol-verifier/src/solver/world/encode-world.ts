import type { FeelType } from '@repere/feel';
import type { CompiledFact, CompiledProtocol } from '@repere/case-engine';
import type { DerivedText } from '@repere/protocol';
import type { Encoding, StepMark } from '../solver-types';
import { encodeExpression } from '../encode/encode-expression';
import { encodeApplies, encodeState, encodeStateBeforeDoing, isEnded, type StepReader } from './encode-step';
import { freeNumber } from '../encode/encode-number';
import { ANSWER_ENCODINGS } from '../encode/answer-encodings';
import { answerTerm, freeTerm, isAnyKnown } from '../encode/fact-terms';
import { isNoMoreInformed } from '../encode/information-order';
import { joined } from './join-values';
import { assertOpened } from './opened-runs';
import type { Query } from '../query';
import { and, FALSE, not, or, type Smt, TRUE } from '../smt';
import { assertFact, assertField, markOf } from './step-marks';
import {
  type CodeTerm,
  type RowTerm,
  type Term,
  truth,
  truthIn,
  type TruthTerm,
  UNKNOWN,
} from '../encode/truth-terms';
import { type Frame, type EncodingScope, type Reading, READING_NOTHING, type World } from '../encode/world';

/** How this child differs from the other one of a comparison. */
export interface Copy {
  /** What marks its names: `'`, or nothing. */
  readonly mark: string;
  /** Keys of facts in which it may differ. */
  readonly varied: (key: string) => boolean;
  /** The case was led by other versions, and is only read by these. */
  readonly isReadOnly?: boolean;
  /** Steps that the versions that led it don't have: nothing was done in them. */
  readonly lacks?: (step: string) => boolean;
  /** The first child, if this one is the same and less is known of it. */
  readonly knowsLessThan?: EncodedWorld;
}

export const ONLY_CHILD: Copy = { mark: '', varied: () => false };

interface Made {
  readonly term: Term;
  /** Something in it was unknown only because it was being read. */
  readonly isCyclic: boolean;
}

/** The engine's reading of a case, over whatever its facts and marks may be. Everything is made when first asked for. */
export class EncodedWorld implements World {
  private readonly made = new Map<string, Made>();
  private readonly busy = new Set<string>();
  private cyclesMet = 0;

  constructor(
    readonly query: Query,
    private readonly copy: Copy = ONLY_CHILD,
    /** The protocol whose run is looked at: it has one. */
    private readonly focus: string = '',
    readonly encoding: Encoding = query.encoding,
  ) {}

  /** Whether what holds of every state that these versions reach is said. */
  private get isReachable(): boolean {
    return this.query.isReachable && !this.copy.isReadOnly;
  }

  nameOf(name: string, key: string): string {
    return this.copy.varied(key) ? name + this.copy.mark : name;
  }

  fact(fact: CompiledFact): Term {
    const name = this.nameOf(fact.key, fact.key);
    this.query.facts.set(name, {
      name,
      key: fact.key,
      type: fact.definition.type,
      classes: ANSWER_ENCODINGS[fact.definition.type].classes(fact),
    });
    return this.query.once(`fact ${name} ${fact.codes.join(' ')} ${this.isReachable}`, () => {
      const term = freeTerm(this.query, fact.type, name, fact.definition);
      if (this.isReachable) {
        if (fact.list) this.assertList(fact, name);
        else
          assertFact(this, fact, isAnyKnown(term), (code) =>
            term.kind === 'code' ? (term.codes.get(code) ?? FALSE) : FALSE,
          );
      }
      return term;
    });
  }

  private assertList(list: CompiledFact, name: string): void {
    const { script } = this.query;
    const closed = script.constant(`${name}:closed`);
    this.query.ofEveryRow(list.key, (row) => {
      const isThere = script.constant(`${this.nameOf(row, list.key)}:there`);
      assertFact(this, list, isThere, () => FALSE);
      return TRUE;
    });
    assertFact(this, list, closed, () => FALSE);
  }

  answerTerm(fact: CompiledFact): CodeTerm {
    const value = this.fact(fact);
    const name = this.nameOf(fact.key, fact.key);
    return this.query.once(`answer ${name} ${fact.codes.join(' ')}`, () =>
      answerTerm(this.query, fact, name, value),
    );
  }

  rowOfList(list: CompiledFact, name: string, place: EncodingScope): RowTerm {
    const compiled = list.list;
    if (!compiled) return { kind: 'row', fields: new Set(), field: () => UNKNOWN };
    const told = this.plainRow(list, name);
    const row: RowTerm = {
      kind: 'row',
      fields: new Set([...compiled.fieldOf.keys(), ...compiled.derived.keys()]),
      field: (id) => {
        if (told.fields.has(id)) return told.field(id);
        const text = list.definition.derived?.[id];
        if (text === undefined) return UNKNOWN;
        return this.remember(`row ${name}.${id}`, place.reading, () =>
          this.cases(text, {
            ...place,
            step: -2,
            frames: place.frames.map(hidden),
            row: { list, term: row },
          }),
        );
      },
    };
    return row;
  }

  /** A row with the fields that were told of it. */
  plainRow(list: CompiledFact, name: string): RowTerm {
    return {
      kind: 'row',
      fields: new Set(list.list?.fieldOf.keys() ?? []),
      field: (id) => {
        const field = list.list?.fieldOf.get(id);
        if (!field) return UNKNOWN;
        const shown = this.nameOf(`${name}.${id}`, `${list.key}.${id}`);
        return this.query.once(`field ${shown} ${field.codes.join(' ')} ${this.isReachable}`, () => {
          const term = freeTerm(this.query, field.type, shown, field.definition);
          if (this.isReachable)
            assertField(this, list, id, isAnyKnown(term), (code) =>
              term.kind === 'code' ? (term.codes.get(code) ?? FALSE) : FALSE,
            );
          return term;
        });
      },
    };
  }

  derived(protocol: CompiledProtocol, index: number, reading: Reading): Term {
    const id = Object.keys(protocol.document.derived)[index] ?? '';
    const key = `derived ${protocol.id}.${id}`;
    const compiled = protocol.derived[index];
    const known = this.copy.knowsLessThan;
    if (known && compiled?.isMonotone) {
      return this.less(key, compiled.type, known.derived(protocol, index, READING_NOTHING));
    }
    const cyclesMet = this.cyclesMet;
    const term = this.remember(key, reading, () =>
      this.cases(protocol.document.derived[id] ?? '', { ...this.place(protocol, reading), step: -2 }),
    );
    const isInner = reading.states.length + reading.outcomes.length > 0;
    // The engine keeps what it computed first: it may be this, or what it is elsewhere.
    if (this.cyclesMet === cyclesMet || !isInner) return term;
    return this.free(compiled?.type ?? { kind: 'boolean' }, `${key} ${keyOf(reading)}`);
  }

  outcome(protocol: CompiledProtocol, reading: Reading): CodeTerm {
    if (reading.outcomes.includes(protocol.id)) {
      this.noteCycle();
      return { kind: 'code', codes: new Map() };
    }
    const inner = { ...reading, outcomes: [...reading.outcomes, protocol.id].toSorted() };
    const cyclesMet = this.cyclesMet;
    const term = this.remember(`outcome ${protocol.id}`, reading, () => this.firstThatHolds(protocol, inner));
    const isInner = reading.states.length + reading.outcomes.length > 0;
    if (this.cyclesMet !== cyclesMet && isInner) {
      const values = [...new Set(protocol.outcomes.map((it) => it.definition.id))];
      return this.free({ kind: 'choice', values }, `outcome ${protocol.id} ${keyOf(reading)}`) as CodeTerm;
    }
    return term as CodeTerm;
  }

  /** Which line holds: as `firstThatHolds`. Of each line, whether it does. */
  outcomeLines(protocol: CompiledProtocol, reading: Reading): readonly Smt[] {
    let [isHeld, isFalseAbove]: [Smt, Smt] = [FALSE, TRUE];
    const { script } = this.query;
    return protocol.outcomes.map(({ definition }, line) => {
      const { yes, no } = this.outcomeLine(protocol, line, reading);
      const isSure = definition.protects === 'full' || definition.otherwise ? TRUE : isFalseAbove;
      const holds = script.name(and(not(isHeld), yes, isSure));
      isHeld = script.name(or(isHeld, holds));
      isFalseAbove = script.name(and(isFalseAbove, no));
      return holds;
    });
  }

  private outcomeLine(protocol: CompiledProtocol, line: number, reading: Reading): TruthTerm {
    const { when, definition } = protocol.outcomes[line] ?? {};
    const known = this.copy.knowsLessThan;
    if (!when || !definition) return truth(TRUE, FALSE);
    if (!known || !when.isMonotone) return this.test(protocol, definition.when, -1, reading);
    return truthIn(
      this.less(`line ${protocol.id} ${line}`, when.type, known.outcomeLine(protocol, line, reading)),
    );
  }

  /**
   * What is known of something when less is known of the facts: the same, or less. Holds of every expression that more
   * knowledge can't turn around, which the tests of FEEL make sure of.
   */
  private less(name: string, type: FeelType, all: Term): Term {
    return this.query.once(`less ${name}`, () => {
      const less = this.free(type, name);
      this.query.script.assert(isNoMoreInformed(less, all));
      return less;
    });
  }

  private firstThatHolds(protocol: CompiledProtocol, reading: Reading): CodeTerm {
    const codes = new Map<string, Smt>();
    this.outcomeLines(protocol, reading).forEach((holds, index) => {
      const id = protocol.outcomes[index]?.definition.id ?? '';
      codes.set(id, or(codes.get(id) ?? FALSE, holds));
    });
    return { kind: 'code', codes: new Map([...codes].map(([id, is]) => [id, this.query.script.name(is)])) };
  }

  state(protocol: CompiledProtocol, step: number, reading: Reading): CodeTerm {
    const compiled = protocol.steps[step];
    if (!compiled) return { kind: 'code', codes: new Map() };
    const key = `state ${protocol.id}.${compiled.id}`;
    return this.remember(key, reading, () =>
      encodeState(compiled, this.reader(protocol, reading)),
    ) as CodeTerm;
  }

  /** The state that a step has, or would have as if it had not been done yet. */
  stateBeforeDoing(protocol: CompiledProtocol, step: number, reading: Reading): CodeTerm {
    const compiled = protocol.steps[step];
    if (!compiled) return { kind: 'code', codes: new Map() };
    const key = `state before doing ${protocol.id}.${compiled.id}`;
    return this.remember(key, reading, () =>
      encodeStateBeforeDoing(compiled, this.reader(protocol, reading)),
    ) as CodeTerm;
  }

  applies(protocol: CompiledProtocol, step: number, reading: Reading): TruthTerm {
    const compiled = protocol.steps[step];
    if (!compiled) return truth(FALSE, FALSE);
    const key = `applies ${protocol.id}.${compiled.id}`;
    return truthIn(
      this.remember(key, reading, () => encodeApplies(compiled, this.reader(protocol, reading))),
    );
  }

  ended(protocol: CompiledProtocol, reading: Reading): TruthTerm {
    if (reading.states.includes(protocol.id)) {
      this.noteCycle();
      return truth(FALSE, FALSE);
    }
    const inner = { ...reading, states: [...reading.states, protocol.id].toSorted() };
    const all = and(...protocol.steps.map((it) => isEnded(this.state(protocol, it.index, inner))));
    const yes = this.query.script.name(all);
    return truth(yes, not(yes));
  }

  mark(protocol: CompiledProtocol, step: number, mark: StepMark): Smt {
    const compiled = protocol.steps[step];
    if (!compiled || (protocol.id === this.focus && this.copy.lacks?.(compiled.id))) return FALSE;
    return markOf(this, protocol, compiled, mark);
  }

  started(protocol: string): Smt {
    if (protocol === this.focus) return TRUE;
    const name = `started(${protocol})`;
    const is = this.query.script.constant(name);
    this.query.once(`opened ${name}`, () => {
      if (this.query.hasOpened) this.query.atLast(() => assertOpened(this, protocol, is));
      return UNKNOWN;
    });
    return is;
  }

  reached(id: string): TruthTerm {
    const { moments, sharedFactOf } = this.encoding.set;
    const fact = sharedFactOf.get(moments.get(id)?.from ?? '');
    const date = fact ? this.fact(fact) : UNKNOWN;
    if (date.kind !== 'date') return truth(FALSE, FALSE);
    // The last day from which the moment would be reached by now.
    const after = this.encoding.set.shared.moments[id]?.after ?? '';
    const day = this.query.script.constant(`reached(${id}, ${after})`, 'Int');
    return truth(and(date.known, `(<= ${date.last} ${day})`), and(date.known, `(> ${date.first} ${day})`));
  }

  free(type: FeelType, name: string): Term {
    const shown = name + this.copy.mark;
    if (type.kind !== 'number') return freeTerm(this.query, type, shown);
    return this.query.once(`value ${shown}`, () => freeNumber({ world: this }, shown));
  }

  noteCycle(): void {
    this.cyclesMet++;
  }

  /** A condition, read about a step or none; exactly true where there is none. */
  test(protocol: CompiledProtocol, source: string | undefined, step: number, reading: Reading): TruthTerm {
    if (source === undefined) return truth(TRUE, FALSE);
    return truthIn(encodeExpression({ ...this.place(protocol, reading), source, step }));
  }

  /** The same where a row is looked at: any row of the list that the step is about. */
  testOfRow(protocol: CompiledProtocol, source: string, step: number, list: CompiledFact): TruthTerm {
    const place: EncodingScope = {
      ...this.place(protocol, READING_NOTHING),
      source,
      step,
      encode: () => UNKNOWN,
    };
    const term = this.rowOfList(list, this.query.nameRow(list.key), place);
    return truthIn(encodeExpression({ ...place, row: { list, term } }));
  }

  /** A derived value: an expression, or the first of its lines that is exactly true, unknown once one is. */
  private cases(text: DerivedText, place: Omit<EncodingScope, 'encode' | 'source'>): Term {
    if (typeof text === 'string') return encodeExpression({ ...place, source: text });
    let isFalseAbove: Smt = TRUE;
    const lines = text.map(({ when, is }) => {
      const { yes, no } = truthIn(encodeExpression({ ...place, source: when }));
      const holds = this.query.script.name(and(isFalseAbove, yes));
      isFalseAbove = this.query.script.name(and(isFalseAbove, no));
      return { holds, value: encodeExpression({ ...place, source: is }) };
    });
    return joined(lines, this.query);
  }

  private reader(protocol: CompiledProtocol, reading: Reading): StepReader {
    const test: StepReader['test'] = (source, step) => this.test(protocol, source, step, reading);
    return { world: this, protocol, reading, test };
  }

  private place(protocol: CompiledProtocol, reading: Reading): Omit<EncodingScope, 'encode'> {
    return { world: this, protocol, source: '', step: -1, frames: [], row: null, reading };
  }

  private remember(name: string, reading: Reading, make: () => Term): Term {
    const key = `${name} ${keyOf(reading)}`;
    const known = this.made.get(key);
    if (known) {
      if (known.isCyclic) this.noteCycle();
      return known.term;
    }
    // What reads itself never ends in the engine either; the checker refuses it.
    if (this.busy.has(key)) return UNKNOWN;
    this.busy.add(key);
    const cyclesMet = this.cyclesMet;
    const term = make();
    this.busy.delete(key);
    this.made.set(key, { term, isCyclic: this.cyclesMet !== cyclesMet });
    return term;
  }
}

/** Rows that are looked at outside, whose fields are no names here. */
const hidden = (frame: Frame): Frame => ({ ...frame, variable: null, fields: new Set() });

const keyOf = ({ states, outcomes }: Reading): string => `${states.join(',')}/${outcomes.join(',')}`;
