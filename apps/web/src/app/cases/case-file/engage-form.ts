import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ActDone, CaseFile, Problem, ProtocolSummary } from '@repere/contract';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { asAnswer } from '../../platform/api';
import { SendingForm } from '../../platform/form/sending-form';
import { requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { ProtocolsClient } from '../../protocols/protocols-client';
import { CaseFileClient } from './case-file-client';
import { CaseSession } from './case-session';

/** Engaging another protocol, from those in force that are not at work here. */
@Component({
  selector: 'app-engage-form',
  imports: [ActProblem, ChoiceField, FormField, MatButton],
  template: `
    <details (toggle)="loadProtocols()">
      <summary>{{ t('case.engage.title') }}</summary>
      @if (options().length) {
        <form novalidate (submit)="engage($event)">
          <rp-choice-field
            fieldId="engage"
            [label]="t('case.engage.label')"
            [options]="options()"
            [problem]="form.problemOf('protocol')"
            [formField]="form.fields.protocol"
          />
          <app-act-problem [problem]="problem()" />
          <button matButton="outlined" type="submit">{{ t('case.engage.act') }}</button>
        </form>
      } @else if (protocols()) {
        <p class="rp-quiet">{{ t('case.engage.none') }}</p>
      }
    </details>
  `,
  styleUrl: './fold-form.scss',
})
export class EngageForm {
  private readonly client = inject(CaseFileClient);
  private readonly library = inject(ProtocolsClient);
  private readonly session = inject(CaseSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();
  readonly engaged = output<ActDone>();

  protected readonly protocols = signal<readonly ProtocolSummary[] | null>(null);
  private readonly unread = signal<Problem | null>(null);
  protected readonly form = new SendingForm({ protocol: null as string | null }, ({ protocol }) =>
    requireValue(protocol, 'case.engage.missing'),
  );
  protected readonly problem = computed(() => this.form.refusal() ?? this.unread());
  private readonly atWork = computed(
    () => new Set(this.caseFile().state.runs.flatMap((run) => (run.ended ? [] : [run.protocol]))),
  );
  protected readonly options = computed(() =>
    (this.protocols() ?? [])
      .filter(({ protocol, inForce }) => inForce && !this.atWork().has(protocol))
      .map(({ protocol, title, purpose }) => ({
        code: protocol,
        label: this.language.localize(title),
        hint: this.language.localize(purpose),
      })),
  );

  protected async loadProtocols(): Promise<void> {
    if (this.protocols()) return;
    const answer = await this.library.listProtocols();
    if (answer.ok) this.protocols.set(answer.value);
    else this.unread.set(answer.problem);
  }

  protected async engage(event: Event): Promise<void> {
    const protocol = this.form.typed().protocol ?? '';
    const done = await this.form.sendTyped(event, async () =>
      asAnswer(
        await this.session.sendAct(
          { engage: protocol },
          (id, sending) => this.client.engage(id, protocol, sending),
          (done) => this.engaged.emit(done),
        ),
      ),
    );
    if (done) this.form.clear();
  }
}
