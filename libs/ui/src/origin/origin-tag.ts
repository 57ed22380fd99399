import { Component, computed, inject, input } from '@angular/core';
import { type DeadlineOrigin, ORIGIN_WORDS } from '@repere/protocol';
import { Language } from '../language/language';

let made = 0;

/** Where a deadline comes from; pressing it tells what that means. */
@Component({
  selector: 'rp-origin-tag',
  template: `
    <button type="button" class="tag rp-on-paper" [attr.popovertarget]="id" [attr.aria-label]="name()">
      {{ word() }}
    </button>
    <span class="why" popover [id]="id">{{ why() }}</span>
  `,
  styleUrl: './origin-tag.scss',
})
export class OriginTag {
  private readonly language = inject(Language);

  readonly origin = input.required<DeadlineOrigin>();

  protected readonly id = `rp-origin-${++made}`;
  protected readonly word = computed(() => this.language.localize(ORIGIN_WORDS[this.origin()]));
  protected readonly why = computed(() => this.language.t(`ui.origin.${this.origin()}.why`));
  protected readonly name = computed(() => this.language.t('ui.origin.name', { word: this.word() }));
}
