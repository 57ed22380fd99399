import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { FIELD_CLASSES } from '@repere/access';
import type { Problem } from '@repere/cases';
import type { RecordSharing } from '@repere/privacy';
import { Language } from '@repere/ui';
import { CodesField, SelectField } from '@repere/ui/choice';
import { DateField, NO_DATE, readTypedDate } from '@repere/ui/date';
import { ErrorSummary, type FieldProblem } from '@repere/ui/errors';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { PrivacyClient } from '../privacy-client';
import { BasisFields } from './basis-fields';
import { TypedBasis } from './typed-basis';

const HOW = ['spoken', 'written', 'meeting', 'file'] as const;

/** Records what was told to somebody outside the team: what the law asks before it is asked here. */
@Component({
  selector: 'app-sharing-form',
  imports: [ActProblem, BasisFields, CodesField, DateField, ErrorSummary, MatButton, SelectField, TextField],
  templateUrl: './sharing-form.html',
  styles: `
    form > * + * {
      margin-block-start: 1rem;
    }
  `,
})
export class SharingForm {
  private readonly client = inject(PrivacyClient);
  private readonly keys = new SendingKey();
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  /** The line that this one corrects. */
  readonly corrects = input<string | null>(null);
  readonly recorded = output<void>();
  readonly given = output<void>();

  protected readonly isOpen = signal(false);
  protected readonly on = signal(NO_DATE);
  protected readonly basis = new TypedBasis();
  protected readonly toWhom = signal('');
  protected readonly service = signal('');
  protected readonly what = signal('');
  protected readonly classes = signal<readonly string[]>([]);
  protected readonly how = signal<string | null>(null);
  protected readonly answer = signal('');
  protected readonly problems = signal<readonly FieldProblem[]>([]);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly ways = computed(() =>
    HOW.map((code) => ({ code, label: this.t(`privacy.sharing.how.${code}`) })),
  );
  protected readonly classOptions = computed(() =>
    FIELD_CLASSES.map((code) => ({ code, label: this.t(`audit.bundle.class.${code}`) })),
  );
  protected readonly isShown = computed(() => this.isOpen() || this.corrects() !== null);

  protected problemOf(fieldId: string): string | null {
    return this.problems().find((it) => it.fieldId === fieldId)?.text ?? null;
  }

  protected giveUp(): void {
    this.isOpen.set(false);
    this.given.emit();
  }

  protected async record(event: Event): Promise<void> {
    event.preventDefault();
    const sharing = this.sharing();
    if (!sharing) return;
    const answer = await this.keys.send([this.caseFileId(), sharing], (idempotencyKey) =>
      this.client.record(this.caseFileId(), sharing, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.isOpen.set(false);
    this.clear();
    this.recorded.emit();
  }

  /** What was typed, or `null` with what is missing said. */
  private sharing(): RecordSharing | null {
    const read = readTypedDate(this.on());
    const on = read.ok && /^\d{4}-\d{2}-\d{2}$/.test(read.edtf) ? read.edtf : '';
    const how = HOW.find((code) => code === this.how());
    const [toWhom, what] = [this.toWhom().trim(), this.what().trim()];
    const asked: readonly (readonly [string, string, unknown])[] = [
      ['on', 'privacy.day-missing', on],
      ['to', 'privacy.sharing.to-whom-missing', toWhom],
      ['what', 'privacy.sharing.what-missing', what],
      ['how', 'privacy.sharing.how-missing', how],
    ];
    this.problems.set(
      [...asked.filter(([, , value]) => !value), ...this.basis.missing()].map(([field, word]) => ({
        fieldId: `sharing-${field}`,
        text: this.t(word),
      })),
    );
    const basis = this.basis.read();
    if (!how || !basis || this.problems().length > 0) return null;
    const [service, answer, corrects] = [this.service().trim(), this.answer().trim(), this.corrects()];
    return {
      on,
      classes: FIELD_CLASSES.filter((it) => this.classes().includes(it)),
      toWhom,
      ...(service && { service }),
      what,
      ...basis,
      how,
      ...(answer && { answer }),
      ...(corrects !== null && { corrects }),
    };
  }

  private clear(): void {
    for (const text of [this.toWhom, this.service, this.what, this.answer]) text.set('');
    this.basis.clear();
    this.how.set(null);
    this.classes.set([]);
    this.on.set(NO_DATE);
  }
}
