import { Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { DraftComment } from '@repere/contract';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { addCommentLengths } from '@repere/contract/lengths';
import { asAnswer } from '../../../platform/api';
import { SendingForm } from '../../../platform/form/sending-form';
import { limitLength, requireValue } from '../../../platform/form/mistake';
import { DraftChecker } from '../checking/draft-checker';
import { DraftSession } from '../draft-session';
import { EditorPosition } from '../text/editor-position';
import { everyOf } from '../../../platform/every-of';

type About = 'whole' | 'line' | 'step';

/** Words beside the draft: about the whole, about the line where one was, or about a step. */
@Component({
  selector: 'app-comment-form',
  imports: [ChoiceField, FormField, MatButton, SelectField, TextField],
  template: `
    <form novalidate (submit)="sendComment($event)">
      <rp-text-field
        fieldId="comment"
        [label]="t('editing.comments.label')"
        [rows]="3"
        [problem]="form.problemOf('text')"
        [formField]="form.fields.text"
      />
      <rp-choice-field
        fieldId="comment-about"
        [label]="t('editing.comments.about')"
        [options]="abouts()"
        [formField]="form.fields.about"
        [problem]="form.problemOf('about')"
      />
      @if (form.typed().about === 'step') {
        <rp-select-field
          fieldId="comment-step"
          [label]="t('editing.comments.step')"
          [options]="steps()"
          [problem]="form.problemOf('step')"
          [formField]="form.fields.step"
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
  private readonly place = inject(EditorPosition);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly form = new SendingForm(
    { text: '', about: 'whole' as About | null, step: null as string | null },
    (it) => {
      requireValue(it.text, 'editing.comments.missing');
      limitLength(it.text, addCommentLengths.text);
      requireValue(it.step, 'editing.comments.step-missing', () => this.form.typed().about === 'step');
    },
  );

  protected readonly abouts = computed(() => {
    const place = { file: this.place.file(), line: this.place.line() };
    const codes = everyOf<About>()(['whole', 'line', 'step']);
    return codes.map((code) => ({ code, label: this.t(`editing.comments.on.${code}`, place) }));
  });
  protected readonly steps = computed(() =>
    (this.checker.document()?.steps ?? []).map(({ id, code, title }) => ({
      code: id,
      label: `${code} – ${this.language.localize(title)}`,
    })),
  );

  protected async sendComment(event: Event): Promise<void> {
    const text = this.form.typed().text.trim();
    const place = this.placeOf();
    let isKept = false;
    await this.form.sendTyped(event, async () => {
      isKept = await this.session.comment({ text, ...(place && { place }) });
      return asAnswer(null);
    });
    if (isKept) this.form.type({ text: '' });
  }

  private placeOf(): DraftComment['place'] {
    const { about, step } = this.form.typed();
    if (about === 'line') return { file: this.place.file(), line: this.place.line() };
    return about === 'step' ? { step: step ?? '' } : undefined;
  }
}
