import {
  CHECK_ANSWER_WORDS,
  CHECK_ANSWERS,
  FINDING_OUTCOME_WORDS,
  FINDING_SEVERITY_WORDS,
  MISSION_STATE_WORDS,
  RISK_KINDS,
  RISK_WEIGHTS,
  RISK_WORDS,
} from '@repere/audit';
import type { Words } from '@repere/cases';
import { formatDate, isoDay, localDay } from '@repere/feel';
import {
  type Block,
  type DossierDocument,
  heading,
  lines,
  list,
  quiet,
  table,
  text,
} from '../../bundle/dossier/dossier-document';
import { plainDocument } from '../../bundle/dossier/plain-document';
import { moment } from '../../../platform/answers/show-moment';
import { METHOD_WORDS, REPORT_WORDS as W, SEED_WORDS } from './report-words';
import type { FindingDto, MissionCaseDto, MissionDto } from '../mission.dto';

type Language = keyof Words;

/** What surrounds a report. `now`: the space's clock, epoch milliseconds. */
export interface ReportSetting {
  readonly language: Language;
  readonly zone: string;
  readonly isFiction: boolean;
  readonly now: number;
  readonly madeBy: string;
}

/** What the report of a mission says, as its reader may see it. The same mission at the same moment gives the same document. */
export function renderMission(mission: MissionDto, setting: ReportSetting): DossierDocument {
  const { language, zone, isFiction, now } = setting;
  const [year = 1970, month = 1, day = 1] = isoDay(localDay(now, zone)).split('-').map(Number);
  return plainDocument({
    language,
    title: `${W.title[language]} ${mission.reference} · ${mission.title}`,
    reference: mission.reference,
    fiction: isFiction ? W.fiction[language] : null,
    date: [year, month, day],
    words: { contents: W.contents[language], page: W.page[language] },
    head: [head(mission, setting), quiet(W.unproven[language])],
    parts: [
      { title: W.sampling[language], blocks: renderSampling(mission, language) },
      { title: W.results[language], blocks: renderResults(mission, language) },
      { title: W.findings[language], blocks: renderFindings(mission.findings, setting) },
      {
        title: W.cases[language],
        blocks: mission.cases.flatMap((it) => renderExamined(it, mission, setting)),
      },
      ...(mission.sampling ? [{ title: W.frame[language], blocks: [list(mission.sampling.frame)] }] : []),
    ],
  });
}

function head(mission: MissionDto, { language, zone, now, madeBy }: ReportSetting): Block {
  const { plan } = mission;
  const by = (at: string | null, who: string | undefined): string | null =>
    at && `${moment(at, zone, language)}, ${W.by[language]} ${who ?? ''}`;
  const protocols = plan.protocols.map((name) => mission.protocolTitles[name]?.[language] ?? name);
  return lines([
    [W.question[language], plan.question],
    [W.state[language], MISSION_STATE_WORDS[mission.state][language]],
    [W.teams[language], mission.teams.map(({ name }) => name).join(', ')],
    [W.period[language], `${formatDate(plan.from, language)} – ${formatDate(plan.to, language)}`],
    [W.protocols[language], protocols.join(', ') || W.allProtocols[language]],
    [W.auditors[language], mission.auditors.map(({ name }) => name).join(', ')],
    [W.opened[language], by(mission.openedAt, mission.openedBy?.name)],
    [W.closed[language], by(mission.closedAt, mission.closedBy?.name)],
    [W.made[language], `${moment(now, zone, language)}, ${W.by[language]} ${madeBy}`],
  ]);
}

function renderSampling(
  { plan, sampling, cases, hiddenCases }: MissionDto,
  language: Language,
): readonly Block[] {
  if (!sampling) return [text(METHOD_WORDS[plan.method][language])];
  const { seed, seedGiven, frame, frameHash } = sampling;
  return [
    text(METHOD_WORDS[sampling.method][language]),
    lines([
      [W.frameSize[language], String(frame.length)],
      [W.drawn[language], String(cases.length + hiddenCases)],
      [W.hidden[language], hiddenCases > 0 ? String(hiddenCases) : null],
      [W.frameHash[language], frameHash],
      [W.seed[language], seed && `${seed} (${SEED_WORDS[seedGiven ? 'given' : 'drawn'][language]})`],
    ]),
    ...(seed === null ? [] : [quiet(W.recompute[language])]),
    ...(sampling.method === 'risk' ? renderWeights(language) : []),
  ];
}

