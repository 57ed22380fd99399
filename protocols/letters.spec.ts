import { loadLetters, loadLibrary, newestVersions } from '@repere/protocol';
import { readFiles } from './read-files';

const files = readFiles();
const library = loadLibrary(files);
const { shared } = library;
if (!shared) throw new Error('no facts');
const { letters = [], problems } = loadLetters(files['letters.yaml'] ?? '', 'letters.yaml', {
  ...library,
  shared,
});

/** What leaves only word by word (G15, G16, F38). */
const CHOSEN_ONLY = ['health', 'opinion', 'contact', 'people', 'places', 'narrative', 'staff'];

it('names steps, facts and grounds that there are', () => {
  expect(problems).toEqual([]);
  expect(letters.length).toBeGreaterThan(0);
});

it('proposes nothing of health, opinions, ways to reach the child, other people or places', () => {
  const proposed = letters.flatMap(({ id, parts }) =>
    parts
      .filter(({ classes }) => classes.some((it) => CHOSEN_ONLY.includes(it)))
      .map((part) => `${id}/${part.id}`),
  );
  expect(proposed).toEqual([]);
});

it('asks of every letter to an authority whether the family was told, and why', () => {
  const silent = letters.filter(
    ({ ground, parts }) =>
      (ground === 'authority' || ground === 'emergency') &&
      !parts.some(({ id, isRequired }) => id === 'family' && isRequired),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});

it('has whoever writes choose whether the family was told, wherever that is said', () => {
  const says = letters.filter(({ parts }) =>
    parts.some(({ asks, ifKnown }) =>
      [...asks, ...ifKnown].some((it) => /\.family_(told|knows|informed)$/.test(it)),
    ),
  );
  const chosen = letters.filter(({ parts }) => parts.some(({ familyTold }) => familyTold));
  const ids = ['worrying-information', 'signalement', 'missing-child', 'prosecutor-notice', 'emergency-order'];
  expect([says.map(({ id }) => id), chosen.map(({ id }) => id)]).toEqual([ids, ids]);
});

it('says first that danger was seen where danger is asked for: nobody has to have weighed it', () => {
  const asked = letters.flatMap(({ id, parts }) =>
    parts.filter(({ asks }) => asks.includes('danger')).map(({ asks }) => [id, asks[0]]),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(([, first]) => first !== 'urgent_danger_seen')).toEqual([]);
});

it('waits for no second person where a letter protects', () => {
  expect(letters.filter(({ isProtective, second }) => isProtective && second === 'must')).toEqual([]);
});

it('does steps that keep a paper, so that the letter can be named there', () => {
  const keeping = newestVersions(library.documents).flatMap(({ protocol, steps }) =>
    steps.filter(({ evidence }) => evidence.length > 0).map(({ id }) => `${protocol}.${id}`),
  );
  expect(letters.flatMap(({ steps }) => steps.filter((it) => !keeping.includes(it)))).toEqual([]);
});
