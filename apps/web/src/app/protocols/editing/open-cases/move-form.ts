import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { DryRunCases } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { moveRunRequestLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../../platform/form/sending-form';
import { limitLength, requireValue } from '../../../platform/form/mistake';
import { ActProblem } from '../../../platform/act-problem';
import { DryRunsClient } from './dry-runs-client';

/** Makes one case go on under the other version: an act of its own, with the reason, in the case's journal. */
@Component({
  selector: 'app-move-form',
  imports: [ActProblem, FormField, MatButton, TextField],
  template: `
    <details>
      <summary>{{ t('editing.move.title', { version: item().trial.to }) }}</summary>
      <form novalidate (submit)="moveRun($event)">
        <rp-text-field
          [fieldId]="'why-' + item().trial.runId"
          [label]="t('editing.move.reason')"
          [hint]="t('editing.move.hint')"
          [rows]="2"
          [problem]="form.problemOf('reason')"
          [formField]="form.fields.reason"
        />
        <app-act-problem [problem]="form.refusal()" />
        <button matButton="filled" type="submit">
          {{ t('editing.move.act', { reference: item().reference, version: item().trial.to }) }}
        </button>
      </form>
    </details>
  `,
  styles: `
    summary {
      inline-size: fit-content;
      min-block-size: 36px;
      padding-block: 0.3rem;
      color: var(--rp-primary);
      cursor: pointer;
    }
    form {
      display: grid;
      gap: 0.75rem;
      justify-items: start;
    }
    rp-text-field {
      inline-size: 100%;
    }
  `,
})
export class MoveForm {
  private readonly client = inject(DryRunsClient);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly item = input.required<DryRunCases['items'][number]>();
  readonly moved = output<string>();

  protected readonly form = new SendingForm({ reason: '' }, ({ reason }) => {
    requireValue(reason, 'editing.move.missing');
    limitLength(reason, moveRunRequestLengths.reason);
  });

  protected async moveRun(event: Event): Promise<void> {
    const { caseFileId, trial } = this.item();
    // Of a territory, `1.1.0+93` is what its cases run of 1.1.0.
    const request = { version: trial.to.split('+')[0] ?? trial.to, reason: this.form.typed().reason.trim() };
    const done = await this.form.sendTyped(
      event,
      ({ idempotencyKey }) => this.client.moveRun(caseFileId, trial.runId, request, idempotencyKey),
      { about: [caseFileId, trial.runId, request.version] },
    );
    if (done) this.moved.emit(new Date(this.time.now()).toISOString());
  }
}
