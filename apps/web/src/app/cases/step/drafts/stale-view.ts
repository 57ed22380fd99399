import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Change } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import type { FactValue } from '@repere/protocol';
import { Language, SpaceTime } from '@repere/ui';
import { type Chosen, TwoVersions, type TwoVersionsRow } from '@repere/ui/answer';
import { Router } from '@angular/router';
import { PageHeading } from '../../../platform/pages/page-heading';
import { ProblemLine } from '../../../platform/problem-line';
import { FIELD_KINDS } from '../fields/field-kinds';
import { formatValue } from '../fields/format-value';
import { StepSession } from '../step-session';
import { typeValue } from '../fields/read-field';
import type { TypedField } from '../fields/typed-field';
import { typedField, type TypedStep } from '../typed-step';

/** Somebody entered something meanwhile: what, who, when; mine or theirs for what both wrote; then on from there. */
@Component({
  selector: 'app-stale-view',
  imports: [FormField, MatButton, PageHeading, ProblemLine, TwoVersions],
  templateUrl: './stale-view.html',
  styles: `
    :host {
      display: block;
      max-inline-size: 46rem;
    }
    li {
      padding-block: 0.4rem;
    }
  `,
})
export class StaleView {
  private readonly router = inject(Router);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly session = inject(StepSession);

  private readonly chosen = signal<Readonly<Record<string, Chosen>>>({});
  protected readonly choice = form(this.chosen);
  protected readonly changes = computed<readonly Change[]>(() => this.session.stale()?.changes ?? []);
  protected readonly lines = computed(() =>
    this.changes().map(({ at, by, title }) =>
      this.t('step.stale.line', { title: this.language.localize(title), by, when: this.time.moment(at) }),
    ),
  );
  protected readonly rows = computed<readonly TwoVersionsRow[]>(() => {
    const page = this.session.page();
    const mine = this.session.input().values;
    const theirs = this.theirs();
    return (page?.fields ?? []).flatMap((field) => {
      const [own, other] = [mine[field.id], theirs[field.id]];
      if (own === undefined || other === undefined || JSON.stringify(own) === JSON.stringify(other))
        return [];
      return [
        {
          id: field.id,
          title: this.language.localize(field.title),
          mine: formatValue(field, own, this.language),
          theirs: formatValue(field, other, this.language),
          hasBoth: FIELD_KINDS[field.type].isOwnWords && typeof own === 'string' && typeof other === 'string',
        },
      ];
    });
  });
  /** By field, the newest last: what may be seen of what was recorded since. */
  private readonly theirs = computed<Readonly<Record<string, FactValue>>>(() =>
    Object.fromEntries(
      this.changes().flatMap(({ values }) =>
        Object.entries(values).flatMap(([id, value]) => (isRedacted(value) ? [] : [[id, value] as const])),
      ),
    ),
  );
  protected readonly isChosen = computed(() => this.rows().every(({ id }) => this.chosen()[id]));
  protected readonly isReminded = signal(false);

  protected async goOn(): Promise<void> {
    this.isReminded.set(!this.isChosen());
    if (!this.isChosen()) return;
    const isRight = await this.session.goOnWith(this.settled());
    await this.router.navigate([], { queryParams: isRight ? { vue: 'verifier' } : {}, replaceUrl: true });
  }

  private settled(): TypedStep {
    const typed = this.session.typed();
    const changed = this.theirs();
    const fields = this.rows().flatMap(({ id, mine, theirs }): readonly (readonly [string, TypedField])[] => {
      const field = this.session.page()?.fields.find((it) => it.id === id);
      const other = changed[id];
      const chosen = this.chosen()[id];
      if (!field || other === undefined || chosen === undefined) return [];
      switch (chosen) {
        case 'theirs':
          return [[id, typeValue(field, other)]];
        case 'both':
          return [[id, { ...typedField(typed, id), text: `${theirs}\n${mine}` }]];
        case 'mine':
          return [];
      }
    });
    return { ...typed, fields: { ...typed.fields, ...Object.fromEntries(fields) } };
  }
}
