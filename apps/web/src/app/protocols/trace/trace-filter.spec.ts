import type { TraceLine } from '@repere/contract';
import { readTraceFilter, traced } from './trace-filter';

const both = (words: string) => ({ fr: words, en: words });
const line = (item: string, answers: number, notYet: string | null): TraceLine => ({
  item,
  asks: both(item),
  lines: '1',
  answers: Array.from({ length: answers }, () => ({ kind: 'engine-rule' as const, title: both('rule') })),
  notYet: notYet === null ? null : both(notYet),
});

describe('items of the report', () => {
  const lines = [line('S01', 1, null), line('S02', 0, 'nothing yet'), line('S03', 1, 'a part')];
  const names = (filter: Parameters<typeof traced>[1]) => traced(lines, filter).map(({ item }) => item);

  it('answered in part are answered and missing', () => {
    expect(names('all')).toEqual(['S01', 'S02', 'S03']);
    expect(names('answered')).toEqual(['S01', 'S03']);
    expect(names('not-yet')).toEqual(['S02', 'S03']);
  });

  it('an address that says something else shows all', () => {
    expect([undefined, 'repondu', 'pas-encore', 'x'].map(readTraceFilter)).toEqual([
      'all',
      'answered',
      'not-yet',
      'all',
    ]);
  });
});
