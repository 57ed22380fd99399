import type { Text } from '@repere/feel';
import { type RunView, stateWords, type StepView } from '@repere/case-engine';
import { ROLE_WORDS, type Sources } from '@repere/protocol';
import { DOSSIER_WORDS as W } from './dossier-words';
import { type Block, heading, lines, list, type Part, quiet, text } from './dossier-document';
import { moment, occurrence } from '../../../platform/answers/show-moment';
import { type Language, numberOf, type DossierCase } from './dossier-case';
import { ORIGIN_WORDS } from '@repere/protocol';
import type { TimelineEntryDto } from '../../../cases/page/case-file.dto';

/** Each protocol that was started: its steps with who, when and on what ground; then what belongs to no step. */
export function renderRuns(
  dossierCase: DossierCase,
  timeline: readonly TimelineEntryDto[],
  language: Language,
): readonly Part[] {
  const runs = dossierCase.file.view.runs.map((run) => renderRun(dossierCase, run, timeline, language));
  const outside = timeline.filter(({ step, kind }) => step === null && kind !== 'run-opened');
  if (outside.length === 0) return runs;
  const blocks = outside.flatMap((entry) => renderEntry(dossierCase, entry, true, language));
  return [...runs, { title: W.outside[language], blocks }];
}

function renderRun(
  dossierCase: DossierCase,
  run: RunView,
  timeline: readonly TimelineEntryDto[],
  language: Language,
): Part {
  const { file } = dossierCase;
  const { hash } = file.versionOf(run.runId);
  const done = run.steps.map((step) => ({
    step,
    entries: timeline.filter((it) => it.runId === run.runId && it.step === step.id),
  }));
  const without = done.filter(({ entries }) => entries.length === 0);
  return {
    title: `${W.run[language]} : ${run.title[language]}`,
    blocks: [
      lines([
        [W.version[language], run.version],
        [W.hash[language], hash],
        [W.started[language], moment(run.openedAt, file.territory.zone, language)],
        [
          W.outcome[language],
          run.outcome &&
            [run.outcome.title[language], run.outcome.note?.[language]].filter(Boolean).join(' – '),
        ],
      ]),
      ...done.flatMap(({ step, entries }) =>
        entries.length === 0 ? [] : renderStep(dossierCase, run.runId, step, entries, language),
      ),
      ...(without.length > 0
        ? [
            heading(W.notYet[language]),
            list(
              without.map(
                ({ step }) =>
                  `${step.code} ${step.title[language]} : ${stateOf(dossierCase, step, language)}`,
              ),
            ),
          ]
        : []),
    ],
  };
}

function renderStep(
  dossierCase: DossierCase,
  runId: string,
  step: StepView,
  entries: readonly TimelineEntryDto[],
  language: Language,
): readonly Block[] {
  const basis = dossierCase.file.findStep(runId, step.id)?.basis ?? [];
  return [
    heading(`${step.code} ${step.title[language]}`),
    quiet(`${W.state[language]} : ${stateOf(dossierCase, step, language)}`),
    ...(basis.length > 0
      ? [quiet(`${W.ground[language]} : ${groundOf(basis, dossierCase.sources, language)}`)]
      : []),
    ...entries.flatMap((entry) => renderEntry(dossierCase, entry, entry.kind !== 'step-completed', language)),
  ];
}

/** The state, and the deadline with where it comes from. */
function stateOf(
  { file }: DossierCase,
  { state, deadline, suspendedBy }: StepView,
  language: Language,
): string {
  const words = stateWords(state, suspendedBy !== undefined)[language];
  if (!deadline || deadline.dueAt === null || state === 'not-applicable') return words;
  const { zone } = file.territory;
  const due = `${W.due[language]} ${moment(deadline.dueAt, zone, language)} (${ORIGIN_WORDS[deadline.origin][language]})`;
  const met =
    deadline.metAt === null
      ? ''
      : `, ${W.met[language].toLowerCase()} ${moment(deadline.metAt, zone, language)}`;
  return `${words} · ${due}${met}`;
}

/** Codes with the titles of what they stand for. */
export const groundOf = (codes: readonly string[], sources: Sources, language: Language): string =>
  codes.map((code) => (sources[code] ? `${code} (${sources[code].title[language]})` : code)).join(' ; ');

function renderEntry(
  { file, leafOf }: DossierCase,
  it: TimelineEntryDto,
  titled: boolean,
  language: Language,
): readonly Block[] {
  const { zone } = file.territory;
  const entry = file.journal.find(({ id }) => id === it.entryId);
  const view =
    it.childView &&
    ('said' in it.childView ? it.childView.said : W.noChildView[language] + it.childView.whyNot);
  return [
    ...(titled ? [text(it.title[language])] : []),
    lines([
      [W.number[language], numberOf(leafOf, it.entryId)],
      [W.happened[language], entry && occurrence(entry.occurredAt, zone, language)],
      [
        W.entered[language],
        `${moment(it.recordedAt, zone, language)}, ${it.system ? W.itself[language] : it.by}`,
      ],
      [W.with[language], it.participants.map((who) => participant(who, language)).join(' ; ')],
      ...it.values.map(({ title, shown }) => [title[language], shown[language]] as const),
      [W.reasons[language], it.reasons.map((reason) => reason[language]).join(' ; ')],
      [W.bestInterests[language], it.bestInterests],
      [W.childView[language], view],
      [
        W.evidence[language],
        it.evidence
          ?.map(({ title, reference, place }) =>
            [title[language], reference, place].filter(Boolean).join(' · '),
          )
          .join(' ; '),
      ],
      [W.note[language], it.note],
      [
        W.second[language],
        it.approvedBy &&
          it.approvedAt &&
          `${W.approved[language]}, ${it.approvedBy}, ${moment(it.approvedAt, zone, language)}`,
      ],
      [W.amended[language], it.amendedBy],
    ]),
  ];
}

function participant({ role, name }: TimelineEntryDto['participants'][number], language: Language): string {
  const words: Readonly<Record<string, Text>> = ROLE_WORDS;
  return [words[role]?.[language] ?? role, name].filter(Boolean).join(' ');
}
