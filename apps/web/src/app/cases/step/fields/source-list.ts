import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CitedSource, StepPage } from '@repere/contract';
import { Language } from '@repere/ui';
import { SourceLines } from './source-lines';

/** On what ground: law, report, practice, each with how surely its words are known. Opens on demand. */
@Component({
  selector: 'app-source-list',
  imports: [RouterLink, SourceLines],
  template: `
    @if (sources().length) {
      <details>
        <summary>{{ t('step.sources.title') }}</summary>
        <app-source-lines [sources]="sources()" />
        @if (rule(); as rule) {
          <p>
            <a [routerLink]="rule.path" [fragment]="rule.fragment">
              {{ t('step.sources.rule', { version: rule.version }) }}
            </a>
          </p>
        }
      </details>
    }
  `,
  styleUrl: './source-list.scss',
})
export class SourceList {
  protected readonly t = inject(Language).t;

  readonly sources = input.required<readonly CitedSource[]>();
  /** The step whose rule can be read, in the version that its protocol follows here. */
  readonly of = input<Pick<StepPage, 'protocol' | 'version' | 'step'> | null>(null);

  protected readonly rule = computed(() => {
    const of = this.of();
    return (
      of && {
        path: ['/protocoles', of.protocol, of.version],
        fragment: `step-${of.step}`,
        version: of.version,
      }
    );
  });
}
