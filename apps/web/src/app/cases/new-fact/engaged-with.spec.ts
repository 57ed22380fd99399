import type { WhatIf } from '@repere/contract';
import { caseFile, run } from '../../../testing/fake-case';
import { caseEvent, doubtEvent } from '../../../testing/fake-event';
import { engagedWith } from './engaged-with';

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
const missing = caseEvent();

describe('the protocol that is engaged with an event', () => {
  it('is the one that answers it, where nothing at work opens it', () => {
    expect(engagedWith(missing, withRuns(), effects([]))).toBe('search');
  });

  it('is none where it opens by itself, or is at work', () => {
    expect(engagedWith(missing, withRuns(), effects(['search']))).toBeNull();
    expect(engagedWith(missing, withRuns(run({ protocol: 'search' })), effects([]))).toBeNull();
  });

  it('is engaged again after its end only where it recurs', () => {
    const ended = run({ protocol: 'search', ended: true });
    expect(engagedWith(missing, withRuns(ended), effects([]))).toBe('search');
    const doubt = run({ protocol: 'doubt', ended: true });
    expect(engagedWith(doubtEvent(), withRuns(doubt), effects([]))).toBeNull();
  });

  it('is not known before it is known what the event opens', () => {
    expect(engagedWith(missing, withRuns(), null)).toBeNull();
  });
});
