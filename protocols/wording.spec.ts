import { loadLibrary, type ProtocolDocument, type Text } from '@repere/protocol-engine';
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

/** What a girl reads as a boy, where *he* is the child; what *il* is somebody else's is in the words that follow it. */
const HE = [
  /\b(?:avec|pour|sans|chez|contre|vers|à|de) lui\b(?! demande)/i,
  /\blui-même\b/i,
  /(?:^|[.:;,«] ?|\b(?:où|quand|qui|ce qu['’]|qu['’]|s['’]|si ))il (?:ne |n['’]|le |la |l['’]|y |en |se |s['’])?(?:veut|peut|dort|sait|reste|part|dit|connaît|choisit|comprend|aime|craint|hésite|grandit|vivrait|continue à|revient|appelle|accepte|aura des nouvelles|a mangé|a peur|a droit|a dit|est (?:là|seul|parti|revenu|peut-être victime|présumé|exploité|disparu|retenu|retourné|en sécurité|en danger|reposé))\b/i,
];
it.each(HE)('no words speak of every child as a boy: %s', (he) => {
  const found = ALL.filter(([, { fr }]) => he.test(fr));
  expect(found.map(([at, { fr }]) => `${at}: ${he.exec(fr)?.[0] ?? ''} – ${fr}`)).toEqual([]);
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
