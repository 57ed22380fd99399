import { Component, computed, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { ProtocolSummary } from '@repere/contract';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { SendingForm } from '../../../platform/form/sending-form';
import { requireValue } from '../../../platform/form/mistake';
import { ActProblem } from '../../../platform/act-problem';
import { TitlesInForce } from '../../titles-in-force';
import { DraftsClient } from '../drafts-client';
import { draftPath } from '../draft-paths';

/** A new draft, with the text of a published version. */
@Component({
  selector: 'app-begin-form',
  imports: [ActProblem, FormField, MatButton, SelectField],
  template: `
    <form novalidate (submit)="beginDraft($event)">
      <h2>{{ t('editing.begin.title') }}</h2>
      <rp-select-field
        fieldId="begin-from"
        [label]="t('editing.begin.label')"
        [hint]="t('editing.begin.hint')"
        [options]="options()"
        [problem]="form.problemOf('from')"
        [formField]="form.fields.from"
      />
      <app-act-problem [problem]="form.refusal()" />
      <button matButton="filled" type="submit">{{ t('editing.begin.act') }}</button>
    </form>
  `,
  styles: `
    h2 {
      margin-block-start: 0;
    }
    button {
      margin-block-start: 1rem;
    }
  `,
})
export class BeginForm {
  private readonly client = inject(DraftsClient);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  private readonly versions = signal<readonly ProtocolSummary[]>([]);
  protected readonly form = new SendingForm({ from: null as string | null }, ({ from }) =>
    requireValue(from, 'editing.begin.missing'),
  );
  protected readonly options = computed(() =>
    this.versions().map(({ protocol, version, code, title, inForce }) => ({
      code: `${protocol}@${version}`,
      label: this.t(inForce ? 'editing.begin.in-force' : 'editing.begin.earlier', {
        title: `${code} – ${this.language.localize(title)}`,
        version,
      }),
    })),
  );

  constructor() {
    void inject(TitlesInForce)
      .summaries()
      .then((versions) => this.versions.set(versions));
  }

  protected async beginDraft(event: Event): Promise<void> {
    const [protocol, version] = (this.form.typed().from ?? '').split('@');
    const done = await this.form.sendTyped(event, ({ idempotencyKey }) =>
      protocol && version ? this.client.beginFrom(protocol, version, idempotencyKey) : null,
    );
    if (done) await this.router.navigate([...draftPath(done.value.id)]);
  }
}
