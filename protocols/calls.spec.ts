import { calledIn, lettersOf, loadCalls, loadLetters, loadLibrary, newestVersions } from '@repere/protocol';
import { readFiles } from './read-files';

const files = readFiles();
const library = loadLibrary(files);
const { shared } = library;
if (!shared) throw new Error('no facts');
const { calls, problems } = loadCalls(files['calls.yaml'] ?? '', 'calls.yaml', library);
const { letters = [] } = loadLetters(files['letters.yaml'] ?? '', 'letters.yaml', { ...library, shared });

/** Words of guidance by which a step sends its reader to somebody on call. */
const ON_DUTY = /permanence|astreinte|\bUMJ\b/i;
/** Words by which it has them tell or ask an authority. */
const TELLS =
  /(?:(?:r?appele|préven|avise|aviser|écriv|dire|dites|le dit |part |demand|relanc|saisi|alert|signal)[^.:;]{0,60}|vers |[^.]se dit )\b(?:parquet|procureur|CRIP|autorité|juge|justice|magistrat|greffe)/i;

/**
 * Why nobody on call stands at a step whose words name an authority: a judge or a court’s registry, which answers in its hours; the
 * child’s lawyer; what other steps tell or others did, so that nobody is told here; an authority abroad.
 */
type WhyNobody = 'court' | 'lawyer' | 'later' | 'abroad';

/** Steps whose words name an authority, and at which nobody on call stands. */
const WITHOUT_CALL: Readonly<Record<string, WhyNobody>> = {
  'age-doubt.decision_final': 'court',
  'care.ask_judge': 'court',
  'care.ordered_visits': 'court',
  'hearing.recording_request': 'court',
  'hearing.third_person': 'court',
  'protection.convening': 'court',
  'protection.judge_seized': 'court',
  'protection.registry': 'court',
  'protection.ruling_alert': 'court',
  'return.remedy_end': 'court',
  'return.remedy': 'lawyer',
  'unaccompanied-minor.refusal_remedy': 'lawyer',
  'missing-child.dormancy': 'later',
  'protection.family': 'later',
  'unaccompanied-minor.extension_2': 'later',
  'unaccompanied-minor.handover': 'later',
  'return.alert_origin': 'abroad',
};

const steps = newestVersions(library.documents).flatMap(({ protocol, steps: all }) =>
  all.map((step) => ({
    name: `${protocol}.${step.id}`,
    step,
    words: `${step.title.fr} ${step.guidance?.fr ?? ''}`,
    called: calls ? calledIn(calls, protocol, step) : [],
    doing: lettersOf(letters, protocol, step.id),
  })),
);
const namesOf = (all: readonly { readonly name: string }[]): readonly string[] =>
  all.map(({ name }) => name).toSorted();

it('names steps and parts that there are', () => {
  expect(problems).toEqual([]);
});

it('leaves no step that says to call somebody on duty without whom', () => {
  const silent = steps.filter(({ words, called }) => ON_DUTY.test(words) && called.length === 0);
  expect(namesOf(silent)).toEqual([]);
});

it('leaves no step that has an authority told or asked without whom to call, or says why', () => {
  const silent = steps.filter(({ words, called }) => TELLS.test(words) && called.length === 0);
  expect(namesOf(silent)).toEqual(Object.keys(WITHOUT_CALL).toSorted());
});

it('says of every letter whom to call at its step: they are called before it is there', () => {
  const silent = steps.filter(({ called, doing }) =>
    doing.some(({ to: { onCall } }) => onCall !== undefined && !called.includes(onCall)),
  );
  // The copy of a report goes to the CRIP, by the same letter.
  expect(namesOf(silent)).toEqual(['protection.crip_copy']);
});

it('says at every step that looks for a place who has one tonight', () => {
  const looking = steps.filter(
    ({ step }) => step.kind !== 'recorded-act' && step.fields.includes('placement'),
  );
  expect(looking.length).toBeGreaterThan(3);
  expect(namesOf(looking.filter(({ called }) => !called.includes('emergency-placement')))).toEqual([]);
});
