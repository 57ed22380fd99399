import type { SchemaPath } from '@angular/forms/signals';
import type { RecordSharing, InformedBeforehand } from '@repere/contract';
import { SHARING_GROUNDS } from '@repere/privacy';
import { recordSharingLengths, informedBeforehandLengths } from '@repere/contract/lengths';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';

type SharingBasis = Pick<RecordSharing, 'ground' | 'isBound' | 'why' | 'child' | 'parents'>;

/** What the law asks before something is told, as it is typed (CASF L226-2-2). Part of the form that tells. */
export interface TypedBasis {
  readonly bound: string | null;
  readonly ground: string | null;
  readonly why: string;
  /** Whether the child was told first, and why not. */
  readonly child: string | null;
  readonly whyChild: string;
  readonly parents: string | null;
  readonly whyParents: string;
}

export const NO_BASIS: TypedBasis = {
  bound: null,
  ground: null,
  why: '',
  child: null,
  whyChild: '',
  parents: null,
  whyParents: '',
};

export function requireBasis(it: { readonly [K in keyof TypedBasis]: SchemaPath<TypedBasis[K]> }): void {
  requireValue(it.bound, 'privacy.sharing.bound-missing');
  requireValue(it.ground, 'privacy.sharing.ground-missing');
  requireValue(it.why, 'privacy.sharing.why-missing');
  limitLength(it.why, recordSharingLengths.why);
  checkField(
    it.child,
    'privacy.sharing.child-missing',
    (told, valueOf) => !readInformedBeforehand(told, valueOf(it.whyChild)),
  );
  limitLength(it.whyChild, informedBeforehandLengths.why);
  checkField(
    it.parents,
    'privacy.sharing.parents-missing',
    (told, valueOf) => !readInformedBeforehand(told, valueOf(it.whyParents)),
  );
  limitLength(it.whyParents, informedBeforehandLengths.why);
}

/** `null` while something is missing. */
export function readBasis(typed: TypedBasis): SharingBasis | null {
  const ground = SHARING_GROUNDS.find((code) => code === typed.ground);
  const child = readInformedBeforehand(typed.child, typed.whyChild);
  const parents = readInformedBeforehand(typed.parents, typed.whyParents);
  const why = typed.why.trim();
  if (!ground || !child || !parents || !why || typed.bound === null) return null;
  return { ground, isBound: typed.bound === 'yes', why, child, parents };
}

/** Whether somebody was told first; who was not needs a reason. */
export function readInformedBeforehand(told: string | null, typedWhy: string): InformedBeforehand | null {
  const why = typedWhy.trim();
  if (told === 'yes') return { told };
  return told === 'no' && why ? { told, why } : null;
}
