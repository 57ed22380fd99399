import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { MatchedServices, MatchServices, Problem } from '@repere/contract';
import { GENDER_WORDS } from '@repere/cases';
import { NEEDS, SERVED_SEXES, SERVICE_NEEDS, type ServiceNeed } from '@repere/directory';
import { Language, languageName, SpaceTime } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { CaseCrumb } from '../cases/case-file/heading/case-crumb';
import {
  accessPath,
  callsPath,
  capacityPath,
  referralsPath,
  REFERRING,
  tellServicePath,
} from '../cases/case-paths';
import { ActProblem } from '../platform/act-problem';
import { checkField } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';
import { PageHeading } from '../platform/pages/page-heading';
import { PageTitle } from '../platform/pages/page-title';
import { ProblemLine } from '../platform/problem-line';
import { AskForm, QUESTION } from './ask-form';
import { DirectoryClient } from './directory-client';
import { MatchedServiceCard } from './matched-service-card';
import { DIRECTORY_PAGES } from './pages';

const AGE = /^(1[0-7]|\d)$/;

/** Who can take this child? Services in one order, each with why it fits or doesn’t. What is asked stands in no address. */
@Component({
  selector: 'app-matching-page',
  imports: [
    ...[ActProblem, AskForm, CaseCrumb, ErrorSummary, FormField, MatButton, MatchedServiceCard, PageHeading],
    ...[ProblemLine, RouterLink, SelectField, TextField],
  ],
  templateUrl: './matching-page.html',
  styleUrl: './matching-page.scss',
})
export class MatchingPage {
  private readonly client = inject(DirectoryClient);
  private readonly router = inject(Router);
  private readonly time = inject(SpaceTime);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly found = signal<MatchedServices | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  /** What was looked for last: what is asked is that. */
  protected readonly asked = signal<MatchServices>({ need: 'bed-tonight' });
  /** Which services are to be asked, by id. */
  private readonly chosen = signal<Readonly<Record<string, boolean>>>({});
  protected readonly ticks = form(this.chosen);
  protected readonly ticked = computed(() => Object.keys(this.chosen()).filter((id) => this.chosen()[id]));

  protected readonly form = new SendingForm<{ need: string | null; age: string; sex: string | null }>(
    { need: 'bed-tonight', age: '', sex: null },
    (it) => {
      checkField(it.age, 'directory.wrong.age', (typed) => typed.trim() !== '' && !AGE.test(typed.trim()));
    },
    { idPrefix: 'match-' },
  );
  protected readonly needs = computed(() =>
    SERVICE_NEEDS.map((code) => ({ code, label: this.language.localize(NEEDS[code].title) })),
  );
  protected readonly sexes = computed(() =>
    SERVED_SEXES.map((code) => ({ code, label: this.language.localize(GENDER_WORDS[code]) })),
  );
  protected readonly access = computed(() => accessPath(this.caseFileId()));
  protected readonly referring = REFERRING;
  protected readonly calls = computed(() => callsPath(this.caseFileId()));
  protected readonly referrals = computed(() => referralsPath(this.caseFileId()));
  protected readonly tellPath = (serviceId: string) => tellServicePath(this.caseFileId(), serviceId);
  protected readonly capacity = computed(() => capacityPath(this.caseFileId()));
  protected readonly sought = computed(() => {
    const found = this.found();
    if (!found) return '';
    const { ages, sex, languages, territory } = found;
    return this.t('directory.sought', {
      need: this.language.localize(NEEDS[found.need].title).toLocaleLowerCase(),
      age: !ages
        ? this.t('directory.age.unknown')
        : ages.from === ages.to
          ? this.t('directory.age.is', { n: ages.from })
          : this.t('directory.age.between', { from: ages.from, to: ages.to }),
      sex: sex ? this.language.localize(GENDER_WORDS[sex]) : this.t('directory.sex.unknown'),
      languages:
        languages.map((it) => languageName(it, this.language.current())).join(', ') ||
        this.t('directory.any-language'),
      territory,
    });
  });
  protected readonly able = computed(
    () => this.found()?.items.filter(({ standing }) => standing !== 'no') ?? [],
  );
  /** With why, on demand: they stand behind those that can be asked. */
  protected readonly unable = computed(
    () => this.found()?.items.filter(({ standing }) => standing === 'no') ?? [],
  );
  protected readonly impossible = computed(() =>
    this.language.count('directory.impossible', this.found()?.cannot ?? 0),
  );
  protected readonly chosenCount = computed(() =>
    this.language.count('directory.ask.chosen', this.ticked().length),
  );
  protected readonly counts = computed(() => {
    const { fit = 0, toAsk = 0, cannot = 0 } = this.found() ?? {};
    return [
      this.language.count('directory.counts.fit', fit),
      this.language.count('directory.counts.to-ask', toAsk),
      this.language.count('directory.counts.cannot', cannot),
    ].join(', ');
  });
  protected readonly lost = computed(() =>
    this.language.count('directory.lost-count', this.found()?.lostToAge ?? 0),
  );

  constructor() {
    effect(() => {
      this.caseFileId();
      untracked(() => void this.loadCase());
    });
  }

  protected async loadCase(): Promise<void> {
    const answer = await this.client.match(this.caseFileId(), this.asked());
    this.unread.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.showFound(answer.value);
  }

  protected async findServices(event: Event): Promise<void> {
    const { need, age, sex } = this.form.typed();
    const asked: MatchServices = {
      need: SERVICE_NEEDS.find((it): it is ServiceNeed => it === need) ?? 'bed-tonight',
      ...(age.trim() && { age: Number(age.trim()) }),
      ...(SERVED_SEXES.some((it) => it === sex) && { sex: sex as MatchServices['sex'] }),
    };
    const found = await this.form.sendTyped(event, () => this.client.match(this.caseFileId(), asked));
    if (!found) return;
    this.asked.set(asked);
    this.chosen.set({});
    this.showFound(found.value);
    this.news.set(this.counts());
  }

  protected async more(): Promise<void> {
    const before = this.found();
    if (!before || before.next === null) return;
    const answer = await this.client.match(this.caseFileId(), { ...this.asked(), from: before.next });
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.showFound({ ...answer.value, items: [...before.items, ...answer.value.items] });
  }

  protected goToQuestion(): void {
    document.getElementById(QUESTION)?.focus();
  }

  protected showAnswers(): void {
    void this.router.navigate([...this.capacity()]);
  }

  private showFound(found: MatchedServices): void {
    this.time.zone.set(found.zone);
    this.chosen.update((before) =>
      Object.fromEntries(
        found.items.flatMap(({ id, standing }) =>
          standing === 'no' ? [] : [[id, before[id] ?? false] as const],
        ),
      ),
    );
    this.found.set(found);
    this.title.name(DIRECTORY_PAGES.matching.title, found.reference);
  }
}
