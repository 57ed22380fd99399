import { booleanAttribute, Directive, ElementRef, inject, input } from '@angular/core';
import { isWideScreen } from './wide-screen';

/** A part of a long page, under its heading: open where there is room, folded on a telephone, whole on paper. */
@Directive({
  selector: 'details[appPartFold]',
  host: {
    class: 'rp-part',
    '[open]': 'isOpen || opensAlways()',
    '(window:beforeprint)': 'unfold()',
    '(window:afterprint)': 'foldAgain()',
  },
})
export class PartFold {
  private readonly details = inject<ElementRef<HTMLDetailsElement>>(ElementRef);

  /** What is in it is asked for now. */
  readonly opensAlways = input(false, { transform: booleanAttribute });

  protected readonly isOpen = isWideScreen();
  private isUnfolded = false;

  protected unfold(): void {
    this.isUnfolded = !this.details.nativeElement.open;
    this.details.nativeElement.open = true;
  }

  protected foldAgain(): void {
    if (this.isUnfolded) this.details.nativeElement.open = false;
  }
}
