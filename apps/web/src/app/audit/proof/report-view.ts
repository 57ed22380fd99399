import { Component, computed, inject, input } from '@angular/core';
import { type BundleReport, CHECK_WORDS, faultToName, NEVER_PROVEN, formatVerdict } from '@repere/audit';
import { Icon, type IconName, Language } from '@repere/ui';
import type { CheckedFile } from './check-bundle-here';

const ICONS = {
  sound: 'done',
  exercise: 'banner',
  'unknown-signer': 'help',
  tampered: 'danger',
  unreadable: 'help',
} as const satisfies Record<BundleReport['verdict'], IconName>;
const MARKS = { ok: 'done', failed: 'danger', 'not-possible': 'none' } as const satisfies Record<
  string,
  IconName
>;

/** What verifying a bundle has found: the verdict first, then what was checked, what was not, what can't be proved. */
@Component({
  selector: 'app-report-view',
  imports: [Icon],
  templateUrl: './report-view.html',
  styleUrl: './report-view.scss',
})
export class ReportView {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly checked = input.required<CheckedFile>();
  /** When it was verified, as shown. */
  readonly at = input.required<string>();

  protected readonly words = CHECK_WORDS;
  protected readonly marks = MARKS;
  protected readonly never = NEVER_PROVEN;
  protected readonly report = computed(() => this.checked().report);
  protected readonly verdict = computed(() => formatVerdict(this.report()));
  protected readonly place = computed(() => faultToName(this.report())?.file);
  protected readonly icon = computed(() => ICONS[this.report().verdict]);
}
