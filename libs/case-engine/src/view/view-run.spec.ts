import type { ProtocolDocument } from '@repere/protocol';
import { compileProtocols } from '../compile/compile-protocols';
import { foldCase } from '../fold/case-state';
import type { JournalEntry } from '../journal/journal-entry';
import { protocol, SHARED, step, words } from '@repere/protocol/testing';
import { MONDAY, PARIS } from '../testing/key-case';
import { viewCase } from './view-case';

const GUARDED = protocol('guarded', {
  steps: [step('walk'), step('call', { contacts: 'family' })],
  safeguards: [
    { id: 'told', title: words('somebody is told'), always: 'found = "yes" or done(walk)', basis: ['G07'] },
    { id: 'nobody-called', never: 'visitor = "yes" and any(steps, contacts = "family")', basis: [] },
    { id: 'whoever', sameSteps: { whatever: ['birth'] }, basis: [] },
  ],
});

function broken(values: Readonly<Record<string, string>>, document: ProtocolDocument = GUARDED) {
  const base = {
    occurredAt: { from: MONDAY, to: MONDAY, precision: 'minute' as const },
    recordedAt: MONDAY,
    enteredBy: 'anna',
  };
  const journal: readonly JournalEntry[] = [
    { kind: 'run-opened', id: 'a', seq: 1, ...base, runId: 'r', protocol: 'guarded', version: '1.0.0' },
    { kind: 'facts-recorded', id: 'b', seq: 2, ...base, values },
  ];
  const state = foldCase(compileProtocols(SHARED, [document]), journal, { now: MONDAY, territory: PARIS });
  return viewCase(state).runs[0]?.brokenSafeguards;
}

describe('safeguards of a run', () => {
  it('are shown where they are broken for sure, with their words and grounds', () => {
    expect(broken({ found: 'no' })).toEqual([
      { id: 'told', title: words('somebody is told'), basis: ['G07'] },
    ]);
    expect(broken({ found: 'yes', visitor: 'yes' })).toEqual([
      { id: 'nobody-called', title: words('nobody-called'), basis: [] },
    ]);
  });

  it('are not broken while it is unknown, nor where they hold', () => {
    expect(broken({})).toBeUndefined();
    expect(broken({ found: 'yes', visitor: 'no' })).toBeUndefined();
  });
});
