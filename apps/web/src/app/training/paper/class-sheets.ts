import { Component, computed, inject, input } from '@angular/core';
import type { ReadingGrounds } from '@repere/training';
import { Language } from '@repere/ui';
import { showPaper } from './show-paper';

/** As many decisions as a class writes down on one page. */
const LINES = 9;

/** A scenario on paper for a class: who is in it, cards to be handed out, questions, room for decisions. Nothing says what is looked for. */
@Component({
  selector: 'app-class-sheets',
  templateUrl: './class-sheets.html',
  styleUrl: './paper-sheets.scss',
  host: { class: 'rp-instead-of-paper' },
})
export class ClassSheets {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly grounds = input.required<ReadingGrounds>();

  protected readonly lines = Array.from({ length: LINES }, (_, index) => index);
  protected readonly paper = computed(() => showPaper(this.grounds(), this.language));
}
