import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DryRunCases, Problem } from '@repere/cases';
import { Language, SpaceTime } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../../platform/act-problem';
import { SendingKey } from '../../../platform/sending-key';
import { DryRunsClient } from './dry-runs-client';

/** Makes one case go on under the other version: an act of its own, with the reason, in the case's journal. */
@Component({
  selector: 'app-move-form',
  imports: [ActProblem, MatButton, TextField],
  template: `
    <details>
      <summary>{{ t('editing.move.title', { version: item().trial.to }) }}</summary>
      <form novalidate (submit)="move($event)">
        <rp-text-field
          [fieldId]="'why-' + item().trial.runId"
          [label]="t('editing.move.reason')"
          [hint]="t('editing.move.hint')"
          [rows]="2"
          [maxLength]="2000"
          [problem]="isMissing() ? t('editing.move.missing') : null"
          [(value)]="reason"
        />
        <app-act-problem [problem]="problem()" />
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
  private readonly sendingKey = new SendingKey();
  protected readonly t = inject(Language).t;

  readonly item = input.required<DryRunCases['items'][number]>();
  readonly moved = output<string>();

  protected readonly reason = signal('');
  protected readonly isMissing = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async move(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.isMissing.set(reason === '');
    if (reason === '') return;
    const { caseFileId, trial } = this.item();
    // Of a territory, `1.1.0+93` is what its cases run of 1.1.0.
    const request = { version: trial.to.split('+')[0] ?? trial.to, reason };
    const answer = await this.sendingKey.send([caseFileId, trial.runId, request], (key) => this.client.move(caseFileId, trial.runId, request, key));
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.moved.emit(new Date(this.time.now()).toISOString());
  }
}
