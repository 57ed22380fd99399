import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { FIELD_CLASS_CONTENTS, FIELD_CLASSES } from '@repere/access';
import type { RecordSharing } from '@repere/contract';
import { SHARING_MEANS } from '@repere/privacy';
import { Language, capitalised } from '@repere/ui';
import { CodesField, SelectField } from '@repere/ui/choice';
import { DateField, NO_DATE } from '@repere/ui/date';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { recordSharingLengths } from '@repere/contract/lengths';
import { wholeDay } from '../../platform/form/whole-day';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { PrivacyClient } from '../privacy-client';
import { BasisFields } from './basis-fields';
import { NO_BASIS, readBasis, requireBasis } from './typed-basis';

/** Of the fields whose ids are not their names. */
const SHARING_IDS = {
  toWhom: 'sharing-to',
  whyChild: 'sharing-why-child',
  whyParents: 'sharing-why-parents',
};

/** Records what was told to somebody outside the team: what the law asks before it is asked here. */
@Component({
  selector: 'app-sharing-form',
  imports: [
    ActProblem,
    BasisFields,
    CodesField,
    DateField,
    ErrorSummary,
    FormField,
    MatButton,
    SelectField,
    TextField,
  ],
  templateUrl: './sharing-form.html',
  styles: `
    form > * + * {
      margin-block-start: 1rem;
    }
  `,
})
export class SharingForm {
  private readonly client = inject(PrivacyClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  /** The line that this one corrects. */
  readonly corrects = input<string | null>(null);
  readonly recorded = output<void>();
  readonly given = output<void>();

  protected readonly isOpen = signal(false);
  protected readonly form = new SendingForm(
    {
      on: NO_DATE,
      toWhom: '',
      service: '',
      what: '',
      classes: [] as readonly string[],
      how: null as string | null,
      answer: '',
      ...NO_BASIS,
    },
    (it) => {
      checkField(it.on, 'privacy.day-missing', (on) => !wholeDay(on));
      requireValue(it.toWhom, 'privacy.sharing.to-whom-missing');
      limitLength(it.toWhom, recordSharingLengths.toWhom);
      limitLength(it.service, recordSharingLengths.service);
      requireValue(it.what, 'privacy.sharing.what-missing');
      limitLength(it.what, recordSharingLengths.what);
      requireValue(it.how, 'privacy.sharing.how-missing');
      limitLength(it.answer, recordSharingLengths.answer);
      requireBasis(it);
    },
    { idPrefix: 'sharing-', ids: SHARING_IDS, serverNames: { bound: 'isBound' } },
  );

  protected readonly ways = computed(() =>
    SHARING_MEANS.map((code) => ({ code, label: this.t(`privacy.sharing.how.${code}`) })),
  );
  protected readonly classOptions = computed(() =>
    FIELD_CLASSES.map((code) => ({
      code,
      label: capitalised(this.language.localize(FIELD_CLASS_CONTENTS[code])),
    })),
  );
  protected readonly isShown = computed(() => this.isOpen() || this.corrects() !== null);

  protected giveUp(): void {
    this.isOpen.set(false);
    this.given.emit();
  }

  protected async recordSharing(event: Event): Promise<void> {
    const sharing = this.sharing();
    const done = await this.form.sendTyped(
      event,
      (sending) => sharing && this.client.recordSharing(this.caseFileId(), sharing, sending),
      { about: [this.caseFileId(), this.corrects()] },
    );
    if (!done) return;
    this.isOpen.set(false);
    this.form.clear();
    this.recorded.emit();
  }

  /** `null` while something is missing. */
  private sharing(): RecordSharing | null {
    const typed = this.form.typed();
    const on = wholeDay(typed.on);
    const how = SHARING_MEANS.find((code) => code === typed.how);
    const basis = readBasis(typed);
    if (!on || !how || !basis) return null;
    const [service, answer, corrects] = [typed.service.trim(), typed.answer.trim(), this.corrects()];
    return {
      on,
      classes: FIELD_CLASSES.filter((it) => typed.classes.includes(it)),
      toWhom: typed.toWhom.trim(),
      ...(service && { service }),
      what: typed.what.trim(),
      ...basis,
      how,
      ...(answer && { answer }),
      ...(corrects !== null && { corrects }),
    };
  }
}
