import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type {
  CurriculumItem,
  Problem,
  PersonStanding,
  Standing,
  WithdrawCertificate,
} from '@repere/contract';
import { formatDate } from '@repere/feel';
import { Language } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { CertificatesClient } from '../certificates-client';

const REASONS = [
  'wrong-person',
  'not-practised',
  'other',
] as const satisfies readonly WithdrawCertificate['why'][];

/** Where one person stands: each item in a word, then what came in of them. Words and dates, never a figure. */
@Component({
  selector: 'app-standing-list',
  imports: [ActProblem, MatButton],
  templateUrl: './standing-list.html',
  styleUrl: './standing-list.scss',
})
export class StandingList {
  private readonly client = inject(CertificatesClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly count = this.language.count;
  protected readonly reasons = REASONS;

  readonly items = input.required<readonly CurriculumItem[]>();
  readonly person = input.required<PersonStanding>();
  /** Whether what came in by mistake can be withdrawn here. */
  readonly mayWithdraw = input(false);
  readonly withdrawn = output<void>();

  protected readonly asked = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly lines = computed(() =>
    this.person().standings.flatMap((it) => {
      const item = this.items().find(({ id }) => id === it.item);
      if (!item || it.state === 'not-asked') return [];
      return [
        {
          id: it.item,
          state: it.state,
          title: this.language.localize(item.title),
          word: this.t(`training.team.state.${it.state}`),
          until: it.until && this.t('training.team.until', { day: this.day(it.until) }),
          because: it.because.map((cause) => this.because(cause, it.until)).join(', '),
        },
      ];
    }),
  );
  protected readonly certificates = computed(() =>
    this.person().certificates.map(({ id, title, practisedOn, trainer, importedBy }) => {
      const said = this.language.localize(title);
      const day = this.day(practisedOn);
      return {
        ...{ id, title: said },
        text: this.t('training.team.certificate', { title: said, day, trainer, by: importedBy }),
      };
    }),
  );

  protected async withdraw(id: string, why: WithdrawCertificate['why']): Promise<void> {
    const answer = await this.client.withdraw(id, why);
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.asked.set(null);
    this.withdrawn.emit();
  }

  private because(cause: Standing['because'][number], until: string | null): string {
    return cause === 'months' && until !== null
      ? this.t('training.team.ended', { day: this.day(until) })
      : this.t(`training.team.because.${cause}`);
  }

  private day(iso: string): string {
    return formatDate(iso, this.language.current());
  }
}
