import type { Words } from '@repere/cases';
import { LEFT_OUT } from './redact-timeline';
import { DOSSIER_WORDS as W } from './dossier-words';
import { type Part, quiet, table } from './dossier-document';
import { moment } from '../../../platform/answers/show-moment';
import type { DossierCase, Language, AccessLogLine } from './dossier-case';

/** Who opened the case or saw it in a list, counted by person; with it, whom each alias of the entries stands for. */
export function renderAccessLog(
  accessEvents: readonly AccessLogLine[],
  zone: string,
  scope: DossierCase['scope'],
  language: Language,
): Part {
  const columns = [W.who, W.alias, W.acts, W.seen, W.listed, W.refused, W.first, W.last].map(
    (words: Words) => words[language],
  );
  const nameOf = (it: AccessLogLine): string =>
    scope.namesActor(it) ? (it.name ?? '?') : LEFT_OUT[language];
  const rows = accessEvents.map((it) => {
    const { alias, isSystem, acts, seen, listed, refused, first, last } = it;
    return [
      isSystem ? W.itself[language] : nameOf(it),
      isSystem ? alias : alias.slice(0, 12),
      ...[acts, seen, listed, refused].map(String),
      moment(first, zone, language),
      moment(last, zone, language),
    ];
  });
  return { title: W.accessLog[language], blocks: [quiet(W.accessLogLead[language]), table(columns, rows)] };
}
