import type { CaseDeviation } from '@repere/protocol-engine';
import { cutDeviation, cutSafeguards } from '../../../cases/page/cut-deviations';
import { ORIGIN_WORDS } from '../../../protocols/exports/paper-words';
import { LEFT_OUT } from './cut-timeline';
import { DEVIATION_WORDS, DOSSIER_WORDS as W, JUDGEMENT_WORDS } from './dossier-words';
import { type Block, heading, lines, list, type Part, quiet, text } from './dossier-story';
import { duration, moment } from './show-moment';
import { groundOf } from './tell-runs';
import type { Language, ToldCase } from './told-case';

/** What departed from the protocols, each with its step, its ground and what was said about it. */
export function tellDeviations(told: ToldCase, language: Language): Part {
  const { file, cut } = told;
  const broken = cutSafeguards(file, cut.classes, cut.fields).flatMap(
    ({ brokenSafeguards = [] }) => brokenSafeguards,
  );
  const blocks = file.conformance.deviations.flatMap((it) => tellDeviation(told, it, language));
  return {
    title: W.deviations[language],
    blocks: [
      ...(broken.length > 0
        ? [list(broken.map(({ title }) => `${W.broken[language]} : ${title[language]}`))]
        : []),
      ...(blocks.length > 0
        ? [quiet(W.deviationsLead[language]), ...blocks]
        : [text(W.noDeviation[language])]),
    ],
  };
}

function tellDeviation(told: ToldCase, it: CaseDeviation, language: Language): readonly Block[] {
  const { file, leafOf, sources } = told;
  const step = file.findStep(it.runId, it.step);
  const leaf = it.entryId === null ? undefined : leafOf.get(it.entryId);
  const by = it.by === undefined ? null : `+ ${duration(it.by, language)}`;
  const basis = (it.kind === 'late' ? step?.due?.basis : undefined) ?? step?.basis ?? [];
  return [
    heading(`${DEVIATION_WORDS[it.kind][language]} : ${step?.title[language] ?? it.step}`),
    text(wordsOf(told, it)[language]),
    lines([
      [W.run[language], file.documentOf(it.runId).title[language]],
      [W.number[language], leaf === undefined ? null : String(leaf)],
      [W.since[language], moment(it.since, file.territory.zone, language)],
      [
        W.due[language],
        by && [by, it.origin && ORIGIN_WORDS[it.origin][language]].filter(Boolean).join(' · '),
      ],
      [W.ground[language], groundOf(basis, sources, language)],
      ...saidOf(told, it.key, language),
    ]),
  ];
}

/** Flags speak of facts: their words go with those. */
function wordsOf({ file, cut }: ToldCase, { kind, runId, step, entryId, text: words }: CaseDeviation) {
  if (kind !== 'flag' && kind !== 'rights-incident' && kind !== 'no-third-person') return words;
  const flag = {
    kind: kind === 'flag' ? kind : ('rights-incident' as const),
    runId,
    step,
    entryId,
    text: words,
  };
  return cutDeviation(file, flag, cut.classes, cut.fields).text;
}

function saidOf({ judgements, cut, file }: ToldCase, key: string, language: Language) {
  const leftOut = LEFT_OUT[language];
  return judgements
    .filter((it) => it.key === key)
    .map(({ kind, by, at, leaf, text: said }): readonly [string, string] => {
      const who = cut.hides('staff') ? leftOut : by;
      // Whatever was said may tell what is left out.
      const words = cut.hides('narrative') || cut.fields.size > 0 ? leftOut : said;
      return [
        JUDGEMENT_WORDS[kind][language],
        `${words} (${who}, ${moment(at, file.territory.zone, language)}, ${W.number[language].toLowerCase()} ${String(leaf)})`,
      ];
    });
}
