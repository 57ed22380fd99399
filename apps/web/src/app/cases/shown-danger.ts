import type { CaseFile } from '@repere/contract';
import type { FactValue } from '@repere/protocol';
import type { Language } from '@repere/ui';
import { type Danger, DANGERS } from './case-filters';

const GRAVE: readonly Danger[] = ['immediate_grave', 'danger'];

/** How a danger is shown: `code` of its words, `null` not known yet; `isGrave`: marked wherever the child is named. */
export interface ShownDanger {
  readonly code: Danger | null;
  readonly isGrave: boolean;
}

/** The danger that was told. A code for which these pages have no word is shown as a danger: doubt protects. */
export function shownDanger(told: FactValue | null | undefined): ShownDanger {
  if (typeof told !== 'string') return { code: null, isGrave: false };
  const code = DANGERS.find((it) => it === told) ?? 'danger';
  return { code, isGrave: GRAVE.includes(code) };
}

/** The danger of this case; `null`: this reader may not see it. */
export function dangerOf({ state, withheldFacts, factIds }: CaseFile): ShownDanger | null {
  const id = factIds['danger'] ?? '';
  if (withheldFacts.includes(id)) return null;
  return shownDanger(state.facts.find(({ fact, runId }) => fact === id && runId === null)?.value);
}

/** Beside the name of the child. */
export const formatDanger = (danger: ShownDanger | null, { t }: Pick<Language, 't'>): string =>
  danger ? t(`cases.danger.${danger.code ?? 'not-known'}`) : t('case.danger-withheld');
