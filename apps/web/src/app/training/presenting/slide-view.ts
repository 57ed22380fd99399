import { Component, computed, inject, input } from '@angular/core';
import type { Slide } from '@repere/contract';
import { Icon, Language } from '@repere/ui';

/** What a slide says, below its title. */
@Component({
  selector: 'app-slide-view',
  imports: [Icon],
  templateUrl: './slide-view.html',
  styleUrl: './slide-view.scss',
})
export class SlideView {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly slide = input.required<Slide>();

  /** Choices are lettered, so that a room can name them. */
  protected readonly isLettered = computed(() => ['question', 'answer'].includes(this.slide().kind));
  protected readonly points = computed(() =>
    this.slide().points.map((point, index) => ({ ...point, letter: String.fromCodePoint(65 + index) })),
  );
}
