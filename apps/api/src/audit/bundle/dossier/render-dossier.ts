import type { Text } from '@repere/feel';
import { FIELD_CLASS_CONTENTS } from '@repere/access';
import { DOSSIER_WORDS as W, PROOF_WORDS } from './dossier-words';
import { type Block, type DossierDocument, heading, lines, list, text } from './dossier-document';
import { plainDocument } from './plain-document';
import { moment } from '../../../platform/answers/show-moment';
import { referenceOf, renderCase } from './render-case';
import type { Language, DossierBundle } from './dossier-case';

/** Where a bundle holds cases of several zones, its own moments are told on the clock of the capital. */
const ZONE = 'Europe/Paris';

/** What the dossier of a bundle says in this language. The same bundle gives the same document. */
export function renderDossier(bundle: DossierBundle, language: Language): DossierDocument {
  const { cases, now } = bundle;
  const references = cases.map((it) => (it.kind === 'erased' ? it.reference : referenceOf(it)));
  const about = bundle.mission ?? references.join(', ');
  const day = new Date(now).toISOString().slice(0, 10).split('-').map(Number);
  const [first] = cases;
  const zone = cases.length === 1 && first?.kind === 'kept' ? first.file.territory.zone : ZONE;
  return plainDocument({
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
      ...(bundle.scope.isWhole ? [text(W.leftNothing[language])] : []),
    ],
    parts: [
      ...(bundle.scope.isWhole ? [] : [{ title: W.left[language], blocks: renderLeftOut(bundle, language) }]),
      ...cases.flatMap((it) => renderCase(it, language, cases.length > 1)),
      { title: W.proof[language], blocks: renderProof(bundle.kind, language) },
    ],
  });
}

function renderLeftOut(bundle: DossierBundle, language: Language): readonly Block[] {
  const { scope } = bundle;
  const classes = [...scope.classes].map((it) => FIELD_CLASS_CONTENTS[it][language]);
  return [text(W.leftWhy[language]), list([...classes, ...namedFields(bundle, language)])];
}

/** Titles of the facts that are left out by name. */
function namedFields({ scope, cases }: DossierBundle, language: Language): readonly string[] {
  return [...scope.fields].map((id) => {
    for (const it of cases)
      if (it.kind === 'kept')
        for (const runId of [null, ...it.file.view.runs.map((run) => run.runId)]) {
          const fact = it.file.findFact(runId, id);
          if (fact) return fact.title[language];
        }
    return id;
  });
}

function renderProof(kind: DossierBundle['kind'], language: Language): readonly Block[] {
  const say = (texts: readonly Text[]) => list(texts.map((it) => it[language]));
  return [
    heading(PROOF_WORDS.provesTitle[language]),
    say([...PROOF_WORDS.proves, PROOF_WORDS.whole[kind]]),
    heading(PROOF_WORDS.cannotTitle[language]),
    say(PROOF_WORDS.cannot),
    heading(PROOF_WORDS.howTitle[language]),
    say(PROOF_WORDS.how),
  ];
}