/** The formula of risk-based sampling, as it is computed. */
const renderWeights = (language: Language): readonly Block[] => [
  text(W.weights[language]),
  table(
    [W.reason[language], W.each[language], W.most[language], W.beyond[language]],
    RISK_KINDS.map((kind) => {
      const { points, most, beyond } = RISK_WEIGHTS[kind];
      return [RISK_WORDS[kind][language], String(points), String(most), String(beyond)];
    }),
  ),
];

/** How often each answer was given to each question, of the cases that were examined. */
function renderResults({ plan, cases }: MissionDto, language: Language): readonly Block[] {
  const examined = cases.filter(({ examination }) => examination.done);
  const rows = plan.checklist.map((question, place) => {
    const given = examined.map(
      ({ examination }) => examination.answers.find((it) => it.question === place)?.answer ?? null,
    );
    return [
      question,
      ...[...CHECK_ANSWERS, null].map((answer) => String(given.filter((it) => it === answer).length)),
    ];
  });
  return [
    text(`${W.examined[language]} : ${String(examined.length)} / ${String(cases.length)}`),
    table(
      [
        W.questionColumn[language],
        ...CHECK_ANSWERS.map((answer) => CHECK_ANSWER_WORDS[answer][language]),
        W.unanswered[language],
      ],
      rows,
    ),
  ];
}

function renderFindings(findings: readonly FindingDto[], setting: ReportSetting): readonly Block[] {
  const { language, zone } = setting;
  if (findings.length === 0) return [text(W.noFinding[language])];
  return findings.flatMap((it) => [
    heading(it.reference),
    lines([
      [W.caseFile[language], it.caseFile?.reference],
      [W.severity[language], FINDING_SEVERITY_WORDS[it.severity][language]],
      [W.expected[language], it.expected],
      [W.happened[language], it.happened],
      [W.gap[language], it.days === null ? null : formatDays(it.days, language)],
      [W.evidence[language], it.evidence],
      [W.written[language], `${moment(it.raisedAt, zone, language)}, ${W.by[language]} ${it.author.name}`],
      [W.owner[language], it.owner.name],
      [W.due[language], formatDate(it.dueOn, language)],
      [
        W.answer[language],
        it.answer
          ? `${it.answer.text}\n(${moment(it.answer.at, zone, language)}, ${it.answer.by.name})`
          : W.noAnswer[language],
      ],
      [
        W.closing[language],
        it.closing
          ? `${FINDING_OUTCOME_WORDS[it.closing.outcome][language]} : ${it.closing.note}\n(${moment(it.closing.at, zone, language)}, ${it.closing.by.name})`
          : W.stillOpen[language],
      ],
    ]),
  ]);
}

function renderExamined(
  it: MissionCaseDto,
  { plan }: MissionDto,
  { language, zone }: ReportSetting,
): readonly Block[] {
  const { examination, examinedAt, examinedBy } = it;
  const reasons = it.reasons.map(
    ({ kind, count, points }) => `${RISK_WORDS[kind][language]} : ${String(count)} (${String(points)})`,
  );
  return [
    heading(it.reference),
    lines([
      [W.alias[language], it.alias],
      [W.points[language], it.score === null ? null : [String(it.score), ...reasons].join(' · ')],
      [
        W.examinedBy[language],
        examinedAt && `${moment(examinedAt, zone, language)}, ${W.by[language]} ${examinedBy?.name ?? ''}`,
      ],
    ]),
    ...(examination.answers.length === 0
      ? [text(W.notExamined[language])]
      : [
          lines(
            plan.checklist.map((question, place) => {
              const found = examination.answers.find(({ question: at }) => at === place);
              const said = found?.answer
                ? CHECK_ANSWER_WORDS[found.answer][language]
                : W.unanswered[language];
              return [question, found?.note ? `${said}\n${found.note}` : said];
            }),
          ),
        ]),
  ];
}

const formatDays = (days: number, language: Language): string =>
  ({ fr: `${String(days)} jour${days > 1 ? 's' : ''}`, en: `${String(days)} day${days === 1 ? '' : 's'}` })[
    language
  ];
