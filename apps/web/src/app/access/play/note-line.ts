import { Component, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { addTrainerNoteLengths } from '@repere/contract/lengths';
import { Language, SpaceTime } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { Unsent } from '../../platform/drafts/unsent';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { newId } from '../../platform/new-id';
import { ProblemLine } from '../../platform/problem-line';
import { PlayClient } from './play-client';

/** One line that whoever leads notes for themselves, stamped with the space’s clock. What was noted stands in the debrief, not here. */
@Component({
  selector: 'app-note-line',
  imports: [ErrorSummary, FormField, MatButton, ProblemLine, TextField],
  template: `
    <button type="button" class="rp-chip" [attr.aria-expanded]="isOpen()" (click)="isOpen.set(!isOpen())">
      {{ t('spaces.note.open') }}
    </button>
    @if (isOpen()) {
      <form novalidate (submit)="sendNote($event)">
        <rp-error-summary [problems]="form.problems()" />
        <rp-text-field
          fieldId="note-words"
          [label]="t('spaces.note.label')"
          [hint]="t('spaces.note.hint')"
          [formField]="form.fields.words"
          [problem]="form.problemOf('words')"
        />
        <button matButton="filled" type="submit">{{ t('spaces.note.save') }}</button>
        <app-problem-line [problem]="form.refusal()" (again)="sendNote()" />
      </form>
    }
    <p role="status">{{ news() }}</p>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4rem 0.75rem;
      align-items: center;
    }
    form {
      flex-basis: 100%;
      max-inline-size: 42rem;
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 0.75rem;
      align-items: end;
    }
    rp-text-field {
      flex: 1 1 18rem;
    }
    rp-error-summary,
    app-problem-line {
      flex-basis: 100%;
    }
    rp-error-summary:not(:has(> *)),
    app-problem-line:not(:has(.line)) {
      display: none;
    }
    p {
      margin: 0;
    }
    p:empty {
      display: none;
    }
  `,
})
export class NoteLine {
  private readonly client = inject(PlayClient);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  protected readonly isOpen = signal(false);
  protected readonly news = signal('');
  protected readonly form = new SendingForm<{ words: string }>(
    { words: '' },
    ({ words }) => {
      requireValue(words, 'spaces.note.empty');
      limitLength(words, addTrainerNoteLengths.words);
    },
    { idPrefix: 'note-' },
  );

  constructor() {
    // Time moves on, or another role is played: what is typed was seen before.
    inject(Unsent).watch(async (when) => {
      if (when === 'leaving' && this.form.typed().words.trim() !== '') await this.sendNote();
    });
  }

  protected async sendNote(event: Event | null = null): Promise<void> {
    const words = this.form.typed().words.trim();
    const noted = await this.form.sendTyped(event, ({ idempotencyKey = newId() }) =>
      this.client.addNote(idempotencyKey, words),
    );
    if (!noted) return;
    this.form.clear();
    this.news.set(this.t('spaces.note.noted', { when: this.time.exactly(noted.value.at) }));
  }
}
