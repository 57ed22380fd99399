import { Injectable, computed, inject, signal } from '@angular/core';
import type { Child, DuplicateMatch, OpenCaseFile } from '@repere/cases';
import { Language, NO_DATE, readTypedDate, type Answer, type TypedDate } from '@repere/ui';
import { newId } from '../shell/new-id';

type Danger = OpenCaseFile['urgentDangerSeen'];
/** Answers to the question about danger: nobody can refuse to have seen one. */
export const DANGER_ANSWERS: readonly Danger[] = ['yes', 'no', 'unknown', 'not-asked'];

export const GENDERS = ['girl', 'boy', 'other', 'unknown'] as const;

/**
 * What is typed of a case that isn't open yet. It stays in this tab's memory while one looks elsewhere, and nowhere
 * else: a name is never put in a browser's storage.
 */
@Injectable({ providedIn: 'root' })
export class NewCaseDraft {
  private readonly language = inject(Language);
  private id = newId();

  readonly danger = signal<Answer | null>(null);
  readonly calledName = signal('');
  readonly givenNames = signal('');
  readonly familyName = signal('');
  readonly alsoKnownAs = signal('');
  readonly birth = signal<TypedDate>(NO_DATE);
  readonly gender = signal<string | null>(null);
  readonly phones = signal('');
  readonly whyNoDuplicate = signal('');

  private readonly texts = [
    this.calledName,
    this.givenNames,
    this.familyName,
    this.alsoKnownAs,
    this.phones,
    this.whyNoDuplicate,
  ];

  readonly isEmpty = computed(
    () => !this.danger() && !this.gender() && !this.identifies() && this.texts.every((text) => !text()),
  );
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

  /** What is sent. The id stays the same until the case is open, so that sending twice opens one case. */
  toOpen(matches: readonly DuplicateMatch[]): OpenCaseFile {
    const why = this.whyNoDuplicate().trim();
    return {
      id: this.id,
      child: this.child(),
      urgentDangerSeen: DANGER_ANSWERS.find((code) => code === this.danger()) ?? 'not-asked',
      notDuplicates: matches.map(({ caseFileId }) => ({ caseFileId, why })),
    };
  }

  clear(): void {
    this.id = newId();
    this.danger.set(null);
    this.gender.set(null);
    this.birth.set(NO_DATE);
    for (const text of this.texts) text.set('');
  }
}

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
