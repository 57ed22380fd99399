import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BoardFigure } from '@repere/audit';
import { Language } from '@repere/ui';
import { type BoardFilter, figurePath, filterParams } from './board-filter';

/** A figure in words that leads to its cases; nothing to lead to where there is none. */
@Component({
  selector: 'app-figure-link',
  imports: [RouterLink],
  template: `
    @if (count()) {
      <a [id]="id()" [routerLink]="path()" [queryParams]="params()" [attr.aria-label]="label()">{{
        words()
      }}</a>
    } @else {
      <span>{{ words() }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      min-block-size: 32px;
    }
    span {
      color: var(--rp-ink-soft);
    }
  `,
})
export class FigureLink {
  private readonly language = inject(Language);

  readonly figure = input.required<BoardFigure>();
  readonly count = input.required<number>();
  readonly place = input.required<BoardFilter>();
  /** Whose or which the figure is, for who doesn't see the line that it stands in. */
  readonly of = input('');

  protected readonly words = computed(() =>
    this.language.count(`audit.board.count.${this.figure()}`, this.count()),
  );
  protected readonly label = computed(() =>
    this.of() ? this.language.t('audit.board.of', { figure: this.words(), of: this.of() }) : null,
  );
  protected readonly path = computed(() => figurePath(this.figure()));
  protected readonly params = computed(() => filterParams(this.place()));
  protected readonly id = computed(() => {
    const { personne = '', protocole = '' } = this.place();
    return `figure-${this.figure()}-${personne}${protocole}`;
  });
}
