import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';
import { NavigationStateStore } from '../navigation-state-store';

/** The one `h1` of a page. Takes the focus on arrival, so that a screen reader starts there. */
@Directive({ selector: 'h1[appPageHeading]', host: { tabindex: '-1' } })
export class PageHeading {
  constructor() {
    const heading = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const navigationState = inject(NavigationStateStore);
    afterNextRender(() => {
      if (navigationState.focusesHeading) heading.focus({ preventScroll: true });
    });
  }
}
