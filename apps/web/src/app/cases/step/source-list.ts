import { Component, inject, input } from '@angular/core';
import type { StepPage } from '@repere/cases';
import { Language } from '@repere/ui';

/** On what ground: law, report, practice, each with how surely its words are known. Opens on demand. */
@Component({
  selector: 'app-source-list',
  template: `
    @if (sources().length) {
      <details>
        <summary>{{ t('step.sources.title') }}</summary>
        <dl>
          @for (source of sources(); track source.code) {
            <dt>{{ source.code }}</dt>
            <dd>
              {{ say(source.text) }}
              @if (source.confidence; as confidence) {
                <span class="rp-quiet">{{ t('step.sources.confidence.' + confidence) }}</span>
              }
            </dd>
          }
        </dl>
      </details>
    }
  `,
  styleUrl: './source-list.scss',
})
export class SourceList {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly sources = input.required<StepPage['sources']>();
}
