import { Component, computed, inject } from '@angular/core';
import { Language } from '@repere/ui';
import { Session } from '../../access/session';
import { PageHeading } from '../../platform/pages/page-heading';
import { CodeForm } from './code-form';
import { WaitingRoomView } from './waiting-room-view';

/** The way into a class: in the live space its code, in the training space a nickname, a role, and waiting to be admitted. */
@Component({
  selector: 'app-join-page',
  imports: [CodeForm, PageHeading, WaitingRoomView],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('training.join.title') }}</h1>
      @if (isLive()) {
        <p class="rp-lead">{{ t('training.join.lead') }}</p>
        <app-code-form />
      } @else {
        <app-waiting-room-view />
      }
      <p class="rp-quiet">{{ t('training.join.fictional') }}</p>
    </div>
  `,
  styles: `
    .rp-page {
      max-inline-size: 38rem;
    }
  `,
})
export class JoinPage {
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  /** Of a space that is gone nothing is known: the waiting room says so. */
  protected readonly isLive = computed(() => this.session.about()?.space.kind === 'live');
}
