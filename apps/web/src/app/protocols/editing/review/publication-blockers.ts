import { Component, ElementRef, computed, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PublicationBlocker } from '@repere/contract';
import { Language } from '@repere/ui';
import { draftPath, type DraftPart } from '../draft-paths';
import { CounterExampleView } from '../proof/counter-example-view';

/** Where what keeps a draft can be mended; `null`: by another person. */
const MENDED_IN: Readonly<Record<PublicationBlocker['code'], DraftPart | null>> = {
  'has-errors': 'text',
  'other-protocol': 'text',
  'too-much-work': 'text',
  'version-exists': 'changes',
  'version-says-too-little': 'changes',
  'version-not-newer': 'changes',
  'no-change-notes': 'changes',
  'in-force-past': 'changes',
  'not-explored': 'safeguards',
  exploring: 'safeguards',
  'exploration-failed': 'safeguards',
  'broken-safeguard': 'safeguards',
  'broken-promise': 'safeguards',
  'dropped-safeguard': 'text',
  'lost-proof': null,
  'not-approved': null,
};

/** What keeps the draft from being published: each says what is missing, and leads to where it can be given. */
@Component({
  selector: 'app-publication-blockers',
  imports: [RouterLink, CounterExampleView],
  template: `
    @if (lines().length) {
      <section #card tabindex="-1" aria-labelledby="missing-title">
        <h3 id="missing-title">{{ language.count('editing.missing.title', lines().length) }}</h3>
        <ul>
          @for (line of lines(); track $index) {
            <li>
              {{ language.localize(line.text) }}
              @if (line.part; as part) {
                <a [routerLink]="path(part)">{{ t('editing.missing.go.' + part) }}</a>
              } @else {
                <span class="rp-quiet">{{ t('editing.missing.who') }}</span>
              }
              @if (line.lines || line.story) {
                <app-counter-example [story]="line.story" [lines]="line.lines ?? []" />
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      padding: 0.9rem 1.2rem;
      border: 1px solid var(--rp-line-strong);
      border-radius: 12px;
    }
    h3 {
      margin: 0 0 0.4rem;
    }
    ul {
      margin: 0;
      padding-inline-start: 1.2rem;
    }
    li {
      padding-block: 0.25rem;
    }
  `,
})
export class PublicationBlockers {
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly card = viewChild<ElementRef<HTMLElement>>('card');

  readonly draftId = input.required<string>();
  readonly reasons = input.required<readonly PublicationBlocker[]>();

  protected readonly lines = computed(() =>
    this.reasons().map((reason) => ({ ...reason, part: MENDED_IN[reason.code] })),
  );

  /** Who presses *publish* too early is brought here. */
  focus(): void {
    this.card()?.nativeElement.focus();
  }

  protected path(part: DraftPart): readonly string[] {
    return draftPath(this.draftId(), part);
  }
}
