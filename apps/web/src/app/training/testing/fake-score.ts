import type { Score, WrittenReason } from '@repere/contract';

const words = (text: string) => ({ fr: `${text} (fr)`, en: text });

export const REASON: WrittenReason = {
  ...{ entryId: '11111111-1111-4111-8111-111111111111', runId: '22222222-2222-4222-8222-222222222222' },
  ...{ at: '2025-05-12T08:00:00.000Z', who: 'Kiwi', step: 'need', title: words('Is it needed?') },
  ...{ said: [words('Best interests: a school')], isCut: false, basis: ['S48'], rating: null },
};

/** A score as the API gives it to whoever leads. */
export function fakeScore(changed: Partial<Score> = {}): Score {
  return {
    ...{ title: words('A night'), mode: 'practice', isShown: false, mayRate: true },
    caseFileId: '33333333-3333-4333-8333-333333333333',
    ...{ now: '2025-05-13T08:00:00.000Z', limit: null, uncounted: 0 },
    figures: {
      open: 0,
      ...{ points: 3, of: 4, percent: 75, unratedReasons: 1 },
      parts: [{ part: 'steps', points: 3, of: 4 }],
    },
    ...{
      lost: [],
      reasons: [REASON],
      beside: [],
      handling: { runs: [], deviations: [] },
      met: [],
      debrief: [],
      questions: [],
      timeline: [],
    },
    ...changed,
  };
}
