import { Injectable, computed, signal } from '@angular/core';
import type { DuplicateMatch, OpenCaseFile } from '@repere/contract';
import type { Answer } from '@repere/ui/answer';
import { newId } from '../../platform/new-id';
import { NO_CHILD, TypedChild, type ChildAsTyped } from './typed-child';
import { everyOf } from '../../platform/every-of';

type Danger = OpenCaseFile['urgentDangerSeen'];
/** Answers to the question about danger: nobody can refuse to have seen one. */
export const DANGER_ANSWERS = everyOf<Danger>()(['yes', 'no', 'unknown', 'not-asked']);

/** What is typed of a case. */
export interface NewCaseAsTyped extends ChildAsTyped {
  readonly danger: Answer | null;
  readonly whyNoDuplicate: string;
}

/** What is typed of a case that isn't open yet. It stays while one looks elsewhere. */
@Injectable({ providedIn: 'root' })
export class NewCaseDraft extends TypedChild<NewCaseAsTyped> {
  private id = newId();

  override readonly typed = signal<NewCaseAsTyped>({ ...NO_CHILD, danger: null, whyNoDuplicate: '' });

  readonly isEmpty = computed(() => {
    const { danger, gender, ...typed } = this.typed();
    const texts = [
      typed.calledName,
      typed.givenNames,
      typed.familyName,
      typed.alsoKnownAs,
      typed.phones,
      typed.whyNoDuplicate,
    ];
    return !danger && !gender && !this.identifies() && texts.every((text) => !text);
  });

  /** What is sent. The id stays the same until the case is open, so that sending twice opens one case. */
  toOpen(matches: readonly DuplicateMatch[]): OpenCaseFile {
    const why = this.typed().whyNoDuplicate.trim();
    return {
      id: this.id,
      child: this.child(),
      urgentDangerSeen: DANGER_ANSWERS.find((code) => code === this.typed().danger) ?? 'not-asked',
      notDuplicates: why === '' ? [] : matches.map(({ caseFileId }) => ({ caseFileId, why })),
    };
  }

  clear(): void {
    this.id = newId();
    this.typed.set({ ...NO_CHILD, danger: null, whyNoDuplicate: '' });
  }
}
