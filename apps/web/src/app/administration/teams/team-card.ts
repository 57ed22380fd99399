import { Component, computed, effect, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { TeamSummary } from '@repere/contract';
import { teamToWriteLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { limitLength } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ActProblem } from '../../platform/act-problem';
import { AdministrationClient } from '../administration-client';
import { kindOf, kindOptions } from './service-kinds';
import { accountPath } from '../account-path';

/** A team with its members; its name, the number by which services verify who asks, and what its letters say of it can change. */
@Component({
  selector: 'app-team-card',
  imports: [ActProblem, FormField, MatButton, RouterLink, SelectField, TextField],
  template: `
    <h3>{{ team().name }}</h3>
    <p class="rp-quiet">
      {{ t('administration.teams.kind.' + team().kind) }} ·
      {{
        team().checkPhone
          ? t('administration.teams.call-back-is', { number: team().checkPhone ?? '' })
          : t('administration.teams.no-call-back')
      }}
    </p>
    @if (team().members.length) {
      <ul>
        @for (member of team().members; track member.id) {
          <li>
            <a [routerLink]="accountPath(member.id)">{{ member.name }}</a>
            @if (member.state !== 'open') {
              · {{ t('administration.state.' + member.state) }}
            }
          </li>
        }
      </ul>
    } @else {
      <p class="rp-quiet">{{ t('administration.teams.nobody') }}</p>
    }
    <details>
      <summary>
        {{ t('administration.teams.rename') }}<span class="whose"> – {{ team().name }}</span>
      </summary>
      <form novalidate (submit)="rename($event)">
        <rp-text-field
          [fieldId]="'name-' + team().id"
          [label]="t('administration.teams.name')"
          [formField]="form.fields.name"
          [problem]="form.problemOf('name')"
        />
        <rp-select-field
          [fieldId]="'kind-' + team().id"
          [label]="t('administration.teams.kind-label')"
          [hint]="t('administration.teams.kind-hint')"
          [options]="kinds()"
          [formField]="form.fields.kind"
          [problem]="form.problemOf('kind')"
        />
        <rp-text-field
          [fieldId]="'call-back-' + team().id"
          kind="tel"
          [label]="t('administration.teams.call-back')"
          [hint]="t('administration.teams.call-back-hint')"
          [formField]="form.fields.checkPhone"
          [problem]="form.problemOf('checkPhone')"
        />
        <rp-text-field
          [fieldId]="'letterhead-' + team().id"
          [rows]="3"
          [label]="t('administration.teams.letterhead')"
          [hint]="t('administration.teams.letterhead-hint')"
          [formField]="form.fields.letterhead"
          [problem]="form.problemOf('letterhead')"
        />
        <rp-text-field
          [fieldId]="'signs-for-' + team().id"
          [label]="t('administration.teams.signs-for')"
          [hint]="t('administration.teams.signs-for-hint')"
          [formField]="form.fields.signsFor"
          [problem]="form.problemOf('signsFor')"
        />
        <app-act-problem [problem]="form.refusal()" />
        <p class="rp-acts">
          <button matButton="outlined" type="submit">{{ t('administration.teams.save') }}</button>
        </p>
      </form>
    </details>
  `,
  styles: `
    h3 {
      margin: 0;
    }
    ul {
      margin: 0.25rem 0 0.5rem;
      padding-inline-start: 1.2rem;
    }
    summary {
      min-block-size: 44px;
      padding-block: 0.6rem;
      color: var(--rp-primary);
      cursor: pointer;
    }
    .whose {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
    }
  `,
})
export class TeamCard {
  private readonly client = inject(AdministrationClient);
  protected readonly t = inject(Language).t;
  protected readonly accountPath = accountPath;

  readonly team = input.required<TeamSummary>();
  readonly renamed = output<readonly TeamSummary[]>();

  protected readonly form = new SendingForm(
    { ...{ name: '', kind: null as string | null, checkPhone: '' }, letterhead: '', signsFor: '' },
    ({ letterhead, signsFor }) => {
      limitLength(letterhead, teamToWriteLengths.letterhead);
      limitLength(signsFor, teamToWriteLengths.signsFor);
    },
  );
  protected readonly kinds = computed(() => kindOptions(this.t));

  constructor() {
    effect(() => {
      const { name, kind, ...kept } = this.team();
      this.form.type({
        ...{ name, kind, checkPhone: kept.checkPhone ?? '' },
        ...{ letterhead: kept.letterhead ?? '', signsFor: kept.signsFor ?? '' },
      });
    });
  }

  protected async rename(event: Event): Promise<void> {
    const { name, kind, ...typed } = this.form.typed();
    const [checkPhone, letterhead, signsFor] = [typed.checkPhone, typed.letterhead, typed.signsFor].map(
      (it) => it.trim(),
    );
    const { id } = this.team();
    const done = await this.form.sendTyped(event, () =>
      this.client.changeTeam(id, {
        name: name.trim(),
        kind: kindOf(kind),
        ...(checkPhone && { checkPhone }),
        ...(letterhead && { letterhead }),
        ...(signsFor && { signsFor }),
      }),
    );
    if (done) this.renamed.emit(done.value.items);
  }
}
