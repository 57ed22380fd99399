import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { CHECK_WORDS, formatVerdict, type Stage } from '@repere/audit';
import { Language, LOCALES, machineNow } from '@repere/ui';
import { withFirst } from '@repere/ui/date';
import { LongText, TextField } from '@repere/ui/field';
import { writeThrough } from '../../platform/form/write-through';
import { PageHeading } from '../../platform/pages/page-heading';
import { BundlePicker } from './bundle-picker';
import type { CheckedFile } from './check-bundle-here';
import { ReportView } from './report-view';

interface TypedProof {
  readonly file: File | null;
  readonly checkpoint: string;
  readonly key: string;
}

/** Is this bundle what the record holds? Answered here in the browser; nothing is sent. */
@Component({
  selector: 'app-proof-page',
  imports: [BundlePicker, FormField, LongText, MatButton, PageHeading, ReportView, TextField],
  templateUrl: './proof-page.html',
  styleUrl: './proof-page.scss',
})
export class ProofPage {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly localize = this.language.localize;
  protected readonly checkWords = CHECK_WORDS;

  // Fetched with the page, so that it still verifies when the network is gone.
  private readonly verifier = import('./check-bundle-here');

  protected readonly typed = signal<TypedProof>({ file: null, checkpoint: '', key: '' });
  protected readonly form = form(
    writeThrough<TypedProof>(
      () => this.typed(),
      (typed) => this.type(typed),
    ),
  );
  protected readonly stage = signal<Stage | null>(null);
  protected readonly checked = signal<CheckedFile | null>(null);
  protected readonly at = signal('');
  protected readonly isBroken = signal(false);
  /** The verdict for whoever hears the page; the page itself is read on. */
  protected readonly announced = computed(() => {
    const checked = this.checked();
    if (!checked) return '';
    const { word, sentence } = formatVerdict(checked.report);
    return `${this.language.localize(word)}. ${this.language.localize(sentence)}`;
  });
  /** Then the way to say who signs is open. */
  protected readonly isSignerUnknown = computed(() => this.checked()?.report.verdict === 'unknown-signer');
  /** Of several files picked one after the other, the last one counts. */
  private turn = 0;

  /** A file that is picked is checked at once. */
  private type(typed: TypedProof): void {
    const { file } = this.typed();
    this.typed.set(typed);
    if (typed.file && typed.file !== file) void this.check(typed.file);
  }

  protected async check(file: File): Promise<void> {
    const turn = ++this.turn;
    this.checked.set(null);
    this.isBroken.set(false);
    this.stage.set('opening');
    try {
      const { checkBundleHere } = await this.verifier;
      const checked = await checkBundleHere(file, this.pinned(), (stage) => {
        if (turn === this.turn) this.stage.set(stage);
      });
      if (turn !== this.turn) return;
      this.checked.set(checked);
      this.at.set(this.now());
    } catch {
      // The file went away, or doesn't fit into this browser's memory.
      if (turn === this.turn) this.isBroken.set(true);
    } finally {
      if (turn === this.turn) this.stage.set(null);
    }
  }

  protected print(): void {
    window.print();
  }

  private pinned(): { readonly checkpoint?: string; readonly key?: string } {
    const [checkpoint, key] = [this.typed().checkpoint.trim(), this.typed().key.trim()];
    return { ...(checkpoint !== '' && { checkpoint }), ...(key !== '' && { key }) };
  }

  private now(): string {
    const format = { dateStyle: 'long', timeStyle: 'short' } as const;
    const language = this.language.current();
    return withFirst(new Intl.DateTimeFormat(LOCALES[language], format).format(machineNow()), language);
  }
}
