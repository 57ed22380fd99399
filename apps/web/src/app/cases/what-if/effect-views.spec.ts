import type { WhatIf } from '@repere/contract';
import { effectViews } from './effect-views';

type Tried = WhatIf['steps'][number];
const both = (words: string) => ({ fr: words, en: words });
const tried = (step: string, before: Tried['before'], after: Tried['after'], runId = 'r1'): Tried => ({
  runId,
  step,
  title: both(step),
  protocolTitle: both(runId),
  before,
  after,
});

describe('what answers would bring', () => {
  it('stands by protocol, what is to do first', () => {
    const told = effectViews({
      steps: [
        tried('a', 'waiting', 'not-applicable'),
        tried('b', 'waiting', 'ready'),
        tried('c', null, 'ready', 'new'),
      ],
    });
    expect(told.map(({ runId, isNew, steps }) => [runId, isNew, steps.map(({ step }) => step)])).toEqual([
      ['r1', false, ['b', 'a']],
      ['new', true, ['c']],
    ]);
  });

  it('leaves out what stays the same word on screen', () => {
    expect(
      effectViews({ steps: [tried('a', 'waiting', 'blocked'), tried('b', 'ready', 'to-confirm')] }),
    ).toEqual([]);
  });

  it('of a protocol that would open leaves out what does not apply', () => {
    expect(effectViews({ steps: [tried('a', null, 'not-applicable', 'new')] })).toEqual([]);
  });
});
