import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-shapes';

/** A line over the page that says what kind of view this is, at every width and on paper. */
@Component({
  selector: 'rp-banner',
  imports: [Icon],
  template: `
    <rp-icon [name]="icon()" />
    <div class="words"><ng-content /></div>
  `,
  styleUrl: './banner.scss',
  host: { '[attr.data-kind]': 'kind()' },
})
export class Banner {
  /** `training`: fictional · `past`: read-only view of another day · `notice`: anything else worth a line. */
  readonly kind = input<'training' | 'past' | 'notice'>('notice');
  readonly icon = input<IconName>('banner');
}
