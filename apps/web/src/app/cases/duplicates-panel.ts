import { APP_BASE_HREF } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import type { DuplicateMatch } from '@repere/contract';
import { Icon, Language, LOCALES } from '@repere/ui';
import { sayEdtf } from '@repere/ui/date';
import { TextField } from '@repere/ui/field';
import { DuplicateWatch } from './duplicate-watch';
import { NewCaseDraft } from './new-case-draft';

/** Cases that resemble what is typed, why they do, and why it is none of them. */
@Component({
  selector: 'app-duplicates-panel',
  imports: [Icon, TextField],
  templateUrl: './duplicates-panel.html',
  styleUrl: './duplicates-panel.scss',
})
export class DuplicatesPanel {
  protected readonly language = inject(Language);
  private readonly base = inject(APP_BASE_HREF);
  protected readonly t = this.language.t;
  protected readonly draft = inject(NewCaseDraft);
  private readonly watch = inject(DuplicateWatch);

  /** Words of what is wrong with the reason. */
  readonly problem = input<string | null>(null);

  protected readonly matches = computed(() => {
    const state = this.watch.state();
    return state.kind === 'looked' ? state.matches : [];
  });
  protected readonly tally = computed(() => {
    const state = this.watch.state();
    if (state.kind === 'waiting') return this.t('cases.new.duplicates.waiting');
    if (state.kind === 'failed') return this.t('cases.new.duplicates.failed');
    if (!state.matches.length) return this.t('cases.new.duplicates.none');
    return this.language.count('cases.new.duplicates.found', state.matches.length);
  });

  protected address(caseFileId: string): string {
    return `${this.base}dossiers/${encodeURIComponent(caseFileId)}`;
  }

  protected whys(match: DuplicateMatch): string {
    const list = new Intl.ListFormat(LOCALES[this.language.current()], { type: 'conjunction' });
    return list.format(match.why.map(({ text }) => this.language.say(text)));
  }

  protected born(edtf: string): string {
    return this.t('cases.new.duplicates.born', { date: sayEdtf(edtf, this.language.current()) });
  }
}
