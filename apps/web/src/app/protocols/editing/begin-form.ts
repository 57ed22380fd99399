import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { Problem, ProtocolSummary } from '@repere/cases';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { TitlesInForce } from '../titles-in-force';
import { DraftsClient } from './drafts-client';

/** A new draft, with the text of a published version. */
@Component({
  selector: 'app-begin-form',
  imports: [ActProblem, MatButton, SelectField],
  template: `
    <form novalidate (submit)="begin($event)">
      <h2>{{ t('editing.begin.title') }}</h2>
      <rp-select-field
        fieldId="begin-from"
        [label]="t('editing.begin.label')"
        [hint]="t('editing.begin.hint')"
        [options]="options()"
        [problem]="isMissing() ? t('editing.begin.missing') : null"
        [(value)]="chosen"
      />
      <app-act-problem [problem]="problem()" />
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
  private readonly sendingKey = new SendingKey();
  protected readonly t = this.language.t;

  private readonly versions = signal<readonly ProtocolSummary[]>([]);
  protected readonly chosen = signal<string | null>(null);
  protected readonly isMissing = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly options = computed(() =>
    this.versions().map(({ protocol, version, code, title, inForce }) => ({
      code: `${protocol}@${version}`,
      label: this.t(inForce ? 'editing.begin.in-force' : 'editing.begin.earlier', {
        title: `${code} – ${this.language.say(title)}`,
        version,
      }),
    })),
  );

  constructor() {
    void inject(TitlesInForce)
      .summaries()
      .then((versions) => this.versions.set(versions));
  }

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    const [protocol, version] = (this.chosen() ?? '').split('@');
    this.isMissing.set(!protocol || !version);
    if (!protocol || !version) return;
    const answer = await this.sendingKey.send(this.chosen(), (key) => this.client.beginFrom(protocol, version, key));
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) await this.router.navigate(['/protocoles/brouillons', answer.value.id]);
  }
}
