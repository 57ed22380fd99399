import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { DraftsClient } from './drafts-client';
import { readImported } from './read-imported';

/** A new draft from files: those of an export, or written elsewhere. */
@Component({
  selector: 'app-import-form',
  imports: [ActProblem, MatButton],
  template: `
    <form novalidate (submit)="import($event)">
      <h2>{{ t('editing.import.title') }}</h2>
      <label class="rp-label" for="import-files">{{ t('editing.import.label') }}</label>
      <p class="rp-hint" id="import-files-hint">{{ t('editing.import.hint') }}</p>
      @if (mistake(); as mistake) {
        <p class="rp-problem" id="import-files-problem" role="alert">{{ mistake }}</p>
      }
      <input
        #picker
        class="rp-input"
        id="import-files"
        type="file"
        multiple
        accept=".yaml,.yml,.md,.zip"
        [attr.aria-describedby]="mistake() ? 'import-files-hint import-files-problem' : 'import-files-hint'"
        [attr.aria-invalid]="mistake() ? true : null"
        (change)="pick(picker.files)"
      />
      <app-act-problem [problem]="problem()" />
      <button matButton="outlined" type="submit">{{ t('editing.import.act') }}</button>
    </form>
  `,
  styles: `
    h2 {
      margin-block-start: 0;
    }
    input {
      padding-block: 0.6rem;
    }
    button {
      margin-block-start: 1rem;
    }
  `,
})
export class ImportForm {
  private readonly client = inject(DraftsClient);
  private readonly router = inject(Router);
  private readonly sendingKey = new SendingKey();
  protected readonly t = inject(Language).t;

  private picked: readonly File[] = [];
  protected readonly mistake = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  protected pick(files: FileList | null): void {
    this.picked = [...(files ?? [])];
    this.mistake.set(null);
    this.problem.set(null);
  }

  protected async import(event: Event): Promise<void> {
    event.preventDefault();
    if (this.picked.length === 0) {
      this.mistake.set(this.t('editing.import.missing'));
      return;
    }
    const read = await readImported(this.picked);
    this.mistake.set(read.ok ? null : this.t(`editing.import.why.${read.why}`, { file: read.file }));
    if (!read.ok) return;
    const answer = await this.sendingKey.send(read.files, (key) => this.client.import(read.files, key));
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) await this.router.navigate(['/protocoles/brouillons', answer.value.id]);
  }
}
