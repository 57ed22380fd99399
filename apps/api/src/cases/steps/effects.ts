import type { Words } from '@repere/cases';
import type { FieldClass } from '@repere/protocol';
import { heldBack, type JournalEntry, type StepView } from '@repere/case-engine';
import type { AboutStep } from '../acts/case-command-handler';
import type { LoadedCase } from '../reading/loaded-case';
import { redactExplanation } from '../page/redaction/redact-explanation';
import { madePossible } from '../page/made-possible';
import { redactDeviation } from '../page/redaction/redact-deviations';
import { showInstant } from '../../platform/answers/show-moment';
import { joined } from '../words/show-value';

const MOST_NAMED = 5;

/** What these entries would change, in sentences: what opens, who must agree, what becomes possible. */
export function effectsOf(
  before: LoadedCase,
  after: LoadedCase,
  entries: readonly JournalEntry[],
  about: AboutStep,
  /** Classes of fields that the reader may not see. */
  redacted: ReadonlySet<FieldClass> = new Set(),
): readonly Words[] {
  const effects: Words[] = [];
  const opened = entries.flatMap((entry) =>
    entry.kind === 'run-opened' ? [after.documentOf(entry.runId).title] : [],
  );
  if (opened.length > 0) effects.push(listing('Ouvrira', 'Will open', opened));
  const step = stepOf(after, about);
  if (step) effects.push(...approvalEffects(after, step));
  const possible = madePossible(before, after, about).map(({ title }) => title);
  if (possible.length > 0) effects.push(listing('Rendra possible', 'Will make possible', possible));
  const confirmed = new Set(stepsIn(before, 'to-confirm'));
  const toConfirm = stepsIn(after, 'to-confirm').filter((key) => !confirmed.has(key));
  if (toConfirm.length > 0)
    effects.push(listing('À confirmer ensuite', 'To confirm afterwards', titlesOf(after, toConfirm)));
  const flagged = after.view.deviations.filter(
    (it) =>
      entries.some(({ id }) => id === it.entryId) && (it.kind === 'flag' || it.kind === 'rights-incident'),
  );
  return [
    ...effects,
    ...notLedTo(after, entries, about, redacted),
    ...flagged
      .map((it) => redactDeviation(after, it, redacted))
      .map(({ text }) => ({ fr: `Sera signalé : ${text.fr}`, en: `Will be flagged: ${text.en}` })),
  ];
}

/** What the answer would open but for another fact, with that fact: accepted, it would otherwise be void without a word. */
function notLedTo(
  after: LoadedCase,
  entries: readonly JournalEntry[],
  { runId, step }: AboutStep,
  redacted: ReadonlySet<FieldClass>,
): readonly Words[] {
  const answered = entries.flatMap((entry) =>
    entry.kind === 'step-completed' ? Object.keys(entry.values) : [],
  );
  return heldBack(after.state, runId, step, answered).map(({ title, explanation }) => {
    const { because } = redactExplanation(after, explanation, runId, redacted);
    const facts = joined(because.map(({ text }) => text));
    return {
      fr: `N’ouvrira pas « ${title.fr} », à cause de : ${facts.fr}.`,
      en: `Will not open “${title.en}”, because of: ${facts.en}.`,
    };
  });
}

function approvalEffects(
  { territory }: LoadedCase,
  { state, toApprove, approvalDeadline }: StepView,
): readonly Words[] {
  if (state === 'awaiting-approval')
    return [
      {
        fr: 'Attendra la validation d’une seconde personne ; ce qui valait avant vaut encore.',
        en: 'Will wait for a second person’s approval; what held before still holds.',
      },
    ];
  if (state !== 'done-to-approve') return [];
  const dueAt = approvalDeadline?.dueAt;
  const until = typeof dueAt === 'number' ? showInstant(dueAt, territory.zone) : null;
  if (toApprove === null)
    return [
      {
        fr: `Restera à compléter${until ? ` avant le ${until.fr}` : ''}.`,
        en: `Will still be to complete${until ? ` before ${until.en}` : ''}.`,
      },
    ];
  return [
    {
      fr: `Prend effet tout de suite ; à valider${until ? ` avant le ${until.fr}` : ''}.`,
      en: `Takes effect at once; to be approved${until ? ` before ${until.en}` : ''}.`,
    },
  ];
}

function listing(fr: string, en: string, titles: readonly Words[]): Words {
  const named = joined(titles.slice(0, MOST_NAMED));
  const others = titles.length - MOST_NAMED;
  return {
    fr: `${fr} : ${named.fr}${others > 0 ? ` et ${String(others)} autres` : ''}.`,
    en: `${en}: ${named.en}${others > 0 ? ` and ${String(others)} more` : ''}.`,
  };
}

const stepOf = ({ view }: LoadedCase, { runId, step }: AboutStep): StepView | undefined =>
  view.runs.find((run) => run.runId === runId)?.steps.find(({ id }) => id === step);

const stepsIn = ({ view }: LoadedCase, state: StepView['state']): readonly string[] =>
  view.runs.flatMap((run) =>
    run.steps.filter((it) => it.state === state).map(({ id }) => `${run.runId}/${id}`),
  );

const titlesOf = (file: LoadedCase, keys: readonly string[]): readonly Words[] =>
  keys.flatMap((key) => {
    const [runId = '', step = ''] = key.split('/');
    return file.findStep(runId, step)?.title ?? [];
  });
