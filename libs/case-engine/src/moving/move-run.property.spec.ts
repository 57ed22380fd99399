import fc from 'fast-check';
import { availableSteps } from '../decide/available-steps';
import type { CaseView, RunView } from '../journal/engine-types';
import { explain } from '../explain/explain';
import { rebuildFacts } from '../facts/rebuild-facts';
import { anyMoves, type Move } from '../testing/any-command';
import { BRUNO, KeyCase } from '../testing/key-case';
import { KEY_VERSIONS } from '@repere/protocol/testing';
import { MOVED_KEYS } from '../testing/key-sets';
import { viewCase } from '../view/view-case';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 150) };

/** A history in which the first run now and then goes over to another version. */
const anyHistory = fc.array(fc.record({ before: anyMoves, to: fc.constantFrom(...KEY_VERSIONS) }), {
  minLength: 1,
  maxLength: 3,
});

function walk(key: KeyCase, moves: readonly Move[]): void {
  for (const it of moves) {
    if (it.do === 'wait') key.wait(it.ms);
    else ask(key, it);
  }
}

function ask(key: KeyCase, it: Extract<Move, { do: 'ask' }>): void {
  const decision = key.decide(it.commandOf(key), it.by);
  if (decision.ok) for (const entry of decision.entries) key.apply(entry);
}

const toVersion = (key: KeyCase, version: string): void =>
  ask(key, {
    do: 'ask',
    by: BRUNO,
    commandOf: () => ({ kind: 'move-run', runId: key.runId(), version, reason: 'moved' }),
  });

function history(parts: readonly { before: readonly Move[]; to: string }[]): KeyCase {
  const key = new KeyCase(MOVED_KEYS);
  for (const { before, to } of parts) {
    walk(key, before);
    toVersion(key, to);
  }
  return key;
}

const firstRun = (view: CaseView): RunView => {
  const [run] = view.runs;
  if (!run) throw new Error('no run');
  return run;
};

it('applies a move as folding the longer journal would, and has nothing to gain from computing anew', () => {
  fc.assert(
    fc.property(anyHistory, anyMoves, (parts, after) => {
      const key = history(parts);
      expect(key.view).toEqual(key.recomputed());
      walk(key, after);
      expect(key.view).toEqual(key.recomputed());
      const { facts, runs } = key.view;
      rebuildFacts(key.state.readFold());
      expect(viewCase(key.state)).toMatchObject({ facts, runs });
    }),
    RUNS,
  );
});

it('keeps every step of the version followed explained, and no other', () => {
  fc.assert(
    fc.property(anyHistory, anyMoves, (parts, after) => {
      const key = history(parts);
      walk(key, after);
      const run = firstRun(key.view);
      const versions = MOVED_KEYS.protocols.get('lost-key');
      const steps = versions?.get(run.version)?.steps.map(({ id }) => id);
      expect(run.steps.map(({ id }) => id)).toEqual(steps);
      for (const step of run.steps) {
        const { state, summary } = explain(key.state, run.runId, step.id);
        expect(state).toBe(step.state);
        expect(summary.fr).not.toMatch(/undefined|: [.)]|\(\)/);
      }
      for (const it of [...key.view.deviations, ...key.view.deadlines, ...availableSteps(key.state)]) {
        if (it.runId === run.runId) expect(steps).toContain(it.step);
      }
    }),
    RUNS,
  );
});

it('changes nothing but words where only words differ', () => {
  fc.assert(
    fc.property(anyMoves, anyMoves, (before, after) => {
      const [stayed, moved] = [new KeyCase(MOVED_KEYS), new KeyCase(MOVED_KEYS)];
      for (const key of [stayed, moved]) walk(key, before);
      const was = withoutWords(moved.view);
      moved.moveRun('1.0.1');
      expect(withoutWords(moved.view)).toEqual(was);
      // The same acts come to the same afterwards; ids and places in the journal differ by the move.
      walk(stayed, after);
      walk(moved, after);
      expect(statesOf(moved)).toEqual(statesOf(stayed));
    }),
    RUNS,
  );
});

it('changes nothing that both versions have, there and back', () => {
  fc.assert(
    fc.property(anyMoves, fc.constantFrom(...KEY_VERSIONS), (before, there) => {
      const key = new KeyCase(MOVED_KEYS);
      walk(key, before);
      const facts = key.view.facts;
      const was = firstRun(key.view);
      toVersion(key, there);
      const opened = key.view.runs.length;
      toVersion(key, '1.0.0');
      const isOpened = key.view.runs.length > opened || opened > 1;
      const now = firstRun(key.view);
      if (was.version === '1.0.0' && !isOpened && there !== '2.0.0') {
        expect(now.steps.filter(({ id }) => id !== 'tell_owner')).toEqual(
          was.steps.filter(({ id }) => id !== 'tell_owner'),
        );
        expect(now.outcome).toEqual(was.outcome);
      }
      if (there !== '2.0.0') expect(key.view.facts).toEqual(facts);
      for (const { fact, runId, value } of facts) {
        expect(key.view.facts.find((it) => it.fact === fact && it.runId === runId)?.value).toEqual(value);
      }
    }),
    RUNS,
  );
});

it('loses no fact that the new version has, and lets nothing rule that protects least and that nobody agreed to', () => {
  fc.assert(
    fc.property(anyMoves, fc.constantFrom(...KEY_VERSIONS), (before, to) => {
      const key = new KeyCase(MOVED_KEYS);
      walk(key, before);
      const known = key.view.facts;
      toVersion(key, to);
      const has = MOVED_KEYS.protocols.get('lost-key')?.get(to)?.factOf;
      for (const { fact, runId } of known) {
        if (runId !== null && runId !== key.runId()) continue;
        if (has?.has(fact)) expect(key.view.facts.map((it) => it.fact)).toContain(fact);
      }
      const door = key.view.facts.find(({ fact }) => fact === 'door');
      if (door?.value !== 'shut') return;
      const agreed = key.journal.some((it) => it.kind === 'entry-approved' && it.entryId === door.entryId);
      expect(agreed).toBe(true);
    }),
    RUNS,
  );
});

function statesOf(key: KeyCase) {
  return key.view.runs.map(({ protocol, outcome, steps }) => [
    protocol,
    outcome?.id,
    steps.map(({ id, state, deadline }) => [id, state, deadline?.dueAt]),
  ]);
}

/** The view without what a version's words say. */
function withoutWords(view: CaseView): unknown {
  return JSON.parse(
    JSON.stringify({ ...view, seq: 0 }, (key, value: unknown) =>
      key === 'title' || key === 'text' || key === 'version' ? undefined : value,
    ),
  );
}
