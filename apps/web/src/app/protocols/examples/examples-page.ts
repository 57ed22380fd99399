import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Problem, ProtocolExample } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { Banner } from '@repere/ui/feedback';
import { ProblemLine } from '../../platform/problem-line';
import { OpenProtocol } from '../open-protocol';
import { ProtocolHead } from '../protocol-head';
import { partPath } from '../protocol-paths';
import { ProtocolsClient } from '../protocols-client';

/** Made-up children whose stories show what the protocol does; each can be played. */
@Component({
  selector: 'app-examples-page',
  imports: [Banner, Icon, ProblemLine, ProtocolHead, RouterLink],
  template: `
    <app-protocol-head part="examples" />
    <p class="rp-lead">{{ t('protocols.examples.lead') }}</p>
    <rp-banner kind="training">{{ t('protocols.examples.fictional') }}</rp-banner>
    <app-problem-line [problem]="problem()" (again)="loadExamples()" />
    @if (examples()) {
      <ol class="rp-list">
        @for (example of lines(); track example.id) {
          <li>
            <h2>
              <span class="number">{{ example.name }}</span>
              {{ example.title }}
            </h2>
            @if (example.told !== example.title) {
              <p>{{ example.told }}</p>
            }
            <a class="play" [routerLink]="example.path">
              {{ t('protocols.examples.play') }} <span class="rp-out-of-sight">: {{ example.name }}</span>
              <rp-icon name="arrow" />
            </a>
          </li>
        } @empty {
          <li>{{ t('protocols.examples.none') }}</li>
        }
      </ol>
    } @else if (!problem()) {
      <div class="rp-bones" aria-hidden="true"></div>
    }
  `,
  styles: `
    ol {
      max-inline-size: 48rem;
      margin-block-start: 1.25rem;
    }
    li {
      padding-block: 0.9rem;
      border-block-start: 1px solid var(--rp-line);
    }
    h2 {
      margin: 0;
      font-size: 1.08rem;
    }
    .number {
      margin-inline-end: 0.4rem;
      color: var(--rp-ink-soft);
      font-weight: 400;
    }
    p {
      margin: 0.2rem 0;
    }
    .play {
      display: inline-flex;
      align-items: center;
      gap: 0.4rem;
      min-block-size: 36px;
      font-weight: 600;
    }
    .rp-bones {
      block-size: 40rem;
    }
  `,
})
export class ExamplesPage {
  private readonly client = inject(ProtocolsClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly protocol = inject(OpenProtocol).current;

  protected readonly examples = signal<readonly ProtocolExample[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lines = computed(() => {
    const { protocol, version } = this.protocol();
    return (this.examples() ?? []).map((example, place) => ({
      ...example,
      title: this.localize(example.title),
      told: this.localize(example.story),
      name: this.t('protocols.examples.one', { n: place + 1 }),
      path: [...partPath(protocol, version, 'examples'), example.id],
    }));
  });

  constructor() {
    effect(() => {
      this.protocol();
      untracked(() => void this.loadExamples());
    });
  }

  protected async loadExamples(): Promise<void> {
    const { protocol, version } = this.protocol();
    const answer = await this.client.examples(protocol, version);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.examples.set(answer.value);
  }
}
