import { caseFile } from '../../testing/fake-case';
import { dangerOf, formatDanger, shownDanger } from './shown-danger';

describe('a danger that is shown', () => {
  it.each([
    ['immediate_grave', 'immediate_grave', true],
    ['danger', 'danger', true],
    ['risk', 'risk', false],
    ['none', 'none', false],
    ['what a later version calls it', 'danger', true],
  ])('%s', (told, code, isGrave) => expect(shownDanger(told)).toEqual({ code, isGrave }));

  it.each([null, undefined, { answer: 'unknown' } as const])('is not known without an answer: %j', (told) =>
    expect(shownDanger(told)).toEqual({ code: null, isGrave: false }),
  );

  it('is not shown to who may not see it, and never as not known', () => {
    const factIds = { danger: 'peril' };
    expect(dangerOf(caseFile({ factIds, withheldFacts: ['peril'] }))).toBeNull();
    expect(formatDanger(null, { t: (key: string) => key })).toBe('case.danger-withheld');
    expect(formatDanger(dangerOf(caseFile({ factIds })), { t: (key: string) => key })).toBe(
      'cases.danger.not-known',
    );
  });
});
