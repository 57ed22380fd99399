import { loadVectors } from './load-vectors';

const BASE = `
base:
  story: { fr: Départ }
  versions: { age-doubt: 1.0.0 }
  territory: '93'
  given:
    foreign: yes
    age-doubt:
      papers: absent
      exams: { closed: yes, rows: [{ id: x1, margin: 18, point: 228 }, { id: x2, margin: 24 }] }
  expect: { at: 2025-01-01T09:00, outcome: PRESUMED_MINOR }
rows:
`;

function givenOf(row: string) {
  const { examples, problems } = loadVectors(`${BASE}${row}`, 'vectors.yaml');
  expect(problems).toEqual([]);
  return examples[0]?.given;
}

describe('a table of examples', () => {
  it('makes an example of each row, which changes what it names and nothing else', () => {
    const { examples } = loadVectors(
      `${BASE}  - { story: { fr: Un }, set: { foreign: no } }\n  - { story: { fr: Deux }, expect: { outcome: OTHER } }`,
      'vectors.yaml',
    );
    expect(
      examples.map(({ story, given, expect: expected }) => [story.fr, given?.['foreign'], expected?.outcome]),
    ).toEqual([
      ['Un', 'no', 'PRESUMED_MINOR'],
      ['Deux', 'yes', 'OTHER'],
    ]);
    expect(examples.map((example) => example.expect?.at)).toEqual(['2025-01-01T09:00', '2025-01-01T09:00']);
  });

  it('enters lists by the row', () => {
    expect(givenOf('  - { story: { fr: Un }, set: { age-doubt.exams.x1.point: 234 } }')).toMatchObject({
      'age-doubt': {
        papers: 'absent',
        exams: {
          closed: 'yes',
          rows: [
            { id: 'x1', margin: 18, point: 234 },
            { id: 'x2', margin: 24 },
          ],
        },
      },
    });
  });

  it('adds rows, merges into a row, replaces the rows and their end', () => {
    expect(
      givenOf(
        '  - { story: { fr: Un }, set: { age-doubt.exams.x3: { margin: 20 }, age-doubt.exams.x1: { point: 1 } } }',
      ),
    ).toMatchObject({
      'age-doubt': {
        exams: { rows: [{ id: 'x1', margin: 18, point: 1 }, { id: 'x2' }, { id: 'x3', margin: 20 }] },
      },
    });
    expect(
      givenOf('  - { story: { fr: Un }, set: { age-doubt.exams.rows: [], age-doubt.exams.closed: no } }'),
    ).toMatchObject({
      'age-doubt': { exams: { rows: [], closed: 'no' } },
    });
  });

  it('says at which row an example is not one', () => {
    const { problems } = loadVectors(`${BASE}  - { set: { foreign: no } }`, 'vectors.yaml');
    expect(problems.map(({ line }) => line)).toContain(13);
  });

  it('refuses what is no table', () => {
    expect(loadVectors('story: { fr: Un }', 'vectors.yaml').problems.map(({ code }) => code)).toEqual([
      'missing-key',
      'missing-key',
      'unknown-key',
    ]);
    expect(loadVectors(`${BASE}  - 3`, 'vectors.yaml').problems).toHaveLength(1);
  });
});
