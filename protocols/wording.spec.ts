import { loadLibrary, type ProtocolDocument } from '@repere/protocol';
import type { Text } from '@repere/feel';
import { readFiles } from './read-files';

const { documents, shared, parts } = loadLibrary(readFiles());

/** Every pair of words of a document, with the way to it. */
function wordsIn(value: unknown, at: string): readonly (readonly [at: string, words: Text])[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('fr' in value && 'en' in value && typeof value.fr === 'string' && typeof value.en === 'string')
    return [[at, { fr: value.fr, en: value.en }]];
  return Object.entries(value).flatMap(([key, inner]) => wordsIn(inner, `${at}.${key}`));
}

const { refusedWords: _, ...facts } = shared ?? { refusedWords: null };
const ALL = [
  ...documents.flatMap((it) => wordsIn(it, `${it.protocol}@${it.version}`)),
  ...wordsIn(facts, 'facts'),
  ...wordsIn(parts ?? {}, 'parts'),
];

/** A whole word or phrase: `\b` knows no é and no à. */
const whole = (words: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'iu');

const BEFORE_LUI = ['avec', 'pour', 'sans', 'chez', 'contre', 'vers', 'à', 'de'];
const BEFORE_HE = ['où ', 'quand ', 'qui ', "ce qu'", "qu'", "s'", 'si '];
const BETWEEN = ['ne ', "n'", 'le ', 'la ', "l'", 'y ', 'en ', 'se ', "s'"];
const VERBS =
  'veut|peut|dort|sait|reste|part|dit|connaît|choisit|comprend|aime|craint|hésite|grandit|vivrait|continue à|revient|appelle|accepte|aura des nouvelles|a mangé|a peur|a droit|a dit|est là|est seul|est parti|est revenu|est peut-être victime|est présumé|est exploité|est disparu|est retenu|est retourné|est en sécurité|est en danger|est reposé'.split(
    '|',
  );

/** What a girl reads as a boy, where *he* is the child; what *il* is somebody else's is in the words that follow it. */
const LUI = whole(`(?:${BEFORE_LUI.join('|')}) lui(?! demande)|lui-même`);
const HE = whole(
  `(?:(?<=^|[.:;,«?!] ?)|${BEFORE_HE.join('|')})il (?:${BETWEEN.join('|')})?(?:${VERBS.join('|')})`,
);

it.each([
  ...BEFORE_LUI.map((it) => [LUI, `Restez ${it} lui.`] as const),
  [LUI, 'Demandez-le à lui-même.'],
  ...BEFORE_HE.map((it) => [HE, `Notez ${it}il dort.`] as const),
  ...BETWEEN.map((it) => [HE, `Notez : il ${it}aime.`] as const),
  ...VERBS.map((it) => [HE, `Il ${it}, ce soir.`] as const),
  [HE, "S'il y est retourné, accueillez-le."],
] as const)('%s sees: %s', (he, sentence) => expect(sentence).toMatch(he));

it('leaves alone what is no child', () => {
  expect("Le juge ? Demandez qu'il lui demande son avis ; ce qu'il étudie.").not.toMatch(HE);
  expect('Le procureur : à lui demander.').not.toMatch(LUI);
});

it.each([LUI, HE])('no words speak of every child as a boy: %s', (he) => {
  const found = ALL.map(([at, { fr }]) => [at, fr.replaceAll('’', "'")] as const).filter(([, fr]) =>
    he.test(fr),
  );
  expect(found.map(([at, fr]) => `${at}: ${he.exec(fr)?.[0] ?? ''} – ${fr}`)).toEqual([]);
});

it.each([
  ['fr', /jusqu['’]au aujourd/i],
  ['fr', /sans trou\b/i],
  ['en', /\bcall(?:s|ed|ing)? (?:up)?on\b/i], // refer to
  ['en', /\brights?\b[^.]*\bhurt\b/i], // breached
] as const)('%s: nowhere %s', (language, words) => {
  const found = ALL.filter(([, said]) => words.test(said[language]));
  expect(found.map(([at, said]) => `${at}: ${said[language]}`)).toEqual([]);
});

/** The sentences of a text, without those of two or three words that may well come twice. */
const sentencesIn = (text: string): readonly string[] =>
  text.split(/(?<=[.?!»”])\s+/).filter((it) => it.split(/\s+/).length > 4);

/** What is read together: a step's title and guidance, each reason of a refusal beside the others. */
function doubledIn({ protocol, version, steps }: ProtocolDocument): readonly string[] {
  return steps.flatMap(({ id, title, guidance, requires, flags }) =>
    (['fr', 'en'] as const).flatMap((language) =>
      [
        [title, ...(guidance ? [guidance] : [])].flatMap((it) => sentencesIn(it[language])),
        requires.map(({ because }) => because[language]),
        flags.map(({ because }) => because[language]),
      ].flatMap((said) =>
        said
          .filter((sentence, place) => said.indexOf(sentence) < place)
          .map((sentence) => `${protocol}@${version} ${id}: ${sentence}`),
      ),
    ),
  );
}

it('says nothing twice in one breath', () => expect(documents.flatMap(doubledIn)).toEqual([]));
