import type { WhatIf } from '@repere/contract';
import { caseFile, run } from '../../../testing/made-up-case';
import { engagedWith } from './engaged-with';
import { findEvent } from './fact-events';

const effects = (opens: readonly string[]): WhatIf => ({
  opens: opens.map((protocol) => ({ protocol, title: { fr: protocol, en: protocol } })),
  steps: [],
  deadlines: [],
  lessProtective: [],
  refused: [],
});
const withRuns = (...runs: ReturnType<typeof run>[]) => {
  const file = caseFile();
  return { ...file, state: { ...file.state, runs } };
};
const missing = findEvent('missing');

describe('the protocol that is engaged with an event', () => {
  it('is the one that answers it, where nothing at work opens it', () => {
    expect(engagedWith(missing, withRuns(), effects([]))).toBe('missing-child');
  });

  it('is none where it opens by itself, or is at work', () => {
    expect(engagedWith(missing, withRuns(), effects(['missing-child']))).toBeNull();
    expect(engagedWith(missing, withRuns(run({ protocol: 'missing-child' })), effects([]))).toBeNull();
  });

  it('is engaged again after its end only where it recurs', () => {
    const ended = run({ protocol: 'missing-child', ended: true });
    expect(engagedWith(missing, withRuns(ended), effects([]))).toBe('missing-child');
    const doubt = run({ protocol: 'age-doubt', ended: true });
    expect(engagedWith(findEvent('age'), withRuns(doubt), effects([]))).toBeNull();
  });

  it('is not known before it is known what the event opens', () => {
    expect(engagedWith(missing, withRuns(), null)).toBeNull();
  });
});
