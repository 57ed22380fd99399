import { Component, inject, signal } from '@angular/core';
import { Language } from '@repere/ui';
import { spaceWords } from '../space-words';
import { Room } from './room';
import { ScreenMode } from './screen-mode';

/** On the wall in place of all bars: goes along with the room, says when the line is down, and has the way out. */
@Component({
  selector: 'app-projected-bar',
  template: `
    @if (isReady()) {
      @if (!room.isLineUp()) {
        <p role="status">{{ t('spaces.room.line-down') }}</p>
      }
      <button type="button" class="rp-link" (click)="mode.project(false)">
        {{ t('spaces.room.leave-projection') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 0 1rem;
      padding-inline: 1rem;
      font-size: max(15px, 0.6rem);
    }
    p {
      margin: 0;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class ProjectedBar {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly room = inject(Room);
  protected readonly mode = inject(ScreenMode);
  protected readonly isReady = signal(false);

  constructor() {
    this.room.join('projected');
    void this.language.useAlso(spaceWords).then(() => this.isReady.set(true));
  }
}
