import type { FactDefinition, ReasonList, SharedDocument } from '../../documents/document';
import type { Path } from '../../yaml/yaml-source';
import { text, type Text } from '@repere/feel';
import { findBlamingWords } from '../../wording/find-blaming-words';
import type { Check, CheckFinding } from '../checking';

/** No words of a protocol blame the child (G09, S11, S62): steps, facts, outcomes, safeguards, reasons of refusals. */
export const checkWording: Check = function* ({ document, shared }) {
  yield* checkWords(document.title, ['title'], shared);
  yield* checkWords(document.purpose, ['purpose'], shared);
  for (const [id, fact] of Object.entries(document.facts))
    yield* checkWordsOfFact(fact, ['facts', id], shared);
  yield* checkReasonWords(document.reasons ?? {}, shared);
  for (const [index, { who, why }] of (document.absence?.calls ?? []).entries()) {
    yield* checkWords(who, ['absence', 'calls', index, 'who'], shared);
    if (why) yield* checkWords(why, ['absence', 'calls', index, 'why'], shared);
  }
  for (const [index, { title, note }] of document.outcomes.entries()) {
    yield* checkWords(title, ['outcomes', index, 'title'], shared);
    if (note) yield* checkWords(note, ['outcomes', index, 'note'], shared);
  }
  for (const [index, { title }] of document.safeguards.entries())
    if (title) yield* checkWords(title, ['safeguards', index, 'title'], shared);
  for (const [index, step] of document.steps.entries()) {
    yield* checkWords(step.title, ['steps', index, 'title'], shared);
    if (step.guidance) yield* checkWords(step.guidance, ['steps', index, 'guidance'], shared);
    if (step.tooLate) yield* checkWords(step.tooLate, ['steps', index, 'tooLate'], shared);
    for (const [line, { because }] of step.requires.entries()) {
      yield* checkWords(because, ['steps', index, 'requires', line, 'because'], shared);
    }
    for (const [line, { because }] of step.flags.entries()) {
      yield* checkWords(because, ['steps', index, 'flags', line, 'because'], shared);
    }
  }
};

/** Title, hint, and the words of codes, items and fields; a code speaks too. */
export function* checkWordsOfFact(
  fact: FactDefinition,
  at: Path,
  shared: SharedDocument,
): Iterable<CheckFinding> {
  yield* checkWords(fact.title, [...at, 'title'], shared);
  if (fact.hint) yield* checkWords(fact.hint, [...at, 'hint'], shared);
  for (const { code, label } of fact.values ?? []) {
    yield* checkWords(label, [...at, 'values', code], shared);
    yield* checkWords({ fr: code, en: code }, [...at, 'values', code], shared);
  }
  for (const { id, label, hint } of fact.items ?? []) {
    yield* checkWords(label, [...at, 'items', id], shared);
    if (hint) yield* checkWords(hint, [...at, 'items', id], shared);
  }
  for (const [line, { text: part }] of (fact.says ?? []).entries())
    yield* checkWords(part, [...at, 'says', line, 'text'], shared);
  for (const [field, definition] of Object.entries(fact.row ?? {}))
    yield* checkWordsOfFact(definition, [...at, 'row', field], shared);
}

/** Reasons come from closed lists, and neither code nor words may blame the child (G09). */
export function* checkReasonWords(
  lists: Readonly<Record<string, ReasonList>>,
  shared: SharedDocument,
): Iterable<CheckFinding> {
  for (const [list, reasons] of Object.entries(lists)) {
    for (const [code, words] of Object.entries(reasons)) {
      const at = ['reasons', list, code];
      const found = [...checkWords(words, at, shared)];
      yield* found;
      if (found.length === 0) yield* checkWords({ fr: code, en: code }, at, shared);
    }
  }
}

export function* checkWords(
  words: Text,
  at: Path,
  { refusedWords }: Pick<SharedDocument, 'refusedWords'>,
): Iterable<CheckFinding> {
  for (const language of ['fr', 'en'] as const) {
    const [found] = findBlamingWords(words[language], refusedWords[language]);
    if (!found) continue;
    const { word, better } = found;
    yield {
      code: 'refused-word',
      at,
      message: text(
        `« ${word} » ne se dit pas d’un enfant ici (G09).`,
        `« ${word} » isn’t said of a child here (G09).`,
      ),
      remedy:
        language === 'fr'
          ? text(`Dites ce qui a été vu ou dit : « ${better} ».`, `Say what was seen or said: “${better}”.`)
          : text(
              `Dites ce qui a été vu ou dit ; corrigez l’anglais : “${better}”.`,
              `Say what was seen or said; correct the English: “${better}”.`,
            ),
    };
  }
}
