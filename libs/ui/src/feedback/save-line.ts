import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-shapes';
import { Language } from '../language/language';
import { SpaceTime } from '../time/space-time';

/** Where the text is, and how old. `at`: ISO 8601 or epoch milliseconds. */
export type SaveState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string | number }
  /** A draft that counts for nothing yet is kept. */
  | { readonly kind: 'draft-kept'; readonly at: string | number }
  | { readonly kind: 'on-device'; readonly at: string | number }
  /** In the memory of this tab, and gone with it. */
  | { readonly kind: 'in-tab'; readonly at: string | number }
  | { readonly kind: 'sent'; readonly at: string | number }
  | { readonly kind: 'to-review' };

const ICONS: Readonly<Record<SaveState['kind'], IconName>> = {
  nothing: 'dots',
  saving: 'dots',
  saved: 'done',
  'draft-kept': 'done',
  'on-device': 'device',
  'in-tab': 'device',
  sent: 'sent',
  'to-review': 'danger',
};

/** `Enregistré 14:02`, `Brouillon gardé 14:02`, `Dans cet onglet…`, `Envoyé 14:02`, `À revoir`; no word before anything is written. Keeps its height, so nothing moves. */
@Component({
  selector: 'rp-save-line',
  imports: [Icon],
  template: `
    <p role="status">
      @if (words(); as words) {
        <span>{{ words }}</span> <rp-icon [name]="icon()" />
      }
    </p>
  `,
  styles: `
    p {
      display: inline-flex;
      align-items: center;
      gap: 0.4em;
      min-block-size: 1.7em;
      margin: 0;
      color: var(--rp-ink-soft);
      font-size: 0.95rem;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class SaveLine {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);

  readonly state = input.required<SaveState>();

  protected readonly icon = computed(() => ICONS[this.state().kind]);
  protected readonly words = computed(() => {
    const state = this.state();
    if (state.kind === 'nothing') return '';
    const time = 'at' in state ? this.time.briefly(state.at) : '';
    return this.language.t(`ui.save.${state.kind}`, { time });
  });
}
