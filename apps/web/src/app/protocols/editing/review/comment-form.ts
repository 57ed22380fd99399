import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DraftComment } from '@repere/cases';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { DraftChecker } from '../checking/draft-checker';
import { DraftSession } from '../draft-session';
import { PlaceInText } from '../text/place-in-text';

type About = 'whole' | 'line' | 'step';

/** Words beside the draft: about the whole, about the line where one was, or about a step. */
@Component({
  selector: 'app-comment-form',
  imports: [ChoiceField, MatButton, SelectField, TextField],
  template: `
    <form novalidate (submit)="send($event)">
      <rp-text-field
        fieldId="comment"
        [label]="t('editing.comments.label')"
        [rows]="3"
        [maxLength]="5000"
        [problem]="isMissing() ? t('editing.comments.missing') : null"
        [(value)]="text"
      />
      <rp-choice-field fieldId="comment-about" [label]="t('editing.comments.about')" [options]="abouts()" [(value)]="about" />
      @if (about() === 'step') {
        <rp-select-field
          fieldId="comment-step"
          [label]="t('editing.comments.step')"
          [options]="steps()"
          [problem]="isStepMissing() ? t('editing.comments.step-missing') : null"
          [(value)]="step"
        />
      }
      <button matButton="outlined" type="submit">{{ t('editing.comments.act') }}</button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 1rem;
      justify-items: start;
    }
    rp-text-field,
    rp-select-field {
      inline-size: 100%;
    }
  `,
})
export class CommentForm {
  private readonly session = inject(DraftSession);
  private readonly checker = inject(DraftChecker);
  private readonly place = inject(PlaceInText);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly text = signal('');
  protected readonly about = signal<string | null>('whole');
  protected readonly step = signal<string | null>(null);
  protected readonly isMissing = signal(false);
  protected readonly isStepMissing = signal(false);

  protected readonly abouts = computed(() => {
    const place = { file: this.place.file(), line: this.place.line() };
    const codes: readonly About[] = ['whole', 'line', 'step'];
    return codes.map((code) => ({ code, label: this.t(`editing.comments.on.${code}`, place) }));
  });
  protected readonly steps = computed(() =>
    (this.checker.document()?.steps ?? []).map(({ id, code, title }) => ({
      code: id,
      label: `${code} – ${this.language.say(title)}`,
    })),
  );

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text().trim();
    this.isMissing.set(text === '');
    this.isStepMissing.set(this.about() === 'step' && !this.step());
    if (this.isMissing() || this.isStepMissing()) return;
    const place = this.placeOf();
    if (await this.session.comment({ text, ...(place && { place }) })) this.text.set('');
  }

  private placeOf(): DraftComment['place'] {
    if (this.about() === 'line') return { file: this.place.file(), line: this.place.line() };
    return this.about() === 'step' ? { step: this.step() ?? '' } : undefined;
  }
}
