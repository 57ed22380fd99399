import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';

/** What is done with a contact or a service that stands: made sure of, changed, taken away. */
@Component({
  selector: 'app-kept-acts',
  imports: [MatButton],
  template: `
    <button
      matButton="outlined"
      type="button"
      [attr.aria-label]="labelled('verify')"
      (click)="verified.emit()"
    >
      {{ t('administration.on-call.verify') }}
    </button>
    <button matButton="text" type="button" [attr.aria-label]="labelled('change')" (click)="changed.emit()">
      {{ t('administration.on-call.change') }}
    </button>
    <button matButton="text" type="button" [attr.aria-label]="labelled('remove')" (click)="removed.emit()">
      {{ t('administration.on-call.remove') }}
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.5rem;
      margin-block: 0.4rem 0.6rem;
    }
  `,
})
export class KeptActs {
  protected readonly t = inject(Language).t;

  readonly name = input.required<string>();
  readonly verified = output();
  readonly changed = output();
  readonly removed = output();

  protected labelled(act: 'verify' | 'change' | 'remove'): string {
    return this.t('administration.on-call.of', {
      act: this.t(`administration.on-call.${act}`),
      who: this.name(),
    });
  }
}
