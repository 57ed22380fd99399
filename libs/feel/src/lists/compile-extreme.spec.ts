import { evaluateSource } from '../testing/evaluate-source';
import { closedList, openList } from '../testing/small-scope';

describe('min and max', () => {
  it.each([
    ['min(low, points)', { low: 3, points: 2 }, 2],
    ['max(low, points, 5)', { low: 3, points: 2 }, 5],
    ['max(low, points)', { low: 3 }, null],
    ['min(points, low)', { low: 3 }, null],
    ['min(low, 10)', { low: { low: 5, high: 20 } }, { low: 5, high: 10 }],
    ['max(low, 10)', { low: { low: 5, high: 20 } }, { low: 10, high: 20 }],
    ['max(low, 30)', { low: { low: 5, high: 20 } }, 30],
    ['min(exams.low)', { exams: closedList({ low: 3 }, { low: 1 }) }, 1],
    ['max(exams.low)', { exams: closedList({ low: 3 }, { low: { low: 1, high: 5 } }) }, { low: 3, high: 5 }],
    ['min(exams.low)', { exams: openList({ low: 3 }, { low: 1 }) }, { low: -Infinity, high: 1 }],
    ['max(exams.low)', { exams: closedList({ low: 3 }, { low: null }) }, { low: 3, high: Infinity }],
    ['max(exams.low)', { exams: closedList() }, null],
    ['max(exams.low)', {}, null],
  ] as const)('%s of %j is %j', (source, env, value) => {
    expect(evaluateSource(source, env)).toEqual(value);
  });
});
