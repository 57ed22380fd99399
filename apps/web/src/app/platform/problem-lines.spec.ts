import type { Problem } from '@repere/contract';
import { isWorthAnotherTry, problemLines } from './problem-lines';

const language = { t: (key: string) => key, localize: (words: { fr: string }) => words.fr };
const problem = (status: number, code: string, about: Partial<Problem> = {}): Problem => ({
  type: `/problems/${code}`,
  title: `Titre de ${code}`,
  status,
  code,
  ...about,
});

describe('why something was not done', () => {
  it('is said by its reasons first', () => {
    const reasons = [{ code: 'role', text: { fr: 'Peut le faire : responsable.', en: '' } }];
    expect(problemLines(problem(403, 'not-allowed', { reasons }), language)).toEqual([
      'Peut le faire : responsable.',
    ]);
  });

  it.each([
    [403, 'not-allowed'],
    [409, 'conflict'],
    [413, 'too-large'],
    [429, 'too-many'],
  ])('%d: in the words of the server, which never are “try again in a moment”', (status, code) => {
    expect(problemLines(problem(status, code), language)).toEqual([`Titre de ${code}`]);
  });

  it('proposes another try where the server failed, or something answered in its place', () => {
    for (const it of [problem(500, 'failed'), problem(503, 'unavailable'), problem(400, 'unexpected')]) {
      expect(problemLines(it, language)).toEqual(['shell.problem.other']);
      expect(isWorthAnotherTry(it)).toBe(true);
    }
    expect(isWorthAnotherTry(problem(403, 'not-allowed'))).toBe(false);
    expect(problemLines(problem(0, 'unreachable'), language)).toEqual(['shell.problem.unreachable']);
  });
});
