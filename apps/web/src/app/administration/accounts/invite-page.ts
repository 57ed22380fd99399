import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { AccountRole } from '@repere/access';
import { GIVEN_BY_TWO, type NewAccount, type Problem } from '@repere/cases';
import { Language } from '@repere/ui';
import { ChoiceField, CodesField, type Option } from '@repere/ui/choice';
import { DateField, NO_DATE, type TypedDate } from '@repere/ui/date';
import { ErrorSummary, type FieldProblem } from '@repere/ui/errors';
import { LongText, TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { PageHeading } from '../../platform/page-heading';
import { PageTitle } from '../../platform/page-title';
import { AdministrationClient } from '../administration-client';
import { roleOptions } from './role-options';
import { typedDay } from './typed-day';

/** A new account: its person gets a link by mail, and chooses the password. */
@Component({
  selector: 'app-invite-page',
  imports: [
    ActProblem,
    ChoiceField,
    CodesField,
    DateField,
    ErrorSummary,
    LongText,
    MatButton,
    PageHeading,
    RouterLink,
    TextField,
  ],
  templateUrl: './invite-page.html',
  styles: `
    .rp-page {
      max-inline-size: 46rem;
    }
    form {
      display: grid;
      gap: 1.4rem;
    }
  `,
})
export class InvitePage {
  private readonly client = inject(AdministrationClient);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  private readonly keys = new SendingKey();
  protected readonly t = this.language.t;

  protected readonly name = signal('');
  protected readonly login = signal('');
  protected readonly email = signal('');
  protected readonly roles = signal<readonly string[]>([]);
  protected readonly teamIds = signal<readonly string[]>([]);
  protected readonly speaks = signal<string | null>('fr');
  protected readonly startsOn = signal<TypedDate>(NO_DATE);
  protected readonly endsOn = signal<TypedDate>(NO_DATE);
  protected readonly reason = signal('');

  protected readonly teams = signal<readonly Option[]>([]);
  protected readonly problems = signal<readonly FieldProblem[]>([]);
  protected readonly refusal = signal<Problem | null>(null);
  protected readonly roleOptions = computed(() => roleOptions(this.language));
  protected readonly languages = [
    { code: 'fr', label: 'Français' },
    { code: 'en', label: 'English' },
  ];
  /** Some of the roles wait for a second administrator. */
  protected readonly waits = computed(() => this.roles().some((role) => isByTwo(role)));

  constructor() {
    void this.client.teams().then((answer) => {
      if (answer.ok) this.teams.set(answer.value.items.map(({ id, name }) => ({ code: id, label: name })));
    });
  }

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    this.refusal.set(null);
    this.problems.set(this.mistakes());
    this.title.markFaulty(this.problems().length > 0);
    if (this.problems().length) return;
    const account: NewAccount = {
      name: this.name().trim(),
      login: this.login().trim(),
      email: this.email().trim(),
      roles: this.roles() as readonly AccountRole[],
      teamIds: this.teamIds(),
      language: this.speaks() === 'en' ? 'en' : 'fr',
      startsOn: typedDay(this.startsOn()) ?? null,
      endsOn: typedDay(this.endsOn()) ?? null,
      ...(this.waits() && { reason: this.reason().trim() }),
    };
    const answer = await this.keys.send(account, (idempotencyKey) =>
      this.client.invite(account, { idempotencyKey }),
    );
    if (answer.ok) await this.router.navigateByUrl(`/administration/comptes/${answer.value.id}`);
    else this.take(answer.problem);
  }

  protected problemOf(fieldId: string): string | null {
    return this.problems().find((it) => it.fieldId === fieldId)?.text ?? null;
  }

  private take(problem: Problem): void {
    const { reasons = [] } = problem;
    const ofFields = reasons.flatMap(({ field, text }) =>
      field && FIELDS.includes(field) ? [{ fieldId: field, text: this.language.say(text) }] : [],
    );
    this.problems.set(ofFields);
    this.refusal.set(ofFields.length < Math.max(reasons.length, 1) ? problem : null);
    this.title.markFaulty(true);
  }

  private mistakes(): readonly FieldProblem[] {
    const wrong: readonly (readonly [fieldId: string, isWrong: boolean])[] = [
      ['name', !this.name().trim()],
      ['login', !/^[a-z0-9][a-z0-9._-]{1,62}$/.test(this.login().trim())],
      ['email', !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(this.email().trim())],
      ['startsOn', typedDay(this.startsOn()) === undefined],
      ['endsOn', typedDay(this.endsOn()) === undefined],
      ['reason', this.waits() && !this.reason().trim()],
    ];
    return wrong.flatMap(([fieldId, isWrong]) =>
      isWrong ? [{ fieldId, text: this.t(`administration.invite.wrong.${fieldId}`) }] : [],
    );
  }
}

const FIELDS = ['name', 'login', 'email', 'startsOn', 'endsOn', 'reason', 'teamIds', 'roles'];

const isByTwo = (role: string): boolean => GIVEN_BY_TWO.some((it) => it === role);
