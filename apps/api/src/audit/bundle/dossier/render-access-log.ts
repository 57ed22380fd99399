import type { Words } from '@repere/cases';
import { LEFT_OUT } from './redact-timeline';
import { DOSSIER_WORDS as W } from './dossier-words';
import { type Part, quiet, table } from './dossier-document';
import { moment } from '../../../platform/answers/show-moment';
import type { Language, AccessLogLine } from './dossier-case';

/** Who opened the case or saw it in a list, counted by person; with it, whom each alias of the entries stands for. */
export function renderAccessLog(
  accessEvents: readonly AccessLogLine[],
  zone: string,
  hidesStaff: boolean,
  language: Language,
): Part {
  const columns = [W.who, W.alias, W.acts, W.seen, W.listed, W.refused, W.first, W.last].map(
    (words: Words) => words[language],
  );
  const rows = accessEvents.map(({ alias, name, isSystem, acts, seen, listed, refused, first, last }) => [
    isSystem ? W.itself[language] : hidesStaff ? LEFT_OUT[language] : (name ?? '?'),
    isSystem ? alias : alias.slice(0, 12),
    ...[acts, seen, listed, refused].map(String),
    moment(first, zone, language),
    moment(last, zone, language),
  ]);
  return { title: W.accessLog[language], blocks: [quiet(W.accessLogLead[language]), table(columns, rows)] };
}
