import { exchange, FACTS, placeOf, PROTOCOL, problemsWith } from '../testing/small-library';

const [OLD, NEW, TEN] = ['1.0.0', '1.9.0', '1.10.0'].map((version) => `shelter/${version}/protocol.yaml`) as [
  string,
  string,
  string,
];
const version = (number: string, text = PROTOCOL) => exchange(text, 'version: 1.0.0', `version: ${number}`);
/** `place` is shared since: the newest version of the small protocol does not define it any more. */
const SHARING = exchange(
  FACTS,
  '  birth: {',
  '  place: { type: yes-no, class: places, title: { fr: Lieu sûr, en: Safe place } }\n  birth: {',
);
const WITHOUT = exchange(
  PROTOCOL,
  '  place: { type: yes-no, class: places, title: { fr: Lieu sûr, en: Safe place } }\n',
  '',
);
const codes = (files: Readonly<Record<string, string>>) =>
  problemsWith(files).map(({ file, line, column, code }) => `${file} ${line}:${column} ${code}`);

describe('an own fact with the name of a shared one', () => {
  it('is refused in the only version that there is', () => {
    expect(codes({ 'facts.yaml': SHARING })).toEqual([
      `${OLD} ${placeOf(PROTOCOL, 'place: {')} duplicate-name`,
    ]);
  });

  it('stays where a later version shares it', () => {
    expect(codes({ 'facts.yaml': SHARING, [NEW]: version('1.9.0', WITHOUT) })).toEqual([]);
  });

  it('is refused in the newest, counted as numbers', () => {
    const files = { 'facts.yaml': SHARING, [NEW]: version('1.9.0'), [TEN]: version('1.10.0') };
    expect(codes(files)).toEqual([`${TEN} ${placeOf(version('1.10.0'), 'place: {')} duplicate-name`]);
  });

  it('keeps its own type in the earlier version', () => {
    const other = exchange(SHARING, 'place: { type: yes-no', 'place: { type: date');
    const files = { 'facts.yaml': other, [NEW]: version('1.9.0', WITHOUT) };
    expect(problemsWith(files).map(({ file }) => file)).not.toContain(OLD);
    expect(problemsWith(files).map(({ file }) => file)).toContain(NEW);
  });

  it('leaves derived values of the earlier version what they were', () => {
    const shared = exchange(
      FACTS,
      '  birth: {',
      '  at_risk: { type: date, class: situation, title: { fr: Risque, en: Risk } }\n  birth: {',
    );
    const renamed = version('1.9.0').replaceAll('at_risk', 'in_danger');
    const found = problemsWith({ 'facts.yaml': shared, [NEW]: renamed });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(codes({ 'facts.yaml': shared })).toContainEqual(expect.stringContaining('duplicate-name'));
  });
});
