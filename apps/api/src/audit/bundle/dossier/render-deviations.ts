import { type CaseDeviation, DEVIATION_KIND_WORDS } from '@repere/case-engine';
import { opensJudgements } from '../../../cases/disclosure/opens-words';
import { redactDeviation, redactSafeguards } from '../../../cases/page/redaction/redact-deviations';
import { ORIGIN_WORDS } from '@repere/protocol';
import { LEFT_OUT } from './redact-timeline';
import { JUDGEMENT_WORDS } from '@repere/audit';
import { DOSSIER_WORDS as W } from './dossier-words';
import { type Block, heading, lines, list, type Part, quiet, text } from './dossier-document';
import { moment } from '../../../platform/answers/show-moment';
import { duration } from './show-duration';
import { groundOf } from './render-runs';
import type { Language, DossierCase } from './dossier-case';

/** What departed from the protocols, each with its step, its ground and what was said about it. */
export function renderDeviations(dossierCase: DossierCase, language: Language): Part {
  const { file, scope } = dossierCase;
  const broken = redactSafeguards(file, scope.classes, scope.fields).flatMap(
    ({ brokenSafeguards = [] }) => brokenSafeguards,
  );
  const blocks = file.conformance.deviations.flatMap((it) => renderDeviation(dossierCase, it, language));
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

function renderDeviation(dossierCase: DossierCase, it: CaseDeviation, language: Language): readonly Block[] {
  const { file, scope, leafOf, sources } = dossierCase;
  const step = file.findStep(it.runId, it.step);
  const leaf = it.entryId === null ? undefined : leafOf.get(it.entryId);
  const by = it.by === undefined ? null : `+ ${duration(it.by, language)}`;
  const basis = (it.kind === 'late' ? step?.due?.basis : undefined) ?? step?.basis ?? [];
  return [
    heading(`${DEVIATION_KIND_WORDS[it.kind][language]} : ${step?.title[language] ?? it.step}`),
    text(
      // Why the order was left is somebody's own text.
      it.kind === 'out-of-order' && scope.closesTexts
        ? LEFT_OUT[language]
        : redactDeviation(file, it, scope.classes, scope.fields).text[language],
    ),
    lines([
      [W.run[language], file.documentOf(it.runId).title[language]],
      [W.number[language], leaf === undefined ? null : String(leaf)],
      [W.since[language], moment(it.since, file.territory.zone, language)],
      [
        W.due[language],
        by && [by, it.origin && ORIGIN_WORDS[it.origin][language]].filter(Boolean).join(' · '),
      ],
      [W.ground[language], groundOf(basis, sources, language)],
      ...saidOf(dossierCase, it, language),
    ]),
  ];
}

function saidOf({ judgements, scope, file }: DossierCase, it: CaseDeviation, language: Language) {
  const leftOut = LEFT_OUT[language];
  const opens = !scope.closesTexts && opensJudgements(file, it, scope.classes, scope.fields);
  return judgements
    .filter(({ key }) => it.key === key)
    .map(({ kind, by, at, leaf, text: said }): readonly [string, string] => {
      const who = scope.hides('staff') ? leftOut : by;
      const words = opens ? said : leftOut;
      return [
        JUDGEMENT_WORDS[kind][language],
        `${words} (${who}, ${moment(at, file.territory.zone, language)}, ${W.number[language].toLowerCase()} ${String(leaf)})`,
      ];
    });
}
