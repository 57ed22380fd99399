import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CaseBundles } from '@repere/contract';
import { FIELD_CLASS_CONTENTS, FIELD_CLASSES, type FieldClass } from '@repere/access';
import { Language, capitalised } from '@repere/ui';
import { CodesField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { bundleRequestLengths } from '@repere/contract/lengths';
import { asAnswer } from '../../platform/api';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField, limitLength } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { BundlesSession } from './bundles-session';

/** What finds the child, and health, stay in the house unless somebody wants them there (G15, G16). */
const LEFT_OUT_AT_FIRST: readonly FieldClass[] = ['contact', 'places', 'health'];

/** Orders a bundle: why, and what stays out of it. */
@Component({
  selector: 'app-order-form',
  imports: [ActProblem, CodesField, FormField, MatButton, TextField],
  templateUrl: './order-form.html',
  styleUrl: './order-form.scss',
})
export class OrderForm {
  private readonly session = inject(BundlesSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly bundles = input.required<CaseBundles>();

  protected readonly form = new SendingForm(
    { reason: '', classes: [] as readonly string[], fields: [] as readonly string[], pinned: '' },
    (it) => {
      checkField(it.reason, 'audit.bundle.order.reason-missing', (reason) => reason.trim().length < 3);
      limitLength(it.reason, bundleRequestLengths.reason);
      limitLength(it.pinned, 4000);
    },
  );
  protected readonly refusal = this.session.refusal;

  private readonly ofReader = computed(() =>
    FIELD_CLASSES.filter((it) => !this.bundles().redacted.includes(it)),
  );
  private readonly caseFileId = computed(() => this.bundles().caseFileId);
  protected readonly classOptions = computed(() =>
    this.ofReader().map((code) => ({
      code,
      label: capitalised(this.language.localize(FIELD_CLASS_CONTENTS[code])),
    })),
  );
  protected readonly fieldOptions = computed(() =>
    this.bundles()
      .fields.filter(({ fieldClass }) => !this.form.typed().classes.includes(fieldClass))
      .map(({ id, title }) => ({ code: id, label: this.language.localize(title) })),
  );
  protected readonly redacted = computed(() =>
    this.bundles().redacted.map((it) => capitalised(this.language.localize(FIELD_CLASS_CONTENTS[it]))),
  );
  protected readonly isWhole = computed(
    () => this.redacted().length + this.form.typed().classes.length + this.form.typed().fields.length === 0,
  );

  constructor() {
    // Only what the reader sees is theirs to leave out. Another case begins anew; news of the same one leave the choice alone.
    effect(() => {
      this.caseFileId();
      const classes = untracked(() => LEFT_OUT_AT_FIRST.filter((it) => this.ofReader().includes(it)));
      this.form.type({ classes });
    });
  }

  protected async order(event: Event): Promise<void> {
    const { reason, classes, fields, ...typed } = this.form.typed();
    const shown = new Set(this.fieldOptions().map(({ code }) => code));
    const pinned = typed.pinned.trim();
    const request = {
      reason: reason.trim(),
      leaveOut: {
        classes: this.ofReader().filter((it) => classes.includes(it)),
        fields: fields.filter((it) => shown.has(it)),
      },
      ...(pinned && { pinned: [`${pinned}\n`] }),
    };
    const done = await this.form.sendTyped(event, async () => {
      await this.session.order(request);
      return asAnswer(this.refusal());
    });
    if (done) this.form.type({ reason: '' });
  }
}
