import type { StepPage } from '@repere/contract';
import { roleWords } from '@repere/protocol';
import { readTypedDate, formatEdtf } from '@repere/ui/date';
import { formatValue } from '../fields/format-value';
import { isAsked, occurredAt, toStepInput, type Relevance } from '../step-input';
import { fieldIdOf } from '../step-mistakes';
import { isOfRow, type TypedStep } from '../typed-step';
import type { Speaker } from '../fields/field-kinds';

/** One line of the summary before sending: what is said, and where it is changed. */
export interface EntryLine {
  readonly fieldId: string;
  readonly title: string;
  readonly shown: string;
}

/** Everything that would be sent, in words; what was left empty is said too. */
export function entryLines(
  page: StepPage,
  typed: TypedStep,
  relevance: Relevance,
  language: Speaker,
): readonly EntryLine[] {
  const { t } = language;
  const input = toStepInput(page, typed, relevance);
  const line = (fieldId: string, title: string, shown: string | undefined): readonly EntryLine[] =>
    shown ? [{ fieldId, title, shown }] : [];
  const fields = page.fields
    .filter((field) => isAsked(field, relevance, page, typed))
    .flatMap((field) => {
      const sent = isOfRow(field) ? input.row?.values : input.values;
      const value = sent?.[field.id.split('.').at(-1) ?? ''];
      return value === undefined
        ? []
        : line(fieldIdOf(field.id), language.localize(field.title), formatValue(field, value, language));
    });
  return [
    ...rowLine(page, typed, language),
    ...fields,
    ...line('closes', t('step.row.closes'), input.closes ? t('ui.answer.yes') : undefined),
    ...line('reasons', t('step.reasons.label'), saidReasons(page, input.reasons ?? [], language)),
    ...line('best-interests', t('step.best-interests.label'), input.bestInterests),
    ...line('child-view', t('step.child-view.label'), saidView(input.childView, language)),
    ...page.asks.evidence.flatMap(({ code, label }) => {
      const piece = input.evidence?.[code];
      return line(
        `evidence-${code}`,
        language.localize(label),
        piece && [piece.reference, piece.place].filter(Boolean).join(' · '),
      );
    }),
    ...happenedLines(typed, language),
    ...line('note', t('step.note.label'), input.note),
    ...line('out-of-order', t('step.out-of-order.label'), input.outOfOrder),
  ];
}

/** Fields that are asked and stay without an answer. */
export function unanswered(
  page: StepPage,
  typed: TypedStep,
  relevance: Relevance,
  language: Speaker,
): readonly string[] {
  const input = toStepInput(page, typed, relevance);
  return page.fields
    .filter((field) => isAsked(field, relevance, page, typed) && field.current === undefined)
    .filter((field) => {
      const sent = isOfRow(field) ? input.row?.values : input.values;
      return sent?.[field.id.split('.').at(-1) ?? ''] === undefined;
    })
    .map((field) => language.localize(field.title));
}

function rowLine(page: StepPage, typed: TypedStep, { t, localize }: Speaker): readonly EntryLine[] {
  const row = page.asks.about ? page.asks.rows.find(({ id }) => id === typed.rowId) : undefined;
  return row ? [{ fieldId: 'row', title: t('step.row.which'), shown: localize(row.summary) }] : [];
}

function saidReasons(page: StepPage, codes: readonly string[], { localize }: Speaker): string {
  const labels = Object.values(page.asks.reasons).flat();
  return codes
    .map((code) => {
      const label = labels.find((it) => it.code === code)?.label;
      return label ? localize(label) : code;
    })
    .join('\n');
}

function saidView(
  view: { readonly said: string } | { readonly whyNot: string } | undefined,
  { t }: Speaker,
): string | undefined {
  if (!view) return undefined;
  return 'said' in view
    ? t('case.entry.said', { words: view.said })
    : t('case.entry.why-not', { why: view.whyNot });
}

/** Now and by oneself, as nearly always: one line. */
function happenedLines(typed: TypedStep, language: Speaker): readonly EntryLine[] {
  const { t } = language;
  const [title, shown] = [t('step.when.label'), saidWhen(typed, language)];
  if (shown === t('step.when.now') && typed.who.length === 0)
    return [
      {
        fieldId: 'happened',
        title: t('step.verify.happened'),
        shown: [t('step.when.now'), t('step.who.me')].join(' · '),
      },
    ];
  return [
    { fieldId: 'happened', title, shown },
    { fieldId: 'who', title: t('step.who.label'), shown: saidWho(typed, language) },
  ];
}

function saidWhen(typed: TypedStep, { t, current }: Speaker): string {
  const when = occurredAt(typed);
  const day = readTypedDate(typed.day);
  if (!when || !day.ok) return t('step.when.now');
  return [formatEdtf(day.edtf, current()), when.includes('T') ? typed.time : ''].filter(Boolean).join(' ');
}

function saidWho(typed: TypedStep, { t, localize }: Speaker): string {
  const people = typed.who
    .filter(({ role }) => role)
    .map(({ role, name, language }) =>
      [localize(roleWords(role ?? '')), name.trim(), role === 'INT' && language.trim()]
        .filter(Boolean)
        .join(', '),
    );
  return people.length ? people.join('\n') : t('step.who.me');
}
