import { lettersBeside, lettersOf, loadLetters, loadLibrary, newestVersions } from '@repere/protocol';
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
  const ids = [
    'worrying-information',
    'signalement',
    'missing-child',
    'prosecutor-notice',
    'emergency-order',
    'possible-victim',
  ];
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

it('is written by whoever may only protect, wherever it does a step', () => {
  expect(letters.filter(({ steps: doing, isProtective }) => doing.length > 0 && !isProtective)).toEqual([]);
});

it('does steps that keep a paper, so that the letter can be named there', () => {
  const keeping = newestVersions(library.documents).flatMap(({ protocol, steps }) =>
    steps.filter(({ evidence }) => evidence.length > 0).map(({ id }) => `${protocol}.${id}`),
  );
  expect(letters.flatMap(({ steps }) => steps.filter((it) => !keeping.includes(it)))).toEqual([]);
});

/**
 * Papers that steps keep: of `ours` somebody writes and sends one, and its copy stays; others are given to us, handed to the child, or
 * a note of our own. A new kind of paper does not pass before somebody has said which it is.
 */
const PAPERS: Readonly<Record<string, 'ours' | 'theirs' | 'handed' | 'note'>> = {
  ...{ signalement: 'ours', worrying_information: 'ours', seizure: 'ours', notice: 'ours', request: 'ours' },
  ...{ remedy_request: 'ours', missing_report: 'ours' },
  ...{
    receipt: 'theirs',
    order: 'theirs',
    ruling: 'theirs',
    registry_receipt: 'theirs',
    certificate: 'theirs',
  },
  ...{
    answer_received: 'theirs',
    assessment_report: 'theirs',
    exam_order: 'theirs',
    medical_opinion: 'theirs',
  },
  ...{ age_decision: 'theirs', proof_of_finality: 'theirs', country_report: 'theirs', acceptance: 'theirs' },
  ...{ rights_sheet: 'handed', age_information_sheet: 'handed', information_given: 'handed' },
  ...{ report_copy: 'handed', refusal_notice: 'handed', consent_form: 'handed', written_offer: 'handed' },
  ...{ sealed_evidence: 'note', conference_record: 'note', prevention_plan: 'note', care_plan: 'note' },
  ...{ signature_or_witness: 'note', facts_on_both_sides: 'note', child_project: 'note' },
};

/**
 * Why a step has no letter, though its paper leaves or its words say to write: asked of a service, it is a referral, whose letter is
 * written from there; it is the child’s own remedy, which their lawyer writes; it goes abroad, in a language of there; others write.
 */
type WhyNone = 'referral' | 'remedy' | 'abroad' | 'theirs';

/** Steps whose paper leaves from us, and that no kind of letter does. */
const WITHOUT_LETTER: Readonly<Record<string, WhyNone>> = {
  'hearing.place': 'referral',
  'hearing.therapy': 'referral',
  'protection.follow_up_care': 'referral',
  'care.safer_place': 'referral',
  'care.psy_request': 'referral',
  'care.schooling': 'referral',
  'unaccompanied-minor.tracing': 'referral',
  'age-doubt.remedy': 'remedy',
  'unaccompanied-minor.refusal_remedy': 'remedy',
  'border-zone.entry_remedy': 'remedy',
  'return.alert_origin': 'abroad',
};

/** Steps whose words say that something is written, and at which no kind of letter stands. */
const WRITTEN_OTHERWISE: Readonly<Record<string, WhyNone>> = {
  'care.schooling': 'referral',
  'return.contact_6_months': 'abroad',
  'return.receiver': 'theirs',
  'follow-up.transfer': 'theirs',
  'age-doubt.papers_check': 'theirs',
  'border-zone.best_interests': 'theirs',
  'return.best_interests': 'theirs',
};

/** Words of guidance by which a step has its reader write to somebody. */
const HAS_WRITE = /[éÉE]crivez (?:à|au|aux) |par écrit/;
/** Words by which a child is moved, or their journey is prepared. */
const IS_JOURNEY = /\btrajet|préparer le voyage/i;

const steps = newestVersions(library.documents).flatMap(({ protocol, steps: all }) =>
  all.map((step) => ({
    name: `${protocol}.${step.id}`,
    step,
    words: `${step.title.fr} ${step.guidance?.fr ?? ''}`,
    doing: lettersOf(letters, protocol, step.id),
    beside: lettersBeside(letters, protocol, step.id),
  })),
);
const namesOf = (all: readonly { readonly name: string }[]): readonly string[] =>
  all.map(({ name }) => name).toSorted();

it('knows of each paper that steps keep whether it is one that we send', () => {
  expect(Object.keys(PAPERS).toSorted()).toEqual(Object.keys(shared.evidence).toSorted());
  // Ours is what stays as a copy, and what others hand over is not called one.
  const copies = Object.entries(shared.evidence).filter(([, { fr }]) => fr.startsWith('Copie d'));
  expect(copies.map(([code]) => code).toSorted()).toEqual(
    Object.keys(PAPERS)
      .filter((it) => PAPERS[it] === 'ours')
      .toSorted(),
  );
});

