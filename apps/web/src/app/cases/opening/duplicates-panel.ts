import { APP_BASE_HREF } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { DuplicateMatch } from '@repere/contract';
import { Icon, Language, LOCALES } from '@repere/ui';
import { formatEdtf } from '@repere/ui/date';
import { TextField } from '@repere/ui/field';
import type { FormPart } from '../../platform/form/sending-form';
import { DuplicateWatch } from './duplicate-watch';
import type { NewCaseAsTyped } from './new-case-draft';

/** Cases that resemble what is typed, why they do, and why it is none of them. */
@Component({
  selector: 'app-duplicates-panel',
  imports: [FormField, Icon, TextField],
  templateUrl: './duplicates-panel.html',
  styleUrl: './duplicates-panel.scss',
})
export class DuplicatesPanel {
  protected readonly language = inject(Language);
  private readonly base = inject(APP_BASE_HREF);
  protected readonly t = this.language.t;
  private readonly watch = inject(DuplicateWatch);

  /** The form that the reason is a part of. */
  readonly form = input.required<FormPart<Pick<NewCaseAsTyped, 'danger' | 'whyNoDuplicate'>>>();

  protected readonly matches = computed(() => {
    const state = this.watch.state();
    return state.kind === 'searched' ? state.matches : [];
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
    return list.format(match.why.map(({ text }) => this.language.localize(text)));
  }

  protected born(edtf: string): string {
    return this.t('cases.new.duplicates.born', { date: formatEdtf(edtf, this.language.current()) });
  }
}
