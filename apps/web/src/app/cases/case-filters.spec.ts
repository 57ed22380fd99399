import fc from 'fast-check';
import { filterParams, readFilters, searchOf, SORTS, type CaseFilters } from './case-filters';

const filters = fc.record<CaseFilters>({
  scope: fc.constantFrom('mine', 'team'),
  late: fc.boolean(),
  danger: fc.subarray(['flood', 'rain', 'd_2', '4th']),
  sort: fc.constantFrom(...SORTS),
});

describe('filters of the list of cases', () => {
  it('come back from the address as they were', () => {
    fc.assert(
      fc.property(filters, (chosen) => {
        const params = filterParams(chosen);
        const { scope, late, danger, sort } = params as Record<string, string | undefined>;
        expect(readFilters({ scope, late, danger, sort })).toEqual(chosen);
      }),
    );
  });

  it('take an odd address for no filter', () => {
    expect(readFilters({ scope: 'all', late: 'yes', danger: 'Severe,a b,', sort: '1' })).toEqual({
      scope: 'team',
      late: false,
      danger: [],
      sort: 'danger',
    });
  });

  it('never carry what is searched for in the address', () => {
    fc.assert(
      fc.property(filters, fc.string({ minLength: 3 }), (chosen, text) => {
        expect(Object.keys(filterParams(chosen))).not.toContain('text');
        expect(searchOf(chosen, text).text).toBe(text.trim() || undefined);
      }),
    );
  });
});
