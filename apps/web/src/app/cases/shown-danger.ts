import type { FactValue } from '@repere/protocol';
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
