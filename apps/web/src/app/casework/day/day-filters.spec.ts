import { dayParams, readDayFilters } from './day-filters';

const nothing = { scope: undefined, show: undefined, protocol: undefined, lead: undefined };
const somebody = '00000000-0000-4000-8000-000000000001';

describe('filters of the day', () => {
  it('are none where the address says none, or something that there is not', () => {
    const none = { scope: null, show: null, protocol: null, lead: null };
    expect(readDayFilters(nothing)).toEqual(none);
    expect(readDayFilters({ scope: 'all', show: 'ever', protocol: '', lead: 'x' })).toEqual(none);
  });

  it('name a person only of the team', () => {
    expect(readDayFilters({ ...nothing, lead: somebody }).lead).toBeNull();
    expect(readDayFilters({ ...nothing, scope: 'team', lead: somebody }).lead).toBe(somebody);
    expect(readDayFilters({ ...nothing, scope: 'team', lead: 'none' }).lead).toBe('none');
  });

  it('come back from the address that they made', () => {
    const filters = { scope: 'team', show: 'tonight', protocol: 'p1', lead: somebody } as const;
    expect(readDayFilters({ ...nothing, ...dayParams(filters) })).toEqual(filters);
    expect(dayParams(readDayFilters(nothing))).toEqual({});
  });
});
