import { Component, inject, input } from '@angular/core';
import { Icon, Language, SpaceTime } from '@repere/ui';

/** That an emergency access is the reader's only relation to this case, and until when. */
@Component({
  selector: 'app-emergency-notice',
  imports: [Icon],
  template: `
    <p role="note"><rp-icon name="lock" /> {{ t('rights.glass.banner', { time: time.briefly(until()) }) }}</p>
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: 0.6rem;
      margin-block: 0.5rem 1rem;
      padding: 0.7rem 1rem;
      border-inline-start: 4px solid var(--rp-accent);
      background: var(--rp-primary-wash);
      font-weight: 600;
    }
  `,
})
export class EmergencyNotice {
  protected readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly until = input.required<string>();
}
