import { computed, inject, signal, type WritableSignal } from '@angular/core';
import type { Child } from '@repere/contract';
import { Language } from '@repere/ui';
import { NO_DATE, readTypedDate, typeDate, type TypedDate } from '@repere/ui/date';

export const GENDERS = ['girl', 'boy', 'other', 'unknown'] as const;

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

const EMPTY: ChildAsTyped = {
  calledName: '',
  givenNames: '',
  familyName: '',
  alsoKnownAs: '',
  birth: NO_DATE,
  gender: null,
  phones: '',
};
export const CHILD_KEYS = Object.keys(EMPTY) as readonly ChildKey[];

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
export abstract class TypedChild {
  private readonly language = inject(Language);

  readonly calledName = signal('');
  readonly givenNames = signal('');
  readonly familyName = signal('');
  readonly alsoKnownAs = signal('');
  readonly birth = signal<TypedDate>(NO_DATE);
  readonly gender = signal<string | null>(null);
  readonly phones = signal('');

  private readonly fields: { readonly [K in ChildKey]: WritableSignal<ChildAsTyped[K]> } = {
    calledName: this.calledName,
    givenNames: this.givenNames,
    familyName: this.familyName,
    alsoKnownAs: this.alsoKnownAs,
    birth: this.birth,
    gender: this.gender,
    phones: this.phones,
  };

  /** Whether something is typed by which a child could be recognised. */
  readonly identifies = computed(() =>
    [
      this.calledName(),
      this.givenNames(),
      this.familyName(),
      this.alsoKnownAs(),
      this.phones(),
      this.birth().year,
    ].some((text) => text.trim().length > 1),
  );

  /** The child as far as it is typed; a date that can't be read is left out. */
  readonly child = computed<Child>(() => {
    const birth = readTypedDate(this.birth());
    const gender = GENDERS.find((code) => code === this.gender());
    const calledName =
      this.calledName().trim() || this.givenNames().trim() || this.language.t('cases.unknown-name');
    return {
      calledName,
      ...filled('givenNames', this.givenNames().trim()),
      ...filled('familyName', this.familyName().trim()),
      ...filled('alsoKnownAs', listed(this.alsoKnownAs())),
      ...filled('birth', birth.ok ? birth.edtf : ''),
      ...(gender ? { gender } : {}),
      ...filled('phones', listed(this.phones())),
    };
  });

  /** The fields that say something else than this child. */
  protected differing(from: Child): readonly ChildKey[] {
    return differences(
      typeChild(from),
      Object.fromEntries(CHILD_KEYS.map((key) => [key, this.fields[key]()])),
    );
  }

  protected fill(child: Child | null, keys: readonly ChildKey[] = CHILD_KEYS): void {
    const typed = child ? typeChild(child) : EMPTY;
    for (const key of keys) this.set(key, typed);
  }

  private set<K extends ChildKey>(key: K, typed: ChildAsTyped): void {
    this.fields[key].set(typed[key]);
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
