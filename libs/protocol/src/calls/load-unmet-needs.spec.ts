import type { SharedDocument } from '../documents/document';
import { loadUnmetNeeds } from './load-unmet-needs';

const title = { fr: 'Un mot', en: 'A word' };
const value = (code: string) => [{ code, label: title }];
const facts = {
  gaps: {
    ...{ type: 'list', class: 'situation', changes: 'over-time', title },
    row: {
      what: { type: 'choice', class: 'situation', changes: 'over-time', title, values: value('roof') },
      why: { type: 'choice', class: 'situation', changes: 'over-time', title, values: value('full_up') },
      day: { type: 'date', class: 'situation', changes: 'over-time', title },
    },
  },
} as unknown as SharedDocument['facts'];
const GOOD = {
  list: 'gaps',
  need: 'what',
  reason: 'why',
  since: 'day',
  needs: '{ bed-tonight: roof }',
  reasons: '{ full: full_up }',
};
const load = (change: Partial<typeof GOOD> = {}) =>
  loadUnmetNeeds(
    ['language: 1', ...Object.entries({ ...GOOD, ...change }).map(([key, said]) => `${key}: ${said}`)].join(
      '\n',
    ),
    'unmet-needs.yaml',
    { facts },
  );

it('says in which list of the case a gap is noted, and in which codes', () => {
  expect(load()).toEqual({
    problems: [],
    unmetNeeds: {
      ...{ list: 'gaps', need: 'what', reason: 'why', since: 'day' },
      needs: { 'bed-tonight': 'roof' },
      reasons: { full: 'full_up' },
    },
  });
});

it.each([
  ['a list that there is not', { list: 'gups' }, 'unknown-fact'],
  ['a column that there is not', { need: 'who' }, 'unknown-fact'],
  ['a day that is none', { since: 'why' }, 'unknown-fact'],
  ['an answer that its column has not', { needs: '{ bed-tonight: cave }' }, 'unknown-value'],
  ['a reason that its column has not', { reasons: '{ full: no }' }, 'unknown-value'],
])('refuses %s', (_what, change, code) => {
  const { unmetNeeds, problems } = load(change);
  expect(unmetNeeds).toBeUndefined();
  expect(problems).toMatchObject([{ code, file: 'unmet-needs.yaml' }]);
});
