import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { ScenarioSummary } from '@repere/contract';
import { Language } from '@repere/ui';
import { SelectField, type Option } from '@repere/ui/choice';
import { TitlesInForce } from '../protocols/titles-in-force';
import { OutOfForceLines } from './scenarios/out-of-force';

/** Stories to play on the page, a line or two each, so that one is picked quickly; what happens in it opens. */
@Component({
  selector: 'app-story-list',
  imports: [FormField, OutOfForceLines, RouterLink, SelectField],
  template: `
    <section aria-labelledby="stories-title">
      <h2 id="stories-title">{{ t('training.stories') }}</h2>
      <rp-select-field
        fieldId="story-protocol"
        [label]="t('training.of-protocol')"
        [none]="t('training.every-protocol')"
        [options]="options()"
        [formField]="look.protocol"
      />
      <ul class="rp-list">
        @for (line of lines(); track line.id) {
          <li>
            <h3>
              <a [routerLink]="line.path">{{ line.title }}</a>
            </h3>
            <p class="about">{{ line.about }}</p>
            <app-out-of-force [versions]="line.outOfForce" />
            <details class="rp-fold">
              <summary [attr.aria-label]="t('training.learnt-of', { title: line.title })">
                {{ t('training.learnt') }}
              </summary>
              <p>{{ line.summary }}</p>
              <ul class="objectives">
                @for (objective of line.objectives; track $index) {
                  <li>{{ objective }}</li>
                }
              </ul>
            </details>
          </li>
        } @empty {
          <li>{{ t('training.none') }}</li>
        }
      </ul>
    </section>
  `,
  styles: `
    rp-select-field {
      max-inline-size: 28rem;
      margin-block-end: 0.75rem;
    }
    .rp-list > li {
      padding-block: 0.5rem 0.1rem;
      border-block-start: 1px solid var(--rp-line);
    }
    h3 {
      margin: 0;
      font-size: 1.08rem;
    }
    p {
      margin-block: 0.2rem;
    }
    .about {
      color: var(--rp-ink-soft);
    }
    .objectives {
      margin-block: 0.3rem 0.6rem;
      padding-inline-start: 1.2rem;
    }
  `,
})
export class StoryList {
  private readonly titles = inject(TitlesInForce);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly scenarios = input.required<readonly ScenarioSummary[]>();

  /** `protocol`: the one of which stories are looked for; `null`: any. */
  private readonly looking = signal({ protocol: null as string | null });
  protected readonly look = form(this.looking);
  protected readonly options = computed<readonly Option[]>(() =>
    [...new Set(this.scenarios().flatMap(({ protocols }) => protocols))]
      .map((code) => ({ code, label: this.titles.titleOf(code) }))
      .sort((a, b) => a.label.localeCompare(b.label, this.language.current())),
  );
  protected readonly lines = computed(() => {
    const looked = this.looking().protocol;
    return this.scenarios()
      .filter(({ protocols }) => looked === null || protocols.includes(looked))
      .map(({ id, title, summary, protocol, minutes, objectives, outOfForce }) => ({
        ...{ id, outOfForce, path: ['/formation', id], title: this.language.localize(title) },
        summary: this.language.localize(summary),
        about: this.language.count('training.about', minutes, { protocol: this.titles.titleOf(protocol) }),
        objectives: objectives.map((it) => this.language.localize(it)),
      }));
  });
}
