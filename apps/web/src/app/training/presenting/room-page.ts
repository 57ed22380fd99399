import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import { Room } from '../../access/play/room/room';
import { Session } from '../../access/session';
import { PageHeading } from '../../platform/pages/page-heading';
import { SlideView } from './slide-view';

/** What the room sees of a scenario, on every screen of the class and on the wall. What whoever leads reads beside is nowhere here. */
@Component({
  selector: 'app-room-page',
  imports: [PageHeading, RouterLink, SlideView],
  template: `
    <div class="rp-page">
      @if (slide(); as slide) {
        <h1 appPageHeading>{{ localize(slide.title) }}</h1>
        <p role="status" class="rp-out-of-sight">{{ localize(slide.title) }}</p>
        <app-slide-view [slide]="slide" />
      } @else {
        <h1 appPageHeading>{{ t('training.room.title') }}</h1>
        <p class="rp-lead">{{ t(isTraining() ? 'training.room.nothing' : 'training.group.elsewhere') }}</p>
        @if (!isTraining()) {
          <p>
            <a routerLink="/formation">{{ t('training.title') }}</a>
          </p>
        }
      }
    </div>
  `,
  styles: `
    app-slide-view {
      max-inline-size: 52rem;
      font-size: 1.3rem;
    }
    :host-context([data-view='projected']) app-slide-view {
      max-inline-size: none;
      font-size: 1rem;
    }
  `,
})
export class RoomPage {
  private readonly room = inject(Room);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  protected readonly isTraining = computed(() => this.session.about()?.space.kind === 'training');
  protected readonly slide = computed(() => this.room.shown()?.slide ?? null);
}
