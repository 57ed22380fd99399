import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, Session as SignedIn } from '@repere/contract';
import { Language } from '@repere/ui';
import { ProblemLine } from '../../platform/problem-line';
import type { Answered } from '../../platform/api';
import { Session } from '../session';
import { PlayClient } from './play-client';

/** In a training space, where nobody has a password: the same learner, or whom the trainer played, goes on with the page as it was. */
@Component({
  selector: 'app-place-again',
  imports: [MatButton, ProblemLine],
  template: `
    <p>
      <button matButton="filled" type="button" (click)="goOn()">{{ t('access.lock.again') }}</button>
    </p>
    <app-problem-line [problem]="problem()" (again)="goOn()" />
  `,
})
export class PlaceAgain {
  private readonly client = inject(PlayClient);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly problem = signal<Problem | null>(null);

  protected async goOn(): Promise<void> {
    const answer = await this.takeAgain();
    if (answer?.ok) await this.session.enterSession(answer.value);
    else this.problem.set(answer?.problem ?? null);
  }

  private async takeAgain(): Promise<Answered<SignedIn> | null> {
    const account = this.session.account();
    if (!account) return null;
    const room = await this.client.waitingRoom();
    // Of a class each name is given once.
    const own = room.ok
      ? room.value.learners.find(({ name, state }) => state === 'admitted' && name === account.name)
      : undefined;
    return own ? this.client.takePlace(own.id) : this.client.play(account.id);
  }
}
