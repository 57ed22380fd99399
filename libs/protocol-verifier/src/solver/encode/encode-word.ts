import { stateWord, type StateWord } from '@repere/protocol';
import { FALSE, quoted, TRUE } from '../smt';
import { type ListTerm, onlyWhere, type RowTerm, surely, type Term, truth, UNKNOWN } from './truth-terms';
import type { EncodingScope, Reading } from './world';

/** A word of state, as `readStateWord` reads it. */
export function encodeWord(word: string, args: readonly string[], place: EncodingScope): Term {
  const { set } = place.world.encoding;
  const documents = [...set.protocols.values()].flatMap((versions) =>
    [...versions.values()].map((it) => it.document),
  );
  const found = stateWord(word, args, { shared: set.shared, documents, document: place.protocol.document });
  return found === undefined || 'fr' in found ? UNKNOWN : encodeFound(found, place);
}

function encodeFound(found: StateWord, place: EncodingScope): Term {
  const { world, protocol, reading } = place;
  const { word, about } = found;
  switch (word) {
    case 'done':
    case 'approved':
    case 'in_effect':
    case 'state': {
      if (about === 'this' && place.step === -2) {
        world.noteCycle();
        return world.free(found.type, `${word}(this)`);
      }
      const step = about === 'this' ? place.step : (protocol.stepIndex.get(about) ?? -1);
      return step < 0 ? UNKNOWN : ofStep(word, step, place);
    }
    case 'started':
      return about === 'this' ? truth(TRUE, FALSE) : surely(world.started(about));
    case 'ended':
      return about === 'this'
        ? world.ended(protocol, reading)
        : onlyWhere(world.started(about), endedOf(about, place));
    case 'run':
      return runOf(found, place);
    case 'runs':
      return runsOf(found, place);
    case 'reached':
      return world.reached(about);
    case 'answer': {
      const fact = protocol.factOf.get(about);
      return fact ? world.answerTerm(fact) : UNKNOWN;
    }
    case 'outcome':
      return world.outcome(protocol, reading);
    case 'steps':
      return stepsOf(place);
  }
}

function ofStep(
  word: 'done' | 'approved' | 'in_effect' | 'state',
  step: number,
  { world, protocol, reading }: EncodingScope,
): Term {
  switch (word) {
    case 'state':
      return world.state(protocol, step, reading);
    case 'approved':
      return surely(world.mark(protocol, step, 'approved'));
    case 'in_effect':
      return surely(world.mark(protocol, step, 'in-effect'));
    case 'done': {
      const { script } = world.query;
      const [inEffect, reopened] = [
        world.mark(protocol, step, 'in-effect'),
        world.mark(protocol, step, 'reopened'),
      ];
      return surely(reopened === FALSE ? inEffect : script.name(`(and ${inEffect} (not ${reopened}))`));
    }
  }
}

/** The latest run of a protocol that runs once: its own encoding if it is a subject, else any outcome. */
function runOf({ about, type }: StateWord, place: EncodingScope): Term {
  const { world, reading } = place;
  const subject = world.encoding.subjects.get(about);
  const started = world.started(about);
  const outcomeType = type.kind === 'row' ? type.row['outcome'] : undefined;
  return {
    kind: 'row',
    fields: new Set(['outcome', 'ended']),
    field: (name) => {
      if (name === 'ended') return onlyWhere(started, endedOf(about, place));
      const outcome = subject
        ? world.outcome(subject, reading)
        : outcomeType
          ? world.free(outcomeType, `run(${about}).outcome`)
          : UNKNOWN;
      return onlyWhere(started, outcome);
    },
  };
}

function endedOf(about: string, { world, reading }: EncodingScope): Term {
  const subject = world.encoding.subjects.get(about);
  return subject?.document.runs === 'one'
    ? world.ended(subject, reading)
    : world.free({ kind: 'boolean' }, `run(${about}).ended`);
}

/** What the script calls the runs of a protocol. */
export const runsKey = (protocol: string): string => `run(${protocol})`;

/** The runs of a protocol that runs many times: closed, of any number, each with any outcome. */
function runsOf({ about, type }: StateWord, { world }: EncodingScope): ListTerm {
  const key = runsKey(about);
  const { query } = world;
  const fields = type.kind === 'list' ? type.row : {};
  const row = (name: string): RowTerm => ({
    kind: 'row',
    fields: new Set(Object.keys(fields)),
    field: (field) => {
      const of = fields[field];
      return of ? world.free(of, `${name}.${field}`) : UNKNOWN;
    },
  });
  query.once(`runs ${key}`, () => {
    const started = world.started(about);
    query.ofEveryRow(key, (name) => `(=> ${quoted(`${name}:there`)} ${started})`);
    return UNKNOWN;
  });
  return {
    kind: 'list',
    rows: { kind: 'open', key, closed: TRUE, row, isThere: (name) => query.script.constant(`${name}:there`) },
  };
}

/** The steps of the run, all of them; unknown while they are being read. */
function stepsOf({ world, protocol, reading }: EncodingScope): Term {
  if (reading.states.includes(protocol.id)) {
    world.noteCycle();
    return UNKNOWN;
  }
  const inner: Reading = { ...reading, states: [...reading.states, protocol.id].toSorted() };
  const rows = protocol.steps.map(({ id, index, definition }): RowTerm => {
    const fields: Readonly<Record<string, () => Term>> = {
      id: () => code(id),
      state: () => world.state(protocol, index, inner),
      protective: () => (definition.protective ? truth(TRUE, FALSE) : truth(FALSE, TRUE)),
      contacts: () => code(definition.contacts ?? 'none'),
      offers: () => code(definition.offers ?? 'none'),
    };
    return {
      kind: 'row',
      fields: new Set(Object.keys(fields)),
      field: (name) => fields[name]?.() ?? UNKNOWN,
    };
  });
  return { kind: 'list', rows: { kind: 'finite', rows } };
}

const code = (value: string): Term => ({ kind: 'code', codes: new Map([[value, TRUE]]) });
