import { Component, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { addNoteLengths } from '@repere/contract/lengths';
import { asAnswer } from '../../platform/api';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { CaseFileClient } from './case-file-client';
import { CaseSession } from './case-session';

/** A phone call, a remark: a note changes nothing in the protocols. */
@Component({
  selector: 'app-note-form',
  imports: [ActProblem, FormField, LongText, MatButton],
  template: `
    <details [open]="isOpen()">
      <summary>{{ t('case.note.label') }}</summary>
      <form novalidate (submit)="addNote($event)">
        <rp-long-text
          fieldId="case-note"
          [label]="t('case.note.label')"
          [hint]="t('case.note.hint')"
          [problem]="form.problemOf('note')"
          [formField]="form.fields.note"
        />
        <app-act-problem [problem]="form.refusal()" />
        <p class="rp-acts">
          <button matButton="outlined" type="submit">{{ t('case.note.act') }}</button>
          <span role="status">{{ isAdded() ? t('case.note.added') : '' }}</span>
        </p>
      </form>
    </details>
  `,
  styleUrl: './fold-form.scss',
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class NoteForm {
  /** Whether it stands there unfolded. */
  readonly isOpen = input(false);

  private readonly client = inject(CaseFileClient);
  private readonly session = inject(CaseSession);
  protected readonly t = inject(Language).t;

  protected readonly form = new SendingForm({ note: '' }, ({ note }) => {
    requireValue(note, 'case.note.missing');
    limitLength(note, addNoteLengths.note);
  });
  protected readonly isAdded = signal(false);

  protected async addNote(event: Event): Promise<void> {
    const note = this.form.typed().note.trim();
    this.isAdded.set(false);
    const done = await this.form.sendTyped(event, async () =>
      asAnswer(await this.session.sendAct({ note }, (id, sending) => this.client.addNote(id, note, sending))),
    );
    if (!done) return;
    this.isAdded.set(true);
    // What was typed while it was on its way stays.
    if (this.form.typed().note.trim() === note) this.form.clear();
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.form.typed().note.trim()) event.preventDefault();
  }
}
