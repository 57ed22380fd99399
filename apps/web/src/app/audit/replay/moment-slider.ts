import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { FormField, form, max, min } from '@angular/forms/signals';
import type { ReplayMoment } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';

/** The life of a case under one thumb. What it stands on is told in words while it moves; it goes there when let go. */
@Component({
  selector: 'app-moment-slider',
  imports: [FormField],
  template: `
    <label for="moment" class="rp-label">{{ t('audit.replay.slider') }}</label>
    <input
      id="moment"
      type="range"
      step="1"
      [formField]="thumb"
      [attr.aria-valuetext]="words()"
      (change)="chosen.emit(moments()[held()]?.at ?? '')"
    />
    <p class="ends" aria-hidden="true">
      <span>{{ t('audit.replay.opening') }}</span>
      <span>{{ t('audit.replay.latest') }}</span>
    </p>
    @if (held() !== here()) {
      <p class="going" aria-hidden="true">{{ words() }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    input {
      inline-size: 100%;
      min-block-size: 44px;
      margin: 0;
      accent-color: var(--rp-primary);
    }
    .ends {
      display: flex;
      justify-content: space-between;
      margin: 0;
      color: var(--rp-ink-soft);
      font-size: 0.92rem;
    }
    .going {
      margin: 0.4rem 0 0;
      font-weight: 600;
    }
  `,
})
export class MomentSlider {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly moments = input.required<readonly ReplayMoment[]>();
  /** Place of the moment that is shown. */
  readonly here = input.required<number>();
  /** What stands in the address of the moment where it was let go. */
  readonly chosen = output<string>();

  /** Where the thumb is, until it is let go. */
  protected readonly held = linkedSignal(() => Math.max(0, this.here()));
  protected readonly thumb = form(this.held, (held) => {
    min(held, 0);
    max(held, () => this.moments().length - 1);
  });
  protected readonly words = computed(() => {
    const moment = this.moments()[this.held()];
    if (!moment) return '';
    return this.t('audit.replay.place', {
      place: this.held() + 1,
      count: this.moments().length,
      when: this.time.exactly(moment.when),
      title: this.language.localize(moment.title),
    });
  });
}
