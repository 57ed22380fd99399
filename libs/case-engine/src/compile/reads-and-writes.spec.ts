import { readsAndWrites, touches } from './reads-and-writes';
import { KeyCase } from '../testing/key-case';
import { LOST_KEYS } from '../testing/key-sets';

const of = (step: string) => readsAndWrites(LOST_KEYS, 'lost-key', '1.0.0', step);

it('reads through derived values, outcomes and moments', () => {
  expect(of('close').reads).toEqual(expect.arrayContaining(['door', 'signs']));
  expect(of('lend')).toEqual({
    reads: expect.arrayContaining(['birth', 'lodging']),
    writes: ['lodging', 'lost-key.why_attic', 'visitor'],
  });
  expect(readsAndWrites(LOST_KEYS, 'second-look', '1.0.0', 'look_again').reads).toContain('door');
  expect(of('spare').writes).toEqual(['lost-key.spares']);
  expect(of('nothing')).toEqual({ reads: [], writes: [] });
});

describe('entries since somebody looked', () => {
  const since = (act: (key: KeyCase) => void, step: string) => {
    const key = new KeyCase();
    const seen = key.journal.length;
    act(key);
    return touches(key.state, key.journal.slice(seen), key.runId(), step);
  };
  const report = (key: KeyCase) => void key.do('report', { values: { found: 'yes', visitor: 'no' } });

  it('concern a step that reads or writes what they say, or whose order they change', () => {
    expect(since(report, 'report')).toBe(true);
    expect(since(report, 'tell_owner')).toBe(true);
    expect(
      since((key) => void key.takeCommand({ kind: 'record-facts', values: { visitor: 'no' } }), 'tell_owner'),
    ).toBe(true);
    expect(since((key) => void key.do('look', { values: { trained: 'yes' } }), 'assess')).toBe(true);
  });

  it('do not concern it where they are about something else', () => {
    expect(since(report, 'spare')).toBe(false);
    expect(since((key) => void key.takeCommand({ kind: 'add-note', note: 'rang' }), 'report')).toBe(false);
    expect(
      since((key) => void key.takeCommand({ kind: 'record-facts', values: { visitor: 'no' } }), 'spare'),
    ).toBe(false);
  });
});
