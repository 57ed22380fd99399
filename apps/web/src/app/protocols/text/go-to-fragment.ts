import { ViewportScroller } from '@angular/common';
import { Injector, afterNextRender, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

const BAR = 76;

/**
 * Gives what leads to the place that the address names, to be called once the content that holds it is there: it wasn't
 * when the router arrived. Comes after the heading has taken the focus, and takes it.
 */
export function goToFragment(): () => void {
  const scroller = inject(ViewportScroller);
  const injector = inject(Injector);
  // Below the bar that stays on top.
  scroller.setOffset([0, BAR]);
  const { fragment } = inject(ActivatedRoute).snapshot;
  return () => {
    if (fragment !== null)
      afterNextRender(() => setTimeout(() => scroller.scrollToAnchor(fragment)), { injector });
  };
}
