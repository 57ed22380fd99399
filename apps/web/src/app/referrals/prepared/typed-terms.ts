import type { PreparedTerms } from '@repere/contract';
import { NEEDS, SERVICE_NEEDS } from '@repere/directory';
import { SHARING_GROUNDS } from '@repere/privacy';
import { readInformedBeforehand, type TypedBasis } from '../../privacy/case/typed-basis';
import { everyOf } from '../../platform/every-of';
import { readHours } from '../answer-hours';
import { readBeside, type TypedBeside } from '../terms/beside-another';
import { NO_VIEW, readView, type TypedView } from '../terms/child-view-fields';

const PARTS = everyOf<NonNullable<PreparedTerms['classes']>[number]>()([
  ...(['identity', 'contact', 'places', 'health', 'situation', 'narrative'] as const),
]);

/** A need in words, among those of the directory. */
export const OTHER_NEED = 'other';

/** Whether it is a place to sleep: who the child is goes there after a yes. */
export const isBed = (need: string | null): boolean =>
  SERVICE_NEEDS.some((it) => it === need && NEEDS[it].isBed);

/** What both forms of a referral ask. */
export interface TypedTerms extends TypedBasis, TypedView, TypedBeside {
  readonly need: string | null;
  readonly beforeYes: string;
  readonly classes: readonly string[];
  readonly hours: string | null;
}

/** What is said already; what is not, or not wholly, stands nowhere and is asked again. */
export function preparedTerms(typed: TypedTerms): PreparedTerms {
  const ground = SHARING_GROUNDS.find((it) => it === typed.ground);
  const child = readInformedBeforehand(typed.child, typed.whyChild);
  const parents = readInformedBeforehand(typed.parents, typed.whyParents);
  const [why, beforeYes] = [typed.why.trim(), typed.beforeYes.trim()];
  const classes = PARTS.filter((it) => typed.classes.includes(it));
  const childView = readView(typed);
  const need = SERVICE_NEEDS.find((it) => it === typed.need);
  return {
    ...readHours(typed.hours),
    ...(typed.bound !== null && { isBound: typed.bound === 'yes' }),
    ...(ground && { ground }),
    ...(why && { why }),
    ...(child && { child }),
    ...(parents && { parents }),
    ...(classes.length > 0 && { classes }),
    ...(need && { need }),
    ...(typed.need === OTHER_NEED && { isOtherNeed: true }),
    ...(childView && { childView }),
    ...(beforeYes && { beforeYes }),
    ...readBeside(typed),
  };
}

/** As it stands in the form of whoever goes on. */
export function resumedTerms(terms: PreparedTerms): TypedTerms {
  const view = terms.childView;
  return {
    need: terms.need ?? (terms.isOtherNeed ? OTHER_NEED : null),
    beforeYes: terms.beforeYes ?? '',
    besideAnother: terms.besideAnother ?? '',
    classes: terms.classes ?? [],
    hours: terms.answerHours === undefined ? null : String(terms.answerHours),
    bound: terms.isBound === undefined ? null : terms.isBound ? 'yes' : 'no',
    ground: terms.ground ?? null,
    why: terms.why ?? '',
    ...{ child: terms.child?.told ?? null, whyChild: terms.child?.why ?? '' },
    ...{ parents: terms.parents?.told ?? null, whyParents: terms.parents?.why ?? '' },
    ...(view
      ? 'said' in view
        ? { voice: 'said', view: view.said }
        : { voice: 'whyNot', view: view.whyNot }
      : NO_VIEW),
  };
}
