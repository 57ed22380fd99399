import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CitedSource, Problem, ReadableProtocol } from '@repere/contract';
import { stepGrounds } from '@repere/cases';
import type { RunView } from '@repere/case-engine';
import { Language } from '@repere/ui';
import { ProblemLine } from '../../../platform/problem-line';
import { SourceLines } from '../../step/fields/source-lines';
import { VersionTexts } from './version-texts';

/** On what a step stands, in the version that the run follows, and the way to its rule. */
@Component({
  selector: 'app-step-grounds',
  imports: [ProblemLine, RouterLink, SourceLines],
  template: `
    <app-problem-line [problem]="problem()" (again)="loadGrounds()" />
    @if (sources(); as sources) {
      <app-source-lines [sources]="sources" />
      <p>
        <a [routerLink]="['/protocoles', run().protocol, run().version]" [fragment]="'step-' + step()">
          {{ t('step.sources.rule', { version: run().version }) }}
        </a>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      position: relative;
      z-index: 1;
      padding: 0.25rem 1rem;
      border-inline-start: 3px solid var(--rp-line-strong);
      background: var(--rp-wash);
    }
    p {
      margin: 0;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 40px;
    }
  `,
})
export class StepGrounds {
  private readonly texts = inject(VersionTexts);
  protected readonly t = inject(Language).t;

  readonly run = input.required<RunView>();
  readonly step = input.required<string>();

  private readonly text = signal<ReadableProtocol | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sources = computed(() => {
    const text = this.text();
    const step = text?.document.steps.find(({ id }) => id === this.step());
    return text && step ? stepGrounds(step).map((code) => cited(code, text.sources)) : null;
  });

  constructor() {
    effect(() => {
      this.run();
      untracked(() => void this.loadGrounds());
    });
  }

  protected async loadGrounds(): Promise<void> {
    const { protocol, version } = this.run();
    const answer = await this.texts.readProtocol(protocol, version);
    this.problem.set(answer.ok ? null : answer.problem);
    this.text.set(answer.ok ? answer.value : null);
  }
}

function cited(code: string, sources: ReadableProtocol['sources']): CitedSource {
  const source = sources[code];
  if (!source) return { code, text: { fr: code, en: code } };
  const { title, confidence, ...rest } = source;
  // No rule may stand on what is not verified; such a source says nothing of how sure it is.
  return { text: title, ...rest, ...(confidence && confidence !== 'U' && { confidence }) };
}
