import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReplayMoment } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { shownName } from '../../cases/shown-name';
import { isWideScreen } from '../../platform/pages/wide-screen';

/** Every moment as a link, oldest first: what the slider shows, to be read. On a narrow screen it waits behind its title. */
@Component({
  selector: 'app-moment-list',
  imports: [RouterLink],
  template: `
    <section aria-labelledby="moments-title">
      <details [open]="isWide">
        <summary>
          <h2 id="moments-title">{{ t('audit.replay.list') }}</h2>
        </summary>
        <ol class="rp-list">
          @for (moment of moments(); track moment.at; let place = $index) {
            <li [class.here]="place === here()">
              <a
                [id]="'moment-' + moment.at"
                routerLink="."
                [queryParams]="{ au: moment.at }"
                [attr.aria-current]="place === here() ? 'step' : null"
                >{{ localize(moment.title) }}</a
              >
              <span class="when">
                <time [attr.datetime]="moment.when">{{ time.exactly(moment.when) }}</time>
                @if (moment.by; as by) {
                  &ngsp;<span>{{ t('case.entry.by', { by: shownName(by, t('case.name-redacted')) }) }}</span>
                }
              </span>
              @for (deviation of moment.deviations; track $index) {
                <span class="departs">{{ t('ui.deviation.' + deviation.kind) }}</span>
              }
            </li>
          }
        </ol>
      </details>
    </section>
  `,
  styles: `
    summary {
      min-block-size: 44px;
      cursor: pointer;
    }
    h2 {
      display: inline-block;
      margin: 0.5rem 0;
    }
    ol {
      border-block-start: 1px solid var(--rp-line);
    }
    li {
      display: grid;
      gap: 0 1rem;
      padding: 0.45rem 0.6rem;
      border-block-end: 1px solid var(--rp-line);
      border-inline-start: 4px solid transparent;
    }
    .here {
      border-inline-start-color: var(--rp-accent);
      background: var(--rp-wash);
    }
    a {
      justify-self: start;
      min-block-size: 28px;
      color: var(--rp-ink);
      overflow-wrap: anywhere;
    }
    @media (forced-colors: active) {
      li {
        border-inline-start-color: Canvas;
      }
      .here {
        border-inline-start-color: Highlight;
      }
    }
    .here a {
      font-weight: 650;
    }
    .when {
      color: var(--rp-ink-soft);
      font-size: 0.92rem;
    }
    .departs {
      color: var(--rp-accent);
      font-size: 0.92rem;
      font-weight: 600;
    }
  `,
})
export class MomentList {
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly shownName = shownName;
  protected readonly isWide = isWideScreen();

  readonly moments = input.required<readonly ReplayMoment[]>();
  readonly here = input.required<number>();
}
