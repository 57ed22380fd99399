import { CLASS_WORDS, DOSSIER_WORDS as W, PROOF_WORDS } from './dossier-words';
import { type Block, type DossierStory, heading, lines, list, text } from './dossier-story';
import { plainStory } from './plain-story';
import { moment } from './show-moment';
import { referenceOf, tellCase } from './tell-case';
import type { Language, ToldBundle } from './told-case';

/** Where a bundle holds cases of several zones, its own moments are told on the clock of the capital. */
const ZONE = 'Europe/Paris';

/** What the dossier of a bundle says in this language. The same bundle gives the same story. */
export function tellDossier(bundle: ToldBundle, language: Language): DossierStory {
  const { cases, now } = bundle;
  const references = cases.map((it) => (it.kind === 'erased' ? it.reference : referenceOf(it)));
  const about = bundle.mission ?? references.join(', ');
  const day = new Date(now).toISOString().slice(0, 10).split('-').map(Number);
  const [first] = cases;
  const zone = cases.length === 1 && first?.kind === 'kept' ? first.file.territory.zone : ZONE;
  return plainStory({
    language,
    title: `${W.title[language]} · ${about}`,
    reference: about,
    fiction: bundle.isFiction ? W.fiction[language] : null,
    date: [day[0] ?? 1970, day[1] ?? 1, day[2] ?? 1],
    words: { contents: W.contents[language], page: W.page[language] },
    head: [
      lines([
        [W.mission[language], bundle.mission],
        [W.cases[language], cases.length > 1 ? references.join(', ') : null],
        [W.made[language], moment(now, zone, language)],
        [W.by[language], bundle.madeBy],
        [W.reason[language], bundle.reason],
        [W.fileNumber[language], cases.map(({ alias }) => alias).join(', ')],
      ]),
      ...(bundle.cut.isWhole ? [text(W.leftNothing[language])] : []),
    ],
    parts: [
      ...(bundle.cut.isWhole ? [] : [{ title: W.left[language], blocks: tellLeft(bundle, language) }]),
      ...cases.flatMap((it) => tellCase(it, language, cases.length > 1)),
      { title: W.proof[language], blocks: tellProof(bundle.kind, language) },
    ],
  });
}

function tellLeft(bundle: ToldBundle, language: Language): readonly Block[] {
  const { cut } = bundle;
  const classes = [...cut.classes].map((it) => CLASS_WORDS[it]?.[language] ?? it);
  return [text(W.leftWhy[language]), list([...classes, ...namedFields(bundle, language)])];
}

/** Titles of the facts that are left out by name. */
function namedFields({ cut, cases }: ToldBundle, language: Language): readonly string[] {
  return [...cut.fields].map((id) => {
    for (const it of cases)
      if (it.kind === 'kept')
        for (const runId of [null, ...it.file.view.runs.map((run) => run.runId)]) {
          const fact = it.file.findFact(runId, id);
          if (fact) return fact.title[language];
        }
    return id;
  });
}

function tellProof(kind: ToldBundle['kind'], language: Language): readonly Block[] {
  const say = (texts: readonly { readonly fr: string; readonly en: string }[]) =>
    list(texts.map((it) => it[language]));
  return [
    heading(PROOF_WORDS.provesTitle[language]),
    say([...PROOF_WORDS.proves, PROOF_WORDS.whole[kind]]),
    heading(PROOF_WORDS.cannotTitle[language]),
    say(PROOF_WORDS.cannot),
    heading(PROOF_WORDS.howTitle[language]),
    say(PROOF_WORDS.how),
  ];
}
