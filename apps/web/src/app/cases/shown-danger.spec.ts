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

  it('is not shown to who may not see it, and never as not known', () => {
    const factIds = { danger: 'peril' };
    expect(dangerOf(caseFile({ factIds, redactedFacts: ['peril'] }))).toBeNull();
    expect(formatDanger(null, words)).toBe('case.danger-redacted');
    expect(formatDanger(dangerOf(caseFile({ factIds })), words)).toBe('cases.danger.not-known');
  });
});
