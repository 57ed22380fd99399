import type { ProtocolFigures, StepFigures } from '@repere/contract';
import type { Language } from '@repere/ui';
import { type AuditFilters, auditParams } from './audit-filters';
import { CONFORMANCE_PATH, DEVIATIONS_PATH } from './conformance-paths';
import type { FigureCell, FigureRow } from './figure-table';
import { formatNumber, formatShare, formatWait } from './format-figures';

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** Protocols with their figures; each leads to its steps. */
export function protocolRows(
  protocols: readonly ProtocolFigures[],
  filters: AuditFilters,
  language: Language,
): Table {
  const { t, localize } = language;
  return {
    columns: ['protocol', 'runs', 'fitness', 'late', 'late-legal'].map((it) =>
      t(`audit.conformance.column.${it}`),
    ),
    rows: protocols
      .map(({ protocol, title, runs, fitness, lateLegal, lateOther }) => ({
        id: protocol,
        cells: [
          {
            ...word(localize(title)),
            link: {
              path: CONFORMANCE_PATH,
              params: auditParams({ ...filters, protocol, step: null }),
              name: localize(title),
            },
          },
          number(runs, language),
          share(fitness, language),
          late(lateLegal + lateOther, { ...filters, protocol }, localize(title), language),
          late(lateLegal, { ...filters, protocol, origin: 'LEGAL' }, localize(title), language),
        ],
      }))
      .toSorted((a, b) => String(a.cells[0]?.text).localeCompare(String(b.cells[0]?.text))),
  };
}

/** Steps with how often, how long, how late; each leads to its deviations. */
export function stepRows(steps: readonly StepFigures[], filters: AuditFilters, language: Language): Table {
  const { t, localize } = language;
  const atOnce = t('audit.conformance.at-once');
  const wait = (it: number | null): FigureCell => ({
    text: formatWait(it, language.current(), atOnce) ?? '–',
    sortBy: it,
  });
  return {
    columns: [
      ...['step', 'expected', 'done', 'times', 'fitness', 'median', 'ninetieth'],
      ...['share-late', 'late', 'late-legal'],
    ].map((it) => t(`audit.conformance.column.${it}`)),
    rows: steps
      .toSorted((a, b) => b.lateLegal - a.lateLegal || (a.fitness ?? 2) - (b.fitness ?? 2))
      .map((it) => {
        const title = localize(it.title);
        const of: AuditFilters = { ...filters, protocol: it.protocol, step: it.step, judged: 'all' };
        return {
          id: `${it.protocol}-${it.step}`,
          cells: [
            { ...word(title), link: { path: DEVIATIONS_PATH, params: auditParams(of), name: title } },
            number(it.expectedRuns, language),
            number(it.doneRuns, language),
            number(it.times, language),
            share(it.fitness, language),
            wait(it.medianWait),
            wait(it.ninetiethWait),
            share(it.shareLate, language),
            late(it.lateLegal + it.lateOther, of, title, language),
            late(it.lateLegal, { ...of, origin: 'LEGAL' }, title, language),
          ],
        };
      }),
  };
}

const word = (text: string): FigureCell => ({ text, sortBy: text });

const number = (n: number, language: Language): FigureCell => ({
  text: formatNumber(n, language.current()),
  sortBy: n,
});

const share = (it: number | null, language: Language): FigureCell => ({
  text: formatShare(it, language.current()) ?? '–',
  sortBy: it,
});

/** Leads to exactly these cases; none leads nowhere. */
function late(n: number, filters: AuditFilters, title: string, language: Language): FigureCell {
  const cell = number(n, language);
  if (n === 0) return cell;
  const name = language.t('audit.conformance.late-of', { n: cell.text, title });
  return {
    ...cell,
    link: { path: DEVIATIONS_PATH, params: auditParams({ ...filters, kind: 'late', judged: 'all' }), name },
  };
}
