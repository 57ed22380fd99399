import fc from 'fast-check';
import { anyMoves } from '../testing/any-command';
import { BRUNO, HOUR, KeyCase } from '../testing/key-case';
import { KEY_VERSIONS } from '@repere/protocol/testing';
import { MOVED_KEYS } from '../testing/key-sets';
import { viewCase } from '../view/view-case';
import { isUnchanged, tryMove } from './try-move';

function reported(): KeyCase {
  const key = new KeyCase(MOVED_KEYS);
  key.do('report', { values: { found: 'yes', visitor: 'no', meets_on: '2026-01-01' } });
  key.do('spare', { row: { id: 'a', values: { kind: 'copy', price: 5 } } });
  key.approveStep('spare');
  return key;
}

const trial = (key: KeyCase, version = '2.0.0') => tryMove(key.state, key.runId(), version);

it('tells which steps come and go, what is late, what is to be confirmed and what is left behind', () => {
  const key = reported();
  key.wait(3 * HOUR);
  const found = trial(key);
  expect(found).toMatchObject({ protocol: 'lost-key', from: '1.0.0', to: '2.0.0' });
  expect(found.gains.map(({ step }) => step)).toEqual(['seal']);
  expect(found.loses.map(({ step }) => step)).toEqual(
    expect.arrayContaining(['survey', 'verdict', 'letters']),
  );
  expect(found.passed).toMatchObject([{ step: 'look', origin: 'TOOL' }]);
  expect(found.toConfirm.map(({ step }) => step)).toEqual(expect.arrayContaining(['report', 'spare']));
  expect(found.leftBehind.map(({ fact }) => fact)).toEqual(['meets_on', 'spares.price']);
  expect(found.outcome).toEqual({ before: 'OPEN', after: 'OPEN' });
  expect(isUnchanged(found)).toBe(false);
});

it('a deadline that is late anyway is not the doing of the move', () => {
  const key = reported();
  key.wait(30 * HOUR);
  expect(trial(key).passed).toEqual([]);
});

it('finds nothing where only words differ, or nothing at all', () => {
  const key = reported();
  expect(isUnchanged(trial(key, '1.0.1'))).toBe(true);
  expect(isUnchanged(trial(key, '1.0.0'))).toBe(true);
});

it('throws on a run or a version that is not there', () => {
  const key = reported();
  expect(() => tryMove(key.state, 'elsewhere', '2.0.0')).toThrow(RangeError);
  expect(() => trial(key, '9.9.9')).toThrow();
});

it('says what the move then does, and changes nothing by trying', () => {
  fc.assert(
    fc.property(anyMoves, fc.constantFrom(...KEY_VERSIONS.slice(1)), (moves, to) => {
      const key = new KeyCase(MOVED_KEYS);
      for (const it of moves) {
        if (it.do === 'wait') key.wait(it.ms);
        else {
          const decision = key.decide(it.commandOf(key), it.by);
          if (decision.ok) for (const entry of decision.entries) key.apply(entry);
        }
      }
      const before = viewCase(key.state);
      const tried = trial(key, to);
      expect(viewCase(key.state)).toEqual(before);
      const decision = key.decide(
        { kind: 'move-run', runId: key.runId(), version: to, reason: 'why' },
        BRUNO,
      );
      const [moved] = decision.ok ? decision.entries : [];
      if (!moved) throw new Error('refused');
      key.apply(moved);
      const run = key.view.runs[0];
      for (const { step, after } of [...tried.gains, ...tried.differs]) {
        expect(run?.steps.find(({ id }) => id === step)?.state).toBe(after);
      }
      const toConfirm = run?.steps.filter(({ state }) => state === 'to-confirm').map(({ id }) => id);
      for (const { step } of tried.toConfirm) expect(toConfirm).toContain(step);
      expect(run?.outcome?.id ?? null).toBe(tried.outcome.after);
    }),
    { numRuns: 100 },
  );
});
