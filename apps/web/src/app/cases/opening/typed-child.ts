import { GENDERS } from '@repere/cases';
import { computed, inject, type WritableSignal } from '@angular/core';
import type { Child } from '@repere/contract';
import { Language } from '@repere/ui';
import { NO_DATE, readTypedDate, typeDate, type TypedDate } from '@repere/ui/date';

/** What identifies a child, as the fields have it. */
export interface ChildAsTyped {
  readonly calledName: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly alsoKnownAs: string;
  readonly birth: TypedDate;
  readonly gender: string | null;
  readonly phones: string;
}
export type ChildKey = keyof ChildAsTyped;

export const NO_CHILD: ChildAsTyped = {
  calledName: '',
  givenNames: '',
  familyName: '',
  alsoKnownAs: '',
  birth: NO_DATE,
  gender: null,
  phones: '',
};
export const CHILD_KEYS = Object.keys(NO_CHILD) as readonly ChildKey[];

/** A child as the fields would have it. */
export const typeChild = (child: Child): ChildAsTyped => ({
  calledName: child.calledName,
  givenNames: child.givenNames ?? '',
  familyName: child.familyName ?? '',
  alsoKnownAs: (child.alsoKnownAs ?? []).join(', '),
  birth: child.birth === undefined ? NO_DATE : typeDate(child.birth),
  gender: child.gender ?? null,
  phones: (child.phones ?? []).join(', '),
});

/** The fields about a child while one types. They stay in this tab's memory: a name is never put in a browser's storage. */
export abstract class TypedChild<T extends ChildAsTyped> {
  private readonly language = inject(Language);

  /** What is typed, of the child and beside. */
  abstract readonly typed: WritableSignal<T>;

  /** Whether something is typed by which a child could be recognised. */
  readonly identifies = computed(() => {
    const { calledName, givenNames, familyName, alsoKnownAs, phones, birth } = this.typed();
    return [calledName, givenNames, familyName, alsoKnownAs, phones, birth.year].some(
      (text) => text.trim().length > 1,
    );
  });

  /** The child as far as it is typed; a date that can't be read is left out. The same while only something else is typed. */
  readonly child = computed<Child>(() => this.readChild(this.typed()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });

  /** The fields that say something else than this child. */
  protected differing(from: Child): readonly ChildKey[] {
    return differences(typeChild(from), this.typed());
  }

  protected fillChild(child: Child | null, keys: readonly ChildKey[] = CHILD_KEYS): void {
    const known = child ? typeChild(child) : NO_CHILD;
    const change = Object.fromEntries(keys.map((key) => [key, known[key]]));
    this.typed.update((typed) => ({ ...typed, ...change }));
  }

  private readChild(typed: ChildAsTyped): Child {
    const birth = readTypedDate(typed.birth);
    const gender = GENDERS.find((code) => code === typed.gender);
    return {
      calledName: typed.calledName.trim() || typed.givenNames.trim() || this.language.t('cases.unknown-name'),
      ...filled('givenNames', typed.givenNames.trim()),
      ...filled('familyName', typed.familyName.trim()),
      ...filled('alsoKnownAs', listed(typed.alsoKnownAs)),
      ...filled('birth', birth.ok ? birth.edtf : ''),
      ...(gender ? { gender } : {}),
      ...filled('phones', listed(typed.phones)),
    };
  }
}

/** The fields in which two children differ. */
export const differences = (one: ChildAsTyped, other: Partial<ChildAsTyped>): readonly ChildKey[] =>
  CHILD_KEYS.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));

function listed(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function filled<K extends keyof Child>(
  key: K,
  value: Child[K] & { readonly length: number },
): Partial<Child> {
  return value.length ? { [key]: value } : {};
}
