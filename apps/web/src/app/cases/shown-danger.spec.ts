import { caseFile, DANGERS } from '../../testing/fake-case';
import { dangerOf, formatDanger, shownDanger } from './shown-danger';

const [GRAVE, MILD] = DANGERS;
const words = { t: (key: string) => key, localize: ({ fr }: { readonly fr: string }) => fr };

describe('a danger that is shown', () => {
  it.each([
    ['flood', GRAVE, true],
    ['rain', MILD, false],
    ['what a later version calls it', 'other', true],
  ] as const)('%s', (told, answer, isGrave) =>
    expect(shownDanger(told, DANGERS)).toEqual({ answer, isGrave }),
  );

  it.each([null, undefined, { answer: 'unknown' } as const])('is not known without an answer: %j', (told) =>
    expect(shownDanger(told, DANGERS)).toEqual({ answer: null, isGrave: false }),
  );

  it('is said in the words of the protocols, at the beginning of a line', () => {
    expect(formatDanger(shownDanger('flood', DANGERS), words)).toBe('Danger grave');
    expect(formatDanger(shownDanger('snow', DANGERS), words)).toBe('cases.danger.other');
  });

  it('that was seen is as grave as any until somebody weighs it, and again once one is seen since', () => {
    const factIds = { danger: 'peril', 'danger-seen': 'peril-seen' };
    const fact = (id: string, value: string, seq: number) => ({
      fact: id,
      runId: null,
      value,
      entryId: '',
      seq,
    });
    const shownOf = (...facts: readonly ReturnType<typeof fact>[]) => {
      const { state } = caseFile();
      return dangerOf(caseFile({ factIds, state: { ...state, facts } }));
    };
    expect(shownOf(fact('peril-seen', 'yes', 1))).toEqual({ answer: 'seen', isGrave: true });
    expect(shownOf(fact('peril-seen', 'yes', 1), fact('peril', 'rain', 2))).toEqual({
      answer: MILD,
      isGrave: false,
    });
    expect(shownOf(fact('peril-seen', 'yes', 3), fact('peril', 'rain', 2))).toMatchObject({ answer: 'seen' });
    expect(shownOf(fact('peril-seen', 'no', 3))).toEqual({ answer: null, isGrave: false });
    expect(formatDanger(shownOf(fact('peril-seen', 'yes', 1)), words)).toBe('cases.danger.seen');
  });

  it('is not shown to who may not see it, and never as not known', () => {
    const factIds = { danger: 'peril' };
    expect(dangerOf(caseFile({ factIds, redactedFacts: ['peril'] }))).toBeNull();
    expect(formatDanger(null, words)).toBe('case.danger-redacted');
    expect(formatDanger(dangerOf(caseFile({ factIds })), words)).toBe('cases.danger.not-known');
  });
});
