import type { Problem, ProblemReason } from '@repere/cases';
import type { Language } from '@repere/ui';

/** A line of a refusal, and the field that it is about, if any. */
export interface Refused<K extends string> {
  readonly at?: K;
  readonly say: (language: Language) => string;
}

/** The reasons of a refusal that belong to fields, by the names that the server has for them, and whether those are all. */
export function reasonsAtFields<K extends string>(
  { reasons = [] }: Problem,
  names: ReadonlyMap<string, K>,
): { readonly atFields: readonly Refused<K>[]; readonly isAll: boolean } {
  const atFields = reasons.flatMap((reason) => {
    const at = fieldOf(reason, names);
    return at === undefined ? [] : [{ at, say: ({ say }: Language) => say(reason.text) }];
  });
  return { atFields, isAll: reasons.length > 0 && atFields.length === reasons.length };
}

/** `child.phones.0` is the field `child.phones`. */
function fieldOf<K extends string>({ field }: ProblemReason, names: ReadonlyMap<string, K>): K | undefined {
  if (field === undefined) return undefined;
  const name = [...names.keys()].find((known) => field === known || field.startsWith(`${known}.`));
  return name === undefined ? undefined : names.get(name);
}
