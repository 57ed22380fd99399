import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Finding, FindingOutcome } from '@repere/audit';
import type { Problem } from '@repere/cases';
import { Language, SpaceTime } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { casePath } from '../../cases/case-paths';
import { SendingKey } from '../../platform/sending-key';
import { MissionsClient } from './missions-client';

/** A finding as a sentence, its owner's answer, and how it ended; with what this reader may do about it. */
@Component({
  selector: 'app-finding-card',
  imports: [ActProblem, ChoiceField, LongText, MatButton, RouterLink],
  templateUrl: './finding-card.html',
  styleUrl: './finding-card.scss',
})
export class FindingCard {
  private readonly client = inject(MissionsClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  private readonly sendingKey = new SendingKey();
  protected readonly t = this.language.t;

  readonly finding = input.required<Finding>();
  /** It is another one now. */
  readonly changed = output<Finding>();

  protected readonly answer = signal('');
  protected readonly note = signal('');
  protected readonly outcome = signal<string | null>(null);
  protected readonly tried = signal<'answer' | 'close' | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly case = computed(() => {
    const { caseFile } = this.finding();
    return caseFile && { reference: caseFile.reference, path: casePath(caseFile.id) };
  });
  protected readonly state = computed(() => {
    const { closing, answer } = this.finding();
    return this.t(`audit.findings.state.${closing ? closing.outcome : answer ? 'answered' : 'waiting'}`);
  });
  protected readonly due = computed(() => {
    const { dueOn, closing, answer } = this.finding();
    const day = this.time.day(`${dueOn}T12:00:00Z`);
    const late = Math.floor((this.time.now() - Date.parse(`${dueOn}T23:59:59Z`)) / DAY) + 1;
    if (closing || answer || late <= 0) return { text: this.t('audit.findings.due', { day }), isLate: false };
    return { text: this.language.count('audit.findings.late', late, { day }), isLate: true };
  });
  protected readonly days = computed(() => {
    const { days } = this.finding();
    return days === null ? null : this.language.count('audit.findings.days', days);
  });
  protected readonly outcomes = computed(() =>
    (['settled', 'not-upheld'] as const).map((code) => ({
      code,
      label: this.t(`audit.findings.outcome.${code}`),
    })),
  );

  protected said({ by, at }: { readonly by: { readonly name: string }; readonly at: string }): string {
    return this.t('audit.findings.by', { name: by.name, moment: this.time.moment(at) });
  }

  protected async reply(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set('answer');
    const text = this.answer().trim();
    if (!text) return;
    const { id, revision } = this.finding();
    this.take(
      await this.sendingKey.send(['answer', id, revision, text], (idempotencyKey) =>
        this.client.answer(id, text, { ifMatch: revision, idempotencyKey }),
      ),
    );
  }

  protected async close(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set('close');
    const [note, outcome] = [this.note().trim(), this.outcome() as FindingOutcome | null];
    if (!note || !outcome) return;
    const { id, revision } = this.finding();
    this.take(
      await this.sendingKey.send(['close', id, revision, note, outcome], (idempotencyKey) =>
        this.client.closeFinding(id, { note, outcome }, { ifMatch: revision, idempotencyKey }),
      ),
    );
  }

  private take(answered: Awaited<ReturnType<MissionsClient['answer']>>): void {
    this.problem.set(answered.ok ? null : answered.problem);
    if (!answered.ok) return;
    this.tried.set(null);
    this.answer.set('');
    this.changed.emit(answered.value);
  }
}

const DAY = 86_400_000;
