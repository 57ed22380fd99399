import { APP_BASE_HREF } from '@angular/common';
import { Component, inject } from '@angular/core';
import { Language } from '@repere/ui';
import { PrivacyScreen } from '../access/privacy-screen';

/** To the sheet of rights, a page apart in a tab of its own. While a child holds the device, this page is hidden. */
@Component({
  selector: 'app-rights-sheet-link',
  template: `
    <a target="_blank" rel="noopener noreferrer" [href]="path" (click)="privacyScreen.draw()">{{
      t('help.rights.open')
    }}</a>
  `,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 40px;
    }
  `,
})
export class RightsSheetLink {
  protected readonly t = inject(Language).t;
  protected readonly privacyScreen = inject(PrivacyScreen);
  protected readonly path = `${inject(APP_BASE_HREF)}feuille`;
}
