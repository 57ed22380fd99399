import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Icon, Language } from '@repere/ui';
import { formatRoles } from '../access/format-roles';
import { Session } from '../access/session';
import { Presence } from '../access/sessions/presence';
import { Appearance } from './appearance';
import { Destinations } from './destinations';
import { THEMES } from '../platform/device-preferences';

/** Who is signed in, on narrow screens what the bar at the foot leaves out, the look of the screen, the other language, and the way out. */
@Component({
  selector: 'app-account-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
})
export class AccountMenu {
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly presence = inject(Presence);
  protected readonly t = this.language.t;
  protected readonly appearance = inject(Appearance);
  protected readonly account = this.session.account;
  private readonly destinations = inject(Destinations);
  protected readonly ofAccount = this.destinations.ofAccount;
  /** Where the bar at the foot has no room for. */
  protected readonly besides = this.destinations.besides;
  protected readonly themes = THEMES;
  protected readonly roles = computed(() => formatRoles(this.account()?.roles ?? [], this.t));
  protected readonly other = computed(() => (this.language.current() === 'fr' ? 'en' : 'fr'));
  protected readonly otherName = computed(() => (this.other() === 'fr' ? 'Français' : 'English'));

  protected switchLanguage(): Promise<void> {
    return this.session.chooseLanguage(this.other());
  }

  protected lock(): Promise<void> {
    return this.presence.lock('asked');
  }

  protected signOut(): Promise<void> {
    return this.session.signOut();
  }
}
