import { Component, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CastMember, Problem } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { ProblemLine } from '../../platform/problem-line';
import { formatRoles } from '../format-roles';
import { Session } from '../session';
import { PlayClient } from './play-client';
import { spaceWords } from './space-words';

/** The way into a training space: whom one plays, for whoever leads there. Fictional staff has no password. */
@Component({
  selector: 'app-play-list',
  imports: [Icon, ProblemLine, RouterLink],
  template: `
    @if (cast(); as cast) {
      <h2>{{ t('spaces.sign-in.title') }}</h2>
      <p>{{ t('spaces.sign-in.lead') }}</p>
      <ul class="rp-list">
        @for (person of cast; track person.id) {
          <li>
            <button type="button" class="person" (click)="play(person.id)">
              <strong>{{ person.name }}</strong>
              <span>{{ roles(person) }}</span>
              <rp-icon name="arrow" />
            </button>
          </li>
        }
      </ul>
    } @else if (isShut()) {
      <p class="rp-lead">{{ t('spaces.sign-in.only-led') }}</p>
      <p>
        <a routerLink="/formation/rejoindre">{{ t('spaces.sign-in.my-place') }}</a>
      </p>
      <p>
        <a href="/formation">{{ t('shell.nav.training') }}</a>
      </p>
    }
    <app-problem-line [problem]="problem()" (again)="loadCast()" />
  `,
  styles: `
    li {
      border-block-start: 1px solid var(--rp-line);
    }
    .person {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
      align-items: center;
      gap: 0.25rem 1rem;
      inline-size: 100%;
      min-block-size: 2.9rem;
      padding: 0.3rem 0.25rem;
      border: 0;
      border-radius: 10px;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    .person:hover {
      background: var(--rp-primary-wash);
    }
    .person span {
      color: var(--rp-ink-soft);
    }
    .person rp-icon {
      color: var(--rp-primary);
    }
  `,
})
export class PlayList {
  private readonly client = inject(PlayClient);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** Somebody is played now. */
  readonly played = output();

  protected readonly cast = signal<readonly CastMember[] | null>(null);
  protected readonly isShut = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.language.useAlso(spaceWords).then(() => this.loadCast());
  }

  protected async loadCast(): Promise<void> {
    const answer = await this.client.cast();
    const isShut = !answer.ok && answer.problem.code === 'not-allowed';
    this.isShut.set(isShut);
    this.problem.set(answer.ok || isShut ? null : answer.problem);
    if (answer.ok) this.cast.set(answer.value);
  }

  protected roles({ roles }: CastMember): string {
    return formatRoles(roles, this.t);
  }

  protected async play(id: string): Promise<void> {
    const answer = await this.client.play(id);
    if (!answer.ok) return this.problem.set(answer.problem);
    await this.session.enterSession(answer.value);
    this.played.emit();
  }
}
