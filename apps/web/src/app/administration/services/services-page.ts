import { Component, computed, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type {
  DirectoryService,
  DirectoryServices,
  FindServices,
  Problem,
  ServiceToWrite,
} from '@repere/contract';
import { findServicesLengths } from '@repere/contract/lengths';
import { DIRECTORY_KINDS, SERVICE_KINDS_WORDS } from '@repere/directory';
import { Language, SpaceTime } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import type { Answered, Sending } from '../../platform/api';
import { checkField, limitLength } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { SendingKey } from '../../platform/sending-key';
import { AdministrationTabs } from '../administration-tabs';
import { KeptActs } from '../on-call/kept-acts';
import { ADMINISTRATION_PAGES } from '../pages';
import { ServiceForm } from './service-form';
import { serviceFacts } from './service-facts';
import { ServiceMembers } from './service-members';
import { ServicesClient } from './services-client';
import { TERRITORY, territoryCode } from './typed-service';

const FILTERS = ['to-check', 'excludes-16-17'] as const;

/** The directory of services, kept here: found by name, made sure of in one press. */
@Component({
  selector: 'app-services-page',
  imports: [
    ...[ActProblem, AdministrationTabs, FormField, KeptActs, MatButton, PageHeading, ProblemLine, RouterLink],
    ...[SelectField, ServiceForm, ServiceMembers, TextField],
  ],
  templateUrl: './services-page.html',
  styleUrl: './services-page.scss',
})
export class ServicesPage {
  private readonly client = inject(ServicesClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  private readonly keys = new SendingKey();
  protected readonly t = this.language.t;
  protected readonly importPath = ADMINISTRATION_PAGES.serviceImport.path;

  protected readonly found = signal<DirectoryServices | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  /** Id of the one that is changed; `new`. */
  protected readonly open = signal<string | null>(null);
  /** Id of the one that was not removed, since somebody waits for it. */
  protected readonly askedNow = signal<string | null>(null);
  private asked: FindServices = {};

  protected readonly form = new SendingForm(
    { text: '', territory: '', kind: null as string | null, only: null as string | null },
    (it) => {
      limitLength(it.text, findServicesLengths.text);
      checkField(
        it.territory,
        'administration.services.wrong.territories',
        (typed) => typed.trim() !== '' && !TERRITORY.test(typed.trim()),
      );
    },
    { idPrefix: 'find-' },
  );
  protected readonly kinds = computed(() =>
    DIRECTORY_KINDS.map((code) => ({ code, label: this.language.localize(SERVICE_KINDS_WORDS[code]) })),
  );
  protected readonly filters = computed(() =>
    FILTERS.map((code) => ({ code, label: this.t(`administration.services.only.${code}`) })),
  );
  protected readonly rows = computed(() =>
    (this.found()?.items ?? []).map((service) => ({
      service,
      kind: this.language.localize(SERVICE_KINDS_WORDS[service.kind]),
      where: service.territoryNames.join(', ') || this.t('administration.services.whole-country'),
      facts: serviceFacts(service, this.language),
      verified: this.t('administration.services.verified', {
        day: this.time.day(service.verifiedAt),
        who: service.verifiedBy,
      }),
    })),
  );
  protected readonly total = computed(() =>
    this.language.count('administration.services.total', this.found()?.total ?? 0),
  );
  protected readonly toCheck = computed(() =>
    this.language.count('administration.services.to-check', this.found()?.toCheck ?? 0),
  );

  constructor() {
    void this.loadServices();
  }

  protected async loadServices(): Promise<void> {
    const answer = await this.client.findServices(this.asked);
    this.unread.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.found.set(answer.value);
  }

  protected async findServices(event: Event): Promise<void> {
    const { text, territory, kind, only } = this.form.typed();
    const asked: FindServices = {
      ...(text.trim() && { text: text.trim() }),
      ...(territory.trim() && { territory: territoryCode(territory.trim()) }),
      ...(DIRECTORY_KINDS.some((it) => it === kind) && { kind: kind as FindServices['kind'] }),
      ...(FILTERS.some((it) => it === only) && { only: only as FindServices['only'] }),
    };
    const found = await this.form.sendTyped(event, () => this.client.findServices(asked));
    if (!found) return;
    this.asked = asked;
    this.found.set(found.value);
    this.news.set(this.total());
  }

  protected async more(): Promise<void> {
    const before = this.found();
    if (!before || before.next === null || before.next === undefined) return;
    const answer = await this.client.findServices({ ...this.asked, from: before.next });
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.found.set({ ...answer.value, items: [...before.items, ...answer.value.items] });
  }

  protected readonly addService = (service: ServiceToWrite, sending: Sending) =>
    this.client.addService(service, sending);
  protected readonly changeService = (service: ServiceToWrite, sending: Sending) =>
    this.client.changeService(this.open() ?? '', service, sending);

  protected async written(name: string): Promise<void> {
    this.open.set(null);
    await this.loadServices();
    this.news.set(this.t('administration.services.written', { name }));
  }

  protected async verify({ id, name }: DirectoryService): Promise<void> {
    const answer = await this.keys.sendOnce(['verify', id], (idempotencyKey) =>
      this.client.verify(id, { idempotencyKey }),
    );
    this.replace(answer, this.t('administration.services.checked', { name }));
  }

  /** One that is asked at this moment is removed by a second press, once that was read. */
  protected async removeService({ id, name }: DirectoryService, evenIfAsked = false): Promise<void> {
    const answer = await this.keys.sendOnce(['remove', id, String(evenIfAsked)], (idempotencyKey) =>
      this.client.removeService(id, evenIfAsked, { idempotencyKey }),
    );
    const isAsked = !answer.ok && answer.problem.reasons?.some(({ code }) => code === 'asked-now') === true;
    this.askedNow.set(isAsked ? id : null);
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    await this.loadServices();
    this.news.set(this.t('administration.services.removed', { name }));
  }

  protected memberChanged(service: DirectoryService): void {
    this.putIn(service, this.t('administration.services.members-changed'));
  }

  private replace(answer: Answered<DirectoryService>, news: string): void {
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.putIn(answer.value, news);
  }

  private putIn(service: DirectoryService, news: string): void {
    this.found.update(
      (found) => found && { ...found, items: found.items.map((it) => (it.id === service.id ? service : it)) },
    );
    this.news.set(news);
  }
}
