import { Component, computed, input } from '@angular/core';
import { encode } from 'uqr';

/** A QR code drawn here: what it says is sent nowhere. Black on white in every theme, since cameras want it so. */
@Component({
  selector: 'app-qr-code',
  template: `
    <svg [attr.viewBox]="box()" role="img" [attr.aria-label]="label()" shape-rendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff" />
      <path [attr.d]="shape()" fill="#000" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      inline-size: 13rem;
      max-inline-size: 100%;
    }
    svg {
      display: block;
      inline-size: 100%;
      border: 1px solid var(--rp-line);
      forced-color-adjust: none;
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  // A margin of four modules (ISO/IEC 18004).
  private readonly code = computed(() => encode(this.text(), { ecc: 'M', border: 4 }));
  protected readonly box = computed(() => `0 0 ${this.code().size} ${this.code().size}`);
  protected readonly shape = computed(() =>
    this.code()
      .data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
      .join(''),
  );
}
