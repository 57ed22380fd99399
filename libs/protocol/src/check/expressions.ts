import type { DerivedText, FactDefinition, ProtocolDocument, SharedDocument } from '../documents/document';
import { contradictionsIn } from '../reasons/reason-lists';
import type { Path } from '../yaml/yaml-source';
import { listOfStep } from './checking';

/** One expression of a document and where it stands. */
export interface ExpressionPlace {
  readonly at: Path;
  readonly text: string;
  /** The row that is at hand. */
  readonly list?: string;
  /** Less protective: only words that are monotone in what is known. */
  readonly less?: boolean;
}

/** A derived value and where it stands. */
export interface DerivedPlace {
  readonly at: Path;
  readonly id: string;
  readonly list?: string;
  readonly text: DerivedText;
}

/** Every condition of a protocol, derived values aside. */
export function* conditionsOf({
  steps,
  opens,
  outcomes,
  safeguards,
  facts,
  absence,
}: ProtocolDocument): Iterable<ExpressionPlace> {
  yield* relevanceOf(facts);
  for (const [index, step] of steps.entries()) {
    const at: Path = ['steps', index];
    const list = listOfStep(step);
    for (const key of ['when', 'unless', 'ready'] as const) yield* given([...at, key], step[key]);
    for (const [line, { when }] of (step.due?.every ?? []).entries())
      yield* given([...at, 'due', 'every', line, 'when'], when);
    yield* given([...at, 'approvedBy', 'when'], step.approvedBy?.when, list);
    for (const [line, { when, that }] of step.requires.entries()) {
      yield { at: [...at, 'requires', line, 'when'], text: when, list };
      yield { at: [...at, 'requires', line, 'that'], text: that, list };
    }
    for (const [line, { when }] of step.flags.entries())
      yield { at: [...at, 'flags', line, 'when'], text: when, list };
  }
  yield* given(['absence', 'over'], absence?.over);
  for (const [index, { when, unless }] of opens.entries()) {
    yield* given(['opens', index, 'when'], when);
    yield* given(['opens', index, 'unless'], unless);
  }
  for (const [index, { when, protects }] of outcomes.entries()) {
    if (when !== undefined) yield { at: ['outcomes', index, 'when'], text: when, less: protects === 'less' };
  }
  for (const [index, { always, never, sameOutcome }] of safeguards.entries()) {
    yield* given(['safeguards', index, 'always'], always);
    yield* given(['safeguards', index, 'never'], never);
    yield* given(['safeguards', index, 'sameOutcome', 'when'], sameOutcome?.when);
  }
}

/** What contradicts the reasons of the lists that the steps ask, read in this protocol. */
export function* contradictionsOf(
  document: ProtocolDocument,
  shared: SharedDocument,
): Iterable<ExpressionPlace> {
  const { steps } = document;
  const contradictions = contradictionsIn(document, shared);
  for (const [index, step] of steps.entries())
    for (const [value, list] of Object.entries(step.reasons))
      for (const text of Object.values(contradictions[list] ?? {}))
        yield { at: ['steps', index, 'reasons', value], text };
}

/** When answers matter: of facts, and of the fields of rows. */
export function* relevanceOf(facts: SharedDocument['facts']): Iterable<ExpressionPlace> {
  for (const [id, fact] of Object.entries(facts)) {
    yield* given(['facts', id, 'relevant'], fact.relevant);
    for (const [line, { when }] of (fact.says ?? []).entries())
      yield* given(['facts', id, 'says', line, 'when'], when, id);
    for (const [field, { relevant }] of Object.entries(fact.row ?? {})) {
      yield* given(['facts', id, 'row', field, 'relevant'], relevant, id);
    }
  }
}

/** Derived values of rows, then of the run. */
export function* derivedOf(
  facts: Readonly<Record<string, FactDefinition>>,
  own: ProtocolDocument['derived'] = {},
): Iterable<DerivedPlace> {
  for (const [list, fact] of Object.entries(facts)) {
    for (const [id, text] of Object.entries(fact.derived ?? {}))
      yield { at: ['facts', list, 'derived', id], id, list, text };
  }
  for (const [id, text] of Object.entries(own)) yield { at: ['derived', id], id, text };
}

function* given(at: Path, text: string | undefined, list?: string): Iterable<ExpressionPlace> {
  if (text !== undefined) yield { at, text, list };
}
