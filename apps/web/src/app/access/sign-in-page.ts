import { APP_BASE_HREF, NgTemplateOutlet } from '@angular/common';
import { Component, afterNextRender, computed, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { SignIn } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { PageHeading } from '../platform/pages/page-heading';
import { PlayList } from './play/play-list';
import { ProviderButtons } from './provider/provider-buttons';
import { ProviderNews } from './provider/provider-news';
import { Session } from './session';
import { SignInForm } from './sign-in-form';

/** The way in. In demo mode, fictional people to be with one press. */
@Component({
  selector: 'app-sign-in-page',
  imports: [
    Icon,
    NgTemplateOutlet,
    PageHeading,
    PlayList,
    ProviderButtons,
    ProviderNews,
    RouterLink,
    SignInForm,
  ],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly t = inject(Language).t;
  private readonly form = viewChild(SignInForm);

  /** `preuve`: back from a provider, whose word is not enough here. */
  readonly suite = input<string>();

  /** Where one wanted to go. */
  readonly puis = input<string>();

  private readonly isDefault = !inject(APP_BASE_HREF).startsWith('/s/');
  /** Of a space that is gone or shut nothing is known: whom one plays there is asked, and the answer says so. */
  protected readonly isTraining = computed(() => {
    const about = this.session.about();
    return about ? about.space.kind === 'training' : !this.isDefault;
  });
  protected readonly place = computed(() => this.session.about()?.space.title ?? '');
  protected readonly teams = computed(() => {
    const people = this.session.about()?.demoAccounts ?? [];
    return [...new Set(people.map(({ team }) => team))].map((team) => ({
      team,
      people: people.filter((person) => person.team === team),
    }));
  });

  constructor() {
    afterNextRender(() => {
      if (this.suite() === 'preuve') void this.form()?.resume();
    });
  }

  protected async be({ login, password }: SignIn): Promise<void> {
    await this.form()?.sendSignIn(null, { login, password });
  }

  protected async goOn(): Promise<void> {
    const wanted = this.puis();
    await this.router.navigateByUrl(wanted?.startsWith('/') ? wanted : '/');
  }
}
