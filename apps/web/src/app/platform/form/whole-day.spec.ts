import { NO_DATE, typeDate } from '@repere/ui/date';
import { wholeDay } from './whole-day';

describe('a whole day', () => {
  it('is a day, neither a month nor an estimate nor nothing', () => {
    expect(wholeDay(typeDate('2026-03-01'))).toBe('2026-03-01');
    for (const edtf of ['2026', '2026-03', '2026-03-01~']) expect(wholeDay(typeDate(edtf))).toBeNull();
    expect(wholeDay(NO_DATE)).toBeNull();
  });
});
