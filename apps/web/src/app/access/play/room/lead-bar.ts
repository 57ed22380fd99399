import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { ProblemLine } from '../../../platform/problem-line';
import { Room } from './room';

const PRESENTER = '/formation/presenter';
/** Pages that are whoever leads’s own, or about who one is: the room is not taken there. */
const OWN =
  /^\/(?:formation(?!\/(?:bilan|questions)$)|administration|compte|connexion|lien|lier|mot-de-passe-oublie|seconde-preuve|reponse|qui-peut)(?:\/|$)/;

/** For whoever leads while something is presented: what the room sees, whether it goes along with their pages, and the pause. */
@Component({
  selector: 'app-lead-bar',
  imports: [ProblemLine],
  template: `
    @if (room.isPresenting() && !isAtPresenter()) {
      <p role="status">{{ sees() }}</p>
      <div class="acts" role="group" [attr.aria-label]="t('spaces.room.label')">
        <button type="button" class="rp-chip" [attr.aria-pressed]="isPaused()" (click)="pause()">
          {{ t('spaces.room.pause') }}
        </button>
        <button
          type="button"
          class="rp-chip"
          [attr.aria-pressed]="isFollowed()"
          (click)="isFollowed.set(!isFollowed())"
        >
          {{ t('spaces.room.follow-me') }}
        </button>
        @if (mayShow() && !room.isThere() && !isFollowed()) {
          <button type="button" class="rp-chip" (click)="showHere()">{{ t('spaces.room.show-here') }}</button>
        }
        <button type="button" class="rp-chip" (click)="endPresenting()">{{ t('spaces.room.end') }}</button>
      </div>
      @if (!room.isLineUp()) {
        <p>{{ t('spaces.room.line-down') }}</p>
      }
    }
    @if (problem(); as fault) {
      <app-problem-line [problem]="fault" (again)="problem.set(null)" />
    }
  `,
  styles: `
    :host,
    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.4rem 0.6rem;
      min-inline-size: 0;
    }
    p {
      margin: 0;
    }
  `,
})
export class LeadBar {
  protected readonly room = inject(Room);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly problem = signal<Problem | null>(null);
  protected readonly isFollowed = signal(false);
  protected readonly isPaused = computed(() => this.room.shown()?.isPaused ?? false);
  /** That page has all of it. */
  protected readonly isAtPresenter = computed(() => this.room.here() === PRESENTER);
  protected readonly mayShow = computed(() => !OWN.test(this.room.here()));
  protected readonly sees = computed(() => {
    const { slide = null, page = null } = this.room.shown() ?? {};
    if (slide && page === null)
      return this.t('spaces.room.sees-slide', { title: this.language.localize(slide.title) });
    return this.t(this.room.isThere() ? 'spaces.room.sees-this' : 'spaces.room.sees-page');
  });

  constructor() {
    this.room.join('leading');
    effect(() => {
      this.room.here();
      if (this.isFollowed() && this.mayShow() && this.room.isPresenting())
        untracked(() => void this.showHere());
    });
  }

  protected async showHere(): Promise<void> {
    if (this.room.isThere()) return;
    const slide = this.room.shown()?.slide?.id ?? null;
    await this.changeShown({ slide, page: this.room.here(), isPaused: this.isPaused() });
  }

  protected pause(): Promise<void> {
    const { slide, page = null } = this.room.shown() ?? {};
    return this.changeShown({ slide: slide?.id ?? null, page, isPaused: !this.isPaused() });
  }

  protected endPresenting(): Promise<void> {
    this.isFollowed.set(false);
    return this.changeShown({ isPaused: false });
  }

  private async changeShown(asked: Parameters<Room['present']>[0]): Promise<void> {
    this.problem.set(await this.room.present(asked));
  }
}
