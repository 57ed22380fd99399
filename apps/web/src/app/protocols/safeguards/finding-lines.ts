import { Component, computed, inject, input } from '@angular/core';
import type { ProofFinding, Verdict } from '@repere/protocol';
import { Language } from '@repere/ui';
import { ProofWord } from '../proof-word';
import { countCovered } from './count-covered';

/** What is known of one property: the word, how it was looked at, how far; and the story of the child it would fail. */
@Component({
  selector: 'app-finding-lines',
  imports: [ProofWord],
  template: `
    <p><app-proof-word [verdict]="verdict()" /></p>
    @if (finding(); as finding) {
      @if (finding.bound; as bound) {
        <p>{{ t('protocols.proof.bound', { bound: localize(bound) }) }}</p>
      }
      <p class="soft">{{ covered() }}</p>
      @if (finding.counterExample; as story) {
        <div class="story">
          <p>
            <strong>{{ localize(story.story) }}</strong>
          </p>
          <ol>
            @for (line of story.lines; track $index) {
              <li>{{ localize(line) }}</li>
            }
          </ol>
          <p class="soft">
            {{ t(story.isShortest ? 'protocols.proof.shortest' : 'protocols.proof.not-shortest') }}
          </p>
          <details>
            <summary>{{ t('protocols.proof.as-example') }}</summary>
            <pre tabindex="0">{{ story.example }}</pre>
          </details>
        </div>
      }
    }
  `,
  styles: `
    p {
      margin: 0.2rem 0 0;
    }
    .soft {
      color: var(--rp-ink-soft);
      font-size: 0.95rem;
    }
    .story {
      margin-block: 0.75rem;
      padding-inline-start: 1rem;
      border-inline-start: 4px solid var(--rp-error);
    }
    ol {
      margin: 0.3rem 0;
      padding-inline-start: 1.5rem;
    }
    summary {
      inline-size: fit-content;
      min-block-size: 32px;
      color: var(--rp-primary);
      cursor: pointer;
    }
    pre {
      overflow-x: auto;
      font-size: 0.85rem;
    }
  `,
})
export class FindingLines {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly verdict = input.required<Verdict | null>();
  readonly finding = input<ProofFinding>();

  protected readonly covered = computed(() => {
    const finding = this.finding();
    if (!finding) return '';
    const method = this.t(`protocols.method.${finding.method}`);
    return [method, countCovered(finding.covered, this.language)].filter(Boolean).join(' · ');
  });
}
