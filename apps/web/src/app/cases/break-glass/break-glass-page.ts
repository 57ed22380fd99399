import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { BreakGlass, BreakGlassReason, Problem } from '@repere/cases';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { ErrorSummary, type FieldProblem } from '@repere/ui/errors';
import { LongText, TextField } from '@repere/ui/field';
import { PageHeading } from '../../platform/page-heading';
import { ActProblem } from '../../platform/act-problem';
import { casePath } from '../case-paths';
import { SendingKey } from '../../platform/sending-key';
import { GlassClient } from './glass-client';

const REASONS = [
  'child-present',
  'immediate-danger',
  'missing-child',
  'authority-request',
  'other',
] as const satisfies readonly BreakGlassReason[];
const LEAST_WORDS = 10;

/** A child is in front of me and the case is not mine: how do I open it? */
@Component({
  selector: 'app-break-glass-page',
  imports: [ActProblem, ChoiceField, ErrorSummary, LongText, MatButton, PageHeading, TextField],
  templateUrl: './break-glass-page.html',
})
export class BreakGlassPage {
  private readonly client = inject(GlassClient);
  private readonly router = inject(Router);
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  protected readonly opens = ['1', '2', '3', '4', '5', '6'];
  protected readonly by = signal<string | null>('reference');
  protected readonly reference = signal('');
  protected readonly calledName = signal('');
  protected readonly familyName = signal('');
  protected readonly birth = signal('');
  protected readonly reason = signal<string | null>(null);
  protected readonly words = signal('');
  protected readonly isSent = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isNotFound = computed(() => this.problem()?.code === 'not-found');

  protected readonly ways = computed(() => [
    { code: 'reference', label: this.t('rights.glass.by-reference') },
    { code: 'child', label: this.t('rights.glass.by-child') },
  ]);
  protected readonly reasons = computed(() =>
    REASONS.map((code) => ({ code, label: this.t(`rights.glass.reasons.${code}`) })),
  );
  private readonly faults = computed((): Readonly<Record<string, string | null>> => {
    const isByReference = this.by() === 'reference';
    const fault = (isWrong: boolean, key: string) => (isWrong ? this.t(`rights.glass.${key}`) : null);
    return {
      reference: fault(isByReference && !this.reference().trim(), 'reference-missing'),
      'called-name': fault(!isByReference && !this.calledName().trim(), 'called-name-missing'),
      birth: fault(!isByReference && !/^(19|20)\d\d$/.test(this.birth().trim()), 'birth-wrong'),
      'reason-child-present': fault(!this.reason(), 'reason-missing'),
      words: fault(this.words().trim().length < LEAST_WORDS, 'words-missing'),
    };
  });
  protected readonly problems = computed((): readonly FieldProblem[] =>
    this.isSent()
      ? Object.entries(this.faults()).flatMap(([fieldId, text]) => (text ? [{ fieldId, text }] : []))
      : [],
  );

  protected faultOf(fieldId: string): string | null {
    return this.isSent() ? (this.faults()[fieldId] ?? null) : null;
  }

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    this.isSent.set(true);
    const asked = this.read();
    if (!asked) return;
    const answer = await this.keys.send(asked, (idempotencyKey) =>
      this.client.open(asked, { idempotencyKey }),
    );
    if (answer.ok) return void this.router.navigate([...casePath(answer.value.caseFileId)]);
    // The next try is another: an hour may have passed, or the case be there now.
    this.keys.renew();
    this.problem.set(answer.problem);
  }

  private read(): BreakGlass | null {
    const reason = REASONS.find((it) => it === this.reason());
    if (!reason || Object.values(this.faults()).some((fault) => fault !== null)) return null;
    const why = { reason, words: this.words().trim() };
    if (this.by() === 'reference') return { ...why, reference: this.reference().trim() };
    const familyName = this.familyName().trim();
    return {
      ...why,
      child: {
        calledName: this.calledName().trim(),
        ...(familyName && { familyName }),
        birth: this.birth().trim(),
      },
    };
  }
}
