import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { DirectoryService, Problem, ServiceMember } from '@repere/contract';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { ActProblem } from '../../platform/act-problem';
import type { Answered } from '../../platform/api';
import { requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { SendingKey } from '../../platform/sending-key';
import { ServicesClient } from './services-client';

/** Accounts of partners that are of a service. */
@Component({
  selector: 'app-service-members',
  imports: [ActProblem, FormField, MatButton, SelectField],
  template: `
    <ul>
      @for (member of service().members; track member.id) {
        <li>
          {{ member.name }}
          <button
            matButton="text"
            type="button"
            [attr.aria-label]="
              t('administration.on-call.of', { act: t('administration.on-call.remove'), who: member.name })
            "
            (click)="removeMember(member)"
          >
            {{ t('administration.on-call.remove') }}
          </button>
        </li>
      } @empty {
        <li>{{ t('administration.services.no-member') }}</li>
      }
    </ul>
    @if (others().length) {
      <form novalidate (submit)="addMember($event)">
        <rp-select-field
          [fieldId]="'member-' + service().id"
          [label]="t('administration.services.member')"
          [options]="others()"
          [none]="t('administration.services.choose')"
          [problem]="form.problemOf('accountId')"
          [formField]="form.fields.accountId"
        />
        <button matButton="outlined" type="submit">{{ t('administration.services.add-member') }}</button>
      </form>
    }
    <app-act-problem [problem]="problem() ?? form.refusal()" />
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem;
      align-items: end;
    }
  `,
})
export class ServiceMembers {
  private readonly client = inject(ServicesClient);
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  readonly service = input.required<DirectoryService>();
  readonly partners = input.required<readonly ServiceMember[]>();
  readonly changed = output<DirectoryService>();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly form = new SendingForm<{ accountId: string | null }>({ accountId: null }, (it) => {
    requireValue(it.accountId, 'administration.services.wrong.member');
  });
  protected readonly others = computed(() => {
    const members = new Set(this.service().members.map(({ id }) => id));
    return this.partners()
      .filter(({ id }) => !members.has(id))
      .map(({ id, name }) => ({ code: id, label: name }));
  });

  protected async addMember(event: Event): Promise<void> {
    const { accountId } = this.form.typed();
    const done = await this.form.sendTyped(
      event,
      (sending) => this.client.addMember(this.service().id, accountId ?? '', sending),
      { about: this.service().id },
    );
    if (!done) return;
    this.form.clear();
    this.changed.emit(done.value);
  }

  protected async removeMember({ id }: ServiceMember): Promise<void> {
    const service = this.service().id;
    const answer: Answered<DirectoryService> = await this.keys.sendOnce(
      ['remove', service, id],
      (idempotencyKey) => this.client.removeMember(service, id, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.changed.emit(answer.value);
  }
}
