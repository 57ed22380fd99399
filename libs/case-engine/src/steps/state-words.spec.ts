import { compileProtocols } from '../compile/compile-protocols';
import type { JournalEntry } from '../journal/journal-entry';
import { foldCase } from '../fold/case-state';
import { documentScope, type ProtocolDocument } from '@repere/protocol';
import { compileExpression } from '@repere/feel';
import { fact, otherwise, outcome, protocol, SHARED, step } from '@repere/protocol/testing';
import { MONDAY, PARIS } from '../testing/key-case';
import { outcomeIndex } from './read-outcome';
import { viewCase } from '../view/view-case';

const WATCH = protocol('night-watch', {
  runs: 'many',
  facts: [fact('calm', 'yes-no')],
  steps: [step('walk', { fields: ['calm'] })],
  outcomes: [outcome('CALM', 'full', 'calm = "yes"'), otherwise('OPEN')],
});

/** A protocol that asks one thing, and what it comes to after these runs of the night watch, calm or not. */
function asked(condition: string, runs: readonly ('calm' | 'open' | 'walked')[]): boolean | null {
  const reader = protocol('reader', {
    derived: { it: condition },
    outcomes: [outcome('TRUE', 'full', 'it'), outcome('FALSE', 'full', 'not(it)'), otherwise('UNKNOWN')],
  });
  const set = compileProtocols(SHARED, [WATCH, reader]);
  let seq = 0;
  const base = () => ({
    id: `e${++seq}`,
    seq,
    occurredAt: { from: MONDAY, to: MONDAY, precision: 'minute' as const },
    recordedAt: MONDAY,
    enteredBy: 'anna',
  });
  const open = (runId: string, id: string): JournalEntry => ({
    kind: 'run-opened',
    ...base(),
    runId,
    protocol: id,
    version: '1.0.0',
  });
  const journal: JournalEntry[] = [open('reader', 'reader')];
  runs.forEach((how, place) => {
    const runId = `watch${place}`;
    journal.push(open(runId, 'night-watch'));
    if (how === 'open') return;
    journal.push({
      kind: 'step-completed',
      ...base(),
      runId,
      step: 'walk',
      by: [{ role: 'TS' }],
      values: how === 'calm' ? { calm: 'yes' } : {},
      reasons: [],
      evidence: {},
    });
  });
  const fold = foldCase(set, journal, { now: MONDAY, territory: PARIS }).readFold();
  const run = fold.findRun('reader');
  const place = run === undefined ? -1 : outcomeIndex(fold, run);
  return [true, false, null][place] ?? null;
}

describe('run() of a protocol that runs many times', () => {
  it('says any or all of its runs, by outcome and by whether they ended', () => {
    expect(asked('any(run(night_watch), outcome = "CALM")', ['open', 'calm'])).toBe(true);
    expect(asked('any(run(night_watch), outcome = "CALM")', ['open', 'walked'])).toBe(false);
    expect(asked('all(run(night_watch), ended)', ['walked', 'calm'])).toBe(true);
    expect(asked('all(run(night_watch), ended)', ['walked', 'open'])).toBe(false);
    expect(asked('count(run(night_watch), outcome = "CALM") = 2', ['calm', 'open', 'calm'])).toBe(true);
  });

  it('knows every run of the case: without one, any is false and all is true', () => {
    expect(asked('any(run(night_watch), ended)', [])).toBe(false);
    expect(asked('all(run(night_watch), ended)', [])).toBe(true);
  });

  it('says the latest, which is unknown while there is none', () => {
    expect(asked('last(run(night_watch)).outcome = "CALM"', ['open', 'calm'])).toBe(true);
    expect(asked('last(run(night_watch)).outcome = "CALM"', ['calm', 'open'])).toBe(false);
    expect(asked('last(run(night_watch), ended).outcome = "CALM"', ['calm', 'open'])).toBe(true);
    expect(asked('last(run(night_watch)).outcome = "CALM"', [])).toBeNull();
  });

  it('says which one is meant', () => {
    expect(() => asked('run(night_watch).outcome = "CALM"', [])).toThrow(
      'run(night_watch) is a list: it does not say which row',
    );
    expect(problems('run(night_watch).outcome = "CALM"')[0]?.remedy.en).toContain('last(run(night_watch)');
  });
});

it('a run that asks whether it has ended, or how its steps are, while this is computed, finds it unknown', () => {
  const turning = protocol('turning', {
    steps: [step('a', { when: 'not(ended(this))' }), step('b', { when: 'any(steps, state = "done")' })],
  });
  const set = compileProtocols(SHARED, [turning]);
  const entry: JournalEntry = {
    kind: 'run-opened',
    id: 'o',
    seq: 1,
    occurredAt: { from: MONDAY, to: MONDAY, precision: 'minute' },
    recordedAt: MONDAY,
    enteredBy: 'anna',
    runId: 'r',
    protocol: 'turning',
    version: '1.0.0',
  };
  const state = foldCase(set, [entry], { now: MONDAY, territory: PARIS });
  expect(viewCase(state).runs[0]?.steps.map((it) => it.state)).toEqual(['ready', 'not-applicable']);
});

const KNOWN = protocol('known', {
  steps: [step('a', { offers: 'shelter' }), step('b', { contacts: 'family' })],
});
const LIBRARY: readonly ProtocolDocument[] = [WATCH, KNOWN];

function problems(source: string) {
  const compiled = compileExpression(source, documentScope(SHARED, LIBRARY, KNOWN).scope);
  return compiled.ok ? [] : compiled.problems;
}

function engineTakes(source: string): boolean {
  try {
    compileProtocols(SHARED, [WATCH, { ...KNOWN, derived: { it: source } }]);
    return true;
  } catch {
    return false;
  }
}

describe('the checker and the engine know the same words', () => {
  it.each([
    'done(a)',
    'approved(a) or in_effect(b)',
    'state(a) = "ready"',
    'started(night_watch) or ended(known)',
    'ended(this)',
    'reached(majority)',
    'answer(found) = "refused"',
    'outcome = "OPEN"',
    'run(known).outcome = "OPEN" and run(known).ended',
    'last(run(night_watch)).ended',
    'any(steps, offers = "shelter" and contacts = "none")',
    'any(steps, contacts = "family" and offers = "none" and id = "b")',
  ])('%s', (source) => {
    expect(problems(source)).toEqual([]);
    expect(engineTakes(source)).toBe(true);
  });

  it.each([
    'done(nothing)',
    'started(nothing)',
    'run(nothing).outcome = "OPEN"',
    'reached(found)',
    'answer(nothing) = "refused"',
    'state(a) = "redy"',
    'any(steps, offers = "sheltr")',
    'any(steps, contacts = "famly")',
    'any(steps, id = "c")',
    'any(run(night_watch), outcome = "WARM")',
  ])('and refuse the same: %s', (source) => {
    expect(problems(source)).not.toEqual([]);
    expect(engineTakes(source)).toBe(false);
  });
});
