import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';
import { Arrival } from './arrival';

/** The one `h1` of a page. Takes the focus on arrival, so that a screen reader starts there. */
@Directive({ selector: 'h1[appPageHeading]', host: { tabindex: '-1' } })
export class PageHeading {
  constructor() {
    const heading = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const arrival = inject(Arrival);
    afterNextRender(() => {
      if (arrival.focusesHeading) heading.focus({ preventScroll: true });
    });
  }
}
