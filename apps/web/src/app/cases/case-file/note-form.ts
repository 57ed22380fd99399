import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/cases';
import { Language } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { CaseFileClient } from './case-file-client';
import { CaseSession } from './case-session';

/** A phone call, a remark: a note changes nothing in the protocols. */
@Component({
  selector: 'app-note-form',
  imports: [ActProblem, LongText, MatButton],
  template: `
    <form novalidate (submit)="add($event)">
      <rp-long-text
        fieldId="case-note"
        [label]="t('case.note.label')"
        [hint]="t('case.note.hint')"
        [maxLength]="2000"
        [problem]="isMissing() ? t('case.note.missing') : null"
        [(value)]="note"
      />
      <app-act-problem [problem]="problem()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('case.note.act') }}</button>
        <span role="status">{{ isAdded() ? t('case.note.added') : '' }}</span>
      </p>
    </form>
  `,
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class NoteForm {
  private readonly client = inject(CaseFileClient);
  private readonly session = inject(CaseSession);
  protected readonly t = inject(Language).t;

  protected readonly note = signal('');
  protected readonly isMissing = signal(false);
  protected readonly isAdded = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const note = this.note().trim();
    this.isMissing.set(!note);
    this.isAdded.set(false);
    if (!note) return;
    this.problem.set(
      await this.session.act({ note }, (id, sending) => this.client.addNote(id, note, sending)),
    );
    if (this.problem()) return;
    this.isAdded.set(true);
    // What was typed while it was on its way stays.
    if (this.note().trim() === note) this.note.set('');
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.note().trim()) event.preventDefault();
  }
}
