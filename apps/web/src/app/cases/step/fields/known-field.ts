import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FieldView } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { stepPath } from '../../case-paths';
import { shownName } from '../../shown-name';
import { formatValue } from './format-value';
import { StepSession } from '../step-session';
import { knownValue } from '../typed-step';

/** A value that is known: asked once, shown from then on. It may have changed, or have been wrong. */
@Component({
  selector: 'app-known-field',
  imports: [RouterLink],
  template: `
    <div class="known" [id]="fieldId()" tabindex="-1">
      <p class="rp-label">{{ title() }}</p>
      <p class="value">{{ value() }}</p>
      @if (field().redactedNote) {
        <p>{{ t('step.redacted.note') }}</p>
      }
      <p class="from">
        <span>{{ from() }}</span>
        @if (field().changes === 'over-time') {
          <button
            type="button"
            class="rp-link"
            [attr.aria-label]="named('step.known.changed')"
            (click)="changed.emit()"
          >
            {{ t('step.known.changed') }}
          </button>
        }
        @if (correction(); as correction) {
          <a
            [routerLink]="correction.path"
            [queryParams]="{ corriger: correction.entryId }"
            [attr.aria-label]="named('step.known.wrong')"
          >
            {{ t('step.known.wrong') }}
          </a>
        }
      </p>
    </div>
  `,
  styleUrl: './known-field.scss',
})
export class KnownField {
  private readonly session = inject(StepSession);
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly field = input.required<FieldView>();
  readonly fieldId = input.required<string>();
  readonly changed = output<void>();

  protected readonly title = computed(() => this.language.localize(this.field().title));
  protected readonly value = computed(() => {
    const known = knownValue(this.field());
    return known === null ? '' : formatValue(this.field(), known, this.language);
  });
  protected readonly from = computed(() => {
    const from = this.field().currentFrom;
    if (!from) return '';
    const by = shownName(from.by, this.t('case.name-redacted'));
    return this.t('step.known.from', { day: this.time.day(from.at), by });
  });
  /** Where the entry that told it can be corrected. */
  protected readonly correction = computed(() => {
    const page = this.session.page();
    const from = this.field().currentFrom;
    if (!page?.may.amend) return null;
    const own = page.entries.find((entry) => entry.values.some(({ fact }) => fact === this.field().id));
    const entryId = from?.entryId ?? own?.entryId;
    const path = stepPath(page.caseFileId, from?.runId ?? page.runId, from?.step ?? page.step);
    return entryId && (own || from?.step) ? { entryId, path } : null;
  });

  protected named(key: string): string {
    return this.t('step.known.act-on', { act: this.t(key), title: this.title() });
  }
}
