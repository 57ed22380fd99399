import { Component, computed, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CaseBundles } from '@repere/audit';
import { FIELD_CLASSES, type FieldClass } from '@repere/access';
import { Language } from '@repere/ui';
import { CodesField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { BundlesSession } from './bundles-session';

/** What finds the child, and health, stay in the house unless somebody wants them there (G15, G16). */
const LEFT_OUT_AT_FIRST: readonly FieldClass[] = ['contact', 'places', 'health'];

/** Orders a bundle: why, and what stays out of it. */
@Component({
  selector: 'app-order-form',
  imports: [ActProblem, CodesField, MatButton, TextField],
  templateUrl: './order-form.html',
  styleUrl: './order-form.scss',
})
export class OrderForm {
  private readonly session = inject(BundlesSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly bundles = input.required<CaseBundles>();

  protected readonly reason = signal('');
  protected readonly isMissing = signal(false);
  protected readonly isSending = signal(false);
  protected readonly fields = signal<readonly string[]>([]);
  protected readonly pinned = signal('');
  protected readonly refusal = this.session.refusal;

  private readonly ofReader = computed(() =>
    FIELD_CLASSES.filter((it) => !this.bundles().withheld.includes(it)),
  );
  private readonly caseFileId = computed(() => this.bundles().caseFileId);
  // Only what the reader sees is theirs to leave out. Another case begins anew; news of the same one leave the choice alone.
  protected readonly classes = linkedSignal<string, readonly string[]>({
    source: this.caseFileId,
    computation: () => untracked(() => LEFT_OUT_AT_FIRST.filter((it) => this.ofReader().includes(it))),
  });
  protected readonly classOptions = computed(() =>
    this.ofReader().map((code) => ({ code, label: this.t(`audit.bundle.class.${code}`) })),
  );
  protected readonly fieldOptions = computed(() =>
    this.bundles()
      .fields.filter(({ fieldClass }) => !this.classes().includes(fieldClass))
      .map(({ id, title }) => ({ code: id, label: this.language.say(title) })),
  );
  protected readonly withheld = computed(() =>
    this.bundles().withheld.map((it) => this.t(`audit.bundle.class.${it}`)),
  );
  protected readonly isWhole = computed(
    () => this.withheld().length + this.classes().length + this.fields().length === 0,
  );

  protected async order(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.isMissing.set(reason.length < 3);
    if (reason.length < 3 || this.isSending()) return;
    this.isSending.set(true);
    const shown = new Set(this.fieldOptions().map(({ code }) => code));
    const pinned = this.pinned().trim();
    const isOrdered = await this.session.order({
      reason,
      leaveOut: {
        classes: this.ofReader().filter((it) => this.classes().includes(it)),
        fields: this.fields().filter((it) => shown.has(it)),
      },
      ...(pinned && { pinned: [`${pinned}\n`] }),
    });
    this.isSending.set(false);
    if (isOrdered) this.reason.set('');
  }
}
