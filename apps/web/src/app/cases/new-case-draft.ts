import { Injectable, computed, signal } from '@angular/core';
import type { DuplicateMatch, OpenCaseFile } from '@repere/contract';
import type { Answer } from '@repere/ui/answer';
import { newId } from '../platform/new-id';
import { TypedChild } from './typed-child';

type Danger = OpenCaseFile['urgentDangerSeen'];
/** Answers to the question about danger: nobody can refuse to have seen one. */
export const DANGER_ANSWERS: readonly Danger[] = ['yes', 'no', 'unknown', 'not-asked'];

/** What is typed of a case that isn't open yet. It stays while one looks elsewhere. */
@Injectable({ providedIn: 'root' })
export class NewCaseDraft extends TypedChild {
  private id = newId();

  readonly danger = signal<Answer | null>(null);
  readonly whyNoDuplicate = signal('');

  readonly isEmpty = computed(
    () =>
      !this.danger() &&
      !this.gender() &&
      !this.identifies() &&
      [
        this.calledName,
        this.givenNames,
        this.familyName,
        this.alsoKnownAs,
        this.phones,
        this.whyNoDuplicate,
      ].every((text) => !text()),
  );

  /** What is sent. The id stays the same until the case is open, so that sending twice opens one case. */
  toOpen(matches: readonly DuplicateMatch[]): OpenCaseFile {
    const why = this.whyNoDuplicate().trim();
    return {
      id: this.id,
      child: this.child(),
      urgentDangerSeen: DANGER_ANSWERS.find((code) => code === this.danger()) ?? 'not-asked',
      notDuplicates: why === '' ? [] : matches.map(({ caseFileId }) => ({ caseFileId, why })),
    };
  }

  clear(): void {
    this.id = newId();
    this.danger.set(null);
    this.whyNoDuplicate.set('');
    this.fill(null);
  }
}
