import type { LinkAct, LinkKind } from '../entities/relations/case-link.entity';

/** One line of a tie, in the case that it stands in. */
export interface LinkLine {
  readonly linkId: string;
  readonly act: LinkAct;
  readonly kind: LinkKind;
  readonly at: Date;
  readonly otherReference: string | null;
}

/**
 * `waiting`: asked here, and nobody of the other case has agreed, be it that they refused or that there is none of this reference;
 * `to-answer`: told here, and to be answered; `agreed`: each side knows whom to ask; `refused`: by this one; `ended`: by either.
 */
export const LINK_STATES = ['to-answer', 'agreed', 'waiting', 'refused', 'ended'] as const;
export type LinkState = (typeof LINK_STATES)[number];

export interface LinkStanding<T extends LinkLine> {
  readonly kind: LinkKind;
  readonly state: LinkState;
  /** How it began in this case. */
  readonly began: T;
  /** What tells whom to ask about the other child; `null`: nobody yet, or no more. */
  readonly told: T | null;
}

/** Where a tie stands in one case, from all lines that this case has of it; `null`: from none. */
export function linkStanding<T extends LinkLine>(lines: readonly T[]): LinkStanding<T> | null {
  const find = (act: LinkAct): T | null => lines.find((it) => it.act === act) ?? null;
  const began = find('asked') ?? find('told');
  if (!began) return null;
  const state = stateOf(new Set(lines.map(({ act }) => act)));
  const whom = began.act === 'told' ? began : find('agreed');
  // Whoever ended it may be asked why.
  const told = state === 'ended' ? find('ended') : state === 'refused' ? null : whom;
  return { kind: began.kind, state, began, told };
}

function stateOf(acts: ReadonlySet<LinkAct>): LinkState {
  if (acts.has('ended')) return 'ended';
  if (acts.has('agreed')) return 'agreed';
  if (acts.has('refused')) return 'refused';
  return acts.has('told') ? 'to-answer' : 'waiting';
}
