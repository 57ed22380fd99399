import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { Session } from '../access/session';
import { AccountMenu } from './account-menu';
import { PrivacyScreen } from '../access/privacy-screen';
import { Destinations } from './destinations';

/** Name, main destinations, the other language, the privacy screen, and what belongs to the account. */
@Component({
  selector: 'app-top-bar',
  imports: [AccountMenu, Icon, RouterLink, RouterLinkActive],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.scss',
})
export class TopBar {
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly privacyScreen = inject(PrivacyScreen);
  protected readonly destinations = inject(Destinations).all;

  protected readonly fiction = this.session.fiction;
  protected readonly isSignedIn = computed(() => this.session.account() !== null);
  protected readonly other = computed(() => (this.language.current() === 'fr' ? 'en' : 'fr'));
  protected readonly otherName = computed(() => (this.other() === 'fr' ? 'Français' : 'English'));

  protected switchLanguage(): Promise<void> {
    return this.session.chooseLanguage(this.other());
  }
}
