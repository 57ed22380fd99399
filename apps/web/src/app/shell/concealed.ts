import { Directive, ElementRef, effect, inject, input } from '@angular/core';

/**
 * Takes its element out of the DOM while concealed and puts the very same nodes back after, so that what was typed,
 * the scroll and the focus are as they were. Open menus and dialogs go and come with it.
 */
@Directive({ selector: '[appConcealed]' })
export class Concealed {
  private readonly page = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly place = document.createComment('concealed');
  private focused: Element | null = null;
  private scroll = 0;
  private overlays: HTMLElement | null = null;
  private openPopovers: HTMLElement[] = [];

  readonly isConcealed = input.required<boolean>({ alias: 'appConcealed' });

  constructor() {
    effect(() => {
      const isOut = this.place.isConnected;
      if (this.isConcealed() && !isOut) this.takeOut();
      else if (!this.isConcealed() && isOut) this.putBack();
    });
  }

  private takeOut(): void {
    this.focused = document.activeElement;
    this.scroll = window.scrollY;
    this.overlays = document.querySelector<HTMLElement>('.cdk-overlay-container');
    this.openPopovers = [...document.querySelectorAll<HTMLElement>('[popover]')].filter(isOpen);
    this.overlays?.remove();
    this.page.replaceWith(this.place);
  }

  private putBack(): void {
    this.place.replaceWith(this.page);
    if (this.overlays) document.body.append(this.overlays);
    for (const popover of this.openPopovers) if (popover.isConnected) popover.showPopover();
    window.scrollTo({ top: this.scroll, behavior: 'instant' });
    if (this.focused instanceof HTMLElement) this.focused.focus({ preventScroll: true });
  }
}

function isOpen(popover: HTMLElement): boolean {
  return popover.matches(':popover-open');
}
