import { Component, inject, model, signal } from '@angular/core';
import { Icon, Language } from '@repere/ui';

/** A place to drop a file; a plain file field too, so that keys do. */
@Component({
  selector: 'app-bundle-picker',
  imports: [Icon],
  template: `
    <label class="rp-label" for="bundle">{{ t('audit.proof.pick.label') }}</label>
    <p class="rp-hint" id="bundle-hint"><rp-icon name="lock" /> {{ t('audit.proof.pick.stays') }}</p>
    <div
      class="drop"
      [class.over]="isOver()"
      (dragover)="$event.preventDefault(); isOver.set(true)"
      (dragleave)="isOver.set(false)"
      (drop)="drop($event)"
    >
      <p aria-hidden="true">{{ t('audit.proof.pick.drop') }}</p>
      <input
        #picker
        class="rp-input"
        id="bundle"
        type="file"
        accept=".zip,application/zip"
        aria-describedby="bundle-hint"
        (change)="giveFiles(picker.files)"
      />
    </div>
  `,
  styleUrl: './bundle-picker.scss',
})
export class BundlePicker {
  protected readonly t = inject(Language).t;
  protected readonly isOver = signal(false);
  readonly value = model<File | null>(null);

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.giveFiles(event.dataTransfer?.files ?? null);
  }

  protected giveFiles(files: FileList | null): void {
    const file = files?.item(0);
    if (file) this.value.set(file);
  }
}