it('has a letter for every step whose paper leaves from us, or says why there is none', () => {
  const sends = steps.filter(({ step }) => step.evidence.some((it) => PAPERS[it] === 'ours'));
  expect(sends.length).toBeGreaterThan(20);
  expect(namesOf(sends.filter(({ doing }) => doing.length === 0))).toEqual(
    Object.keys(WITHOUT_LETTER).toSorted(),
  );
});

it('does no step whose paper comes from others: its reference would stand for theirs', () => {
  const theirs = steps.filter(
    ({
      step: {
        evidence: [first],
      },
      doing,
    }) => doing.length > 0 && (first === undefined || PAPERS[first] !== 'ours'),
  );
  expect(namesOf(theirs)).toEqual([]);
});

it('has a letter wherever the words of a step say to write, or says why there is none', () => {
  const writes = steps.filter(({ words }) => HAS_WRITE.test(words));
  expect(writes.length).toBeGreaterThan(10);
  expect(namesOf(writes.filter(({ doing, beside }) => doing.length + beside.length === 0))).toEqual(
    Object.keys(WRITTEN_OTHERWISE).toSorted(),
  );
});

it('has the transport sheet at every step that chooses or notes a place, or prepares a journey', () => {
  const moves = steps.filter(
    ({ step, words }) => step.fields.includes('placement') || IS_JOURNEY.test(words),
  );
  expect(moves.length).toBeGreaterThan(8);
  expect(namesOf(moves.filter(({ beside }) => !beside.some(({ id }) => id === 'transport')))).toEqual([]);
});

it('has the letter to who alerted us wherever a step says to tell them', () => {
  const tells = steps.filter(({ words }) => /celui qui vous avait alerté/.test(words));
  expect(tells.length).toBeGreaterThan(0);
  expect(namesOf(tells.filter(({ beside }) => !beside.some(({ id }) => id === 'feedback')))).toEqual([]);
});

it('tells the child the same in French and in English', () => {
  const reached = (id: string) =>
    letters
      .find((it) => it.id === id)
      ?.parts.map(({ milestones }) => milestones.map(({ text: _, ...it }) => it));
  expect(reached('child')?.flat().length).toBeGreaterThan(10);
  expect(reached('child-english')).toEqual(reached('child'));
});

/** What the child's own letter says of itself: steps that ask no authority for anything, and tell of none. */
const TELLS_OF_NO_AUTHORITY = ['identification.rights_sheet', 'care.care_plan'];

it('has whoever writes to the child choose what tells of an authority: who finds the letter learns it (G07)', () => {
  const own = letters.filter(({ ground }) => ground === undefined);
  expect(own.map(({ id }) => id)).toEqual(['child', 'child-english']);
  const milestones = own.flatMap(({ parts }) => parts.flatMap((it) => it.milestones));
  const there = milestones.filter(({ isChosen }) => !isChosen);
  expect(new Set(there.flatMap(({ once }) => once))).toEqual(new Set(TELLS_OF_NO_AUTHORITY));
  expect(milestones.length - there.length).toBeGreaterThan(20);
  // Nor do words that stand there whatever was done.
  const words = own.flatMap(({ parts }) => parts.map(({ text }) => text));
  for (const said of [...words, ...there.map(({ text }) => text)])
    expect(said).not.toMatch(/procureur|juge|prosecutor|judge|administrat|département/i);
});

it('knows a line that is chosen by what it says of what', () => {
  for (const { parts } of letters)
    for (const { milestones } of parts) {
      const names = milestones.map(({ once, known }) => [once[0], ...(known?.is ?? [])].join('/'));
      expect(new Set(names).size).toBe(names.length);
    }
});

it('proposes to say that an authority knows to those alone of whom nobody ever recorded that family alerted us', () => {
  const AUTHORITY = /\.(?:report_|crip_|prosecutor_|feedback_|order|ruling)/;
  const told = letters
    .filter(({ ground }) => ground !== undefined)
    .flatMap(({ parts }) => parts.flatMap(({ milestones }) => milestones))
    .filter(({ once }) => once.some((step) => AUTHORITY.test(step)));
  expect(told.length).toBeGreaterThan(0);
  for (const { neverBut } of told) {
    expect(neverBut?.fact).toBe('identification.source');
    expect(neverBut?.is.filter((it) => ['family', 'contact', 'other'].includes(it))).toEqual([]);
  }
});

/** Steps that tell an authority, and whose titles say what the parents answered: chosen, as all that is of other people. */
const OF_THE_PARENTS = ['protection.seize_after_refusal', 'protection.seize_without_answer'];

it('says as an act that an authority was told, whichever letter tells it: their other letters would leave it out', () => {
  const telling = steps.filter(
    ({ step, doing }) =>
      step.fields.length === 0 &&
      step.reports === undefined &&
      doing.some(({ ground }) => ground === 'authority' || ground === 'emergency'),
  );
  expect(telling.length).toBeGreaterThan(15);
  const said = new Set(letters[0]?.acts);
  expect(namesOf(telling.filter(({ name }) => !said.has(name)))).toEqual(OF_THE_PARENTS);
});
