import type { JournalEntry } from '../journal/journal-entry';
import { foldCase } from '../fold/case-state';
import { compileProtocols } from '../compile/compile-protocols';
import { decide } from '../decide/decide';
import { readsAndWrites } from '../compile/reads-and-writes';
import { fact, otherwise, outcome, protocol, SHARED, step, words } from '@repere/protocol/testing';
import { ANNA, MONDAY, PARIS } from '../testing/key-case';
import { viewCase } from '../view/view-case';

/** `found` came to be shared after version 1.0.0 had a fact of that name; `visitor` after it had derived a value so called. */
const EARLIER = protocol('drawer', {
  facts: [fact('found', 'choice', { codes: ['yes', 'coin'] })],
  derived: { visitor: 'found = "coin"' },
  steps: [
    step('look', { fields: ['found'], repeatable: { newFacts: false } }),
    step('spend', { when: 'visitor' }),
    step('tell', {
      fields: ['found'],
      requires: [
        {
          when: 'found = "yes"',
          that: 'run(reader).outcome = "OPEN"',
          because: words('somebody else has found it'),
          basis: [],
        },
      ],
    }),
  ],
  outcomes: [outcome('RICH', 'full', 'visitor'), otherwise('OPEN')],
});
const NEWER = protocol('drawer', {
  version: '1.1.0',
  steps: [step('look', { fields: ['found'] }), step('spend', { when: 'visitor = "yes"' })],
  outcomes: [outcome('RICH', 'full', 'visitor = "yes"'), otherwise('OPEN')],
});
const READER = protocol('reader', {
  steps: [step('read', { when: 'found = "yes"' })],
  outcomes: [outcome('FOUND', 'full', 'found = "yes"'), otherwise('OPEN')],
});
const SET = compileProtocols(SHARED, [EARLIER, NEWER, READER]);

function base(id: string) {
  const occurredAt = { from: MONDAY, to: MONDAY, precision: 'minute' as const };
  return { id, seq: 1, occurredAt, recordedAt: MONDAY, enteredBy: 'anna' };
}
const open = (runId: string, of: string, version: string): JournalEntry => ({
  kind: 'run-opened',
  ...base(runId),
  runId,
  protocol: of,
  version,
});
const done = (
  runId: string,
  values: Extract<JournalEntry, { kind: 'step-completed' }>['values'],
): JournalEntry => ({
  kind: 'step-completed',
  ...base(`${runId}-look`),
  runId,
  step: 'look',
  by: [{ role: 'TS' }],
  values,
  reasons: [],
  evidence: {},
});
const fold = (...journal: JournalEntry[]) => {
  const inOrder = journal.map((entry, place) => ({ ...entry, seq: place + 1 }));
  return foldCase(SET, inOrder, { now: MONDAY, territory: PARIS });
};

function stateOf(state: ReturnType<typeof fold>, run: string, id: string) {
  return viewCase(state)
    .runs.find(({ runId }) => runId === run)
    ?.steps.find((it) => it.id === id)?.state;
}

describe('a name that an earlier version has of its own and that is shared since', () => {
  const runs = [
    open('old', 'drawer', '1.0.0'),
    open('new', 'drawer', '1.1.0'),
    open('reader', 'reader', '1.0.0'),
  ];

  it('is the run its own in that version: what is said there is heard nowhere else', () => {
    const state = fold(...runs, done('old', { found: 'coin' }));
    expect(stateOf(state, 'old', 'spend')).toBe('ready');
    expect(stateOf(state, 'new', 'spend')).toBe('waiting');
    expect(stateOf(state, 'reader', 'read')).toBe('waiting');
    expect(viewCase(state).facts.map(({ fact: id, runId }) => [id, runId])).toEqual([['found', 'old']]);
  });

  it('is the shared one in the versions that do not have it', () => {
    const state = fold(...runs, done('new', { found: 'yes' }));
    expect(stateOf(state, 'reader', 'read')).toBe('ready');
    expect(stateOf(state, 'old', 'spend')).toBe('waiting');
  });

  it('is not taken for the shared one while it is being sent', () => {
    const send = (state: ReturnType<typeof fold>) =>
      decide(
        state,
        { kind: 'complete-step', runId: 'old', step: 'tell', values: { found: 'yes' } },
        { actor: ANNA, now: MONDAY, newId: () => 'e', inForce: {} },
      ).ok;
    expect(send(fold(...runs))).toBe(true);
    expect(send(fold(...runs, done('new', { found: 'yes' })))).toBe(false);
  });

  it('is read and written under its own key', () => {
    expect(readsAndWrites(SET, 'drawer', '1.0.0', 'look').writes).toEqual(['drawer.found']);
    expect(readsAndWrites(SET, 'drawer', '1.0.0', 'spend').reads).toEqual(['drawer.found']);
    expect(readsAndWrites(SET, 'drawer', '1.1.0', 'look').writes).toEqual(['found']);
    expect(readsAndWrites(SET, 'drawer', '1.1.0', 'spend').reads).toEqual(['visitor']);
  });
});
