import { Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { BreakGlass } from '@repere/contract';
import { BREAK_GLASS_REASON_WORDS, BREAK_GLASS_REASONS } from '@repere/cases';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText, TextField } from '@repere/ui/field';
import { breakGlassLengths, soughtChildLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { PageHeading } from '../../platform/pages/page-heading';
import { ActProblem } from '../../platform/act-problem';
import { casePath } from '../case-paths';
import { GlassClient } from './glass-client';

const LEAST_WORDS = 10;

/** A child is in front of me and the case is not mine: how do I open it? */
@Component({
  selector: 'app-break-glass-page',
  imports: [ActProblem, ChoiceField, ErrorSummary, FormField, LongText, MatButton, PageHeading, TextField],
  templateUrl: './break-glass-page.html',
})
export class BreakGlassPage {
  private readonly client = inject(GlassClient);
  private readonly router = inject(Router);
  protected readonly t = inject(Language).t;
  private readonly localize = inject(Language).localize;

  protected readonly opens = ['1', '2', '3', '4', '5', '6'];
  protected readonly form = new SendingForm(
    {
      by: 'reference' as string | null,
      reference: '',
      calledName: '',
      familyName: '',
      birth: '',
      reason: null as string | null,
      words: '',
    },
    (it) => {
      requireValue(it.reference, 'rights.glass.reference-missing', () => this.isByReference());
      limitLength(it.reference, breakGlassLengths.reference);
      requireValue(it.calledName, 'rights.glass.called-name-missing', () => !this.isByReference());
      limitLength(it.calledName, soughtChildLengths.calledName);
      limitLength(it.familyName, soughtChildLengths.familyName);
      checkField(it.birth, 'rights.glass.birth-wrong', (year) => !this.isByReference() && !isYear(year));
      limitLength(it.birth, 4);
      requireValue(it.reason, 'rights.glass.reason-missing');
      checkField(it.words, 'rights.glass.words-missing', (words) => words.trim().length < LEAST_WORDS);
      limitLength(it.words, breakGlassLengths.words);
    },
    {
      isPage: true,
      isAnewEachTime: true,
      ids: { calledName: 'called-name', familyName: 'family-name' },
      serverNames: { calledName: 'child.calledName', familyName: 'child.familyName', birth: 'child.birth' },
    },
  );
  protected readonly isByReference = computed(() => this.form.typed().by === 'reference');
  protected readonly isNotFound = computed(() => this.form.refusal()?.code === 'not-found');

  protected readonly ways = computed(() => [
    { code: 'reference', label: this.t('rights.glass.by-reference') },
    { code: 'child', label: this.t('rights.glass.by-child') },
  ]);
  protected readonly reasons = computed(() =>
    BREAK_GLASS_REASONS.map((code) => ({ code, label: this.localize(BREAK_GLASS_REASON_WORDS[code]) })),
  );
  protected async breakGlass(event: Event): Promise<void> {
    const asked = this.typedRequest();
    const done = await this.form.sendTyped(
      event,
      (sending) => asked && this.client.breakGlass(asked, sending),
    );
    if (done) void this.router.navigate([...casePath(done.value.caseFileId)]);
  }

  private typedRequest(): BreakGlass | null {
    const typed = this.form.typed();
    const reason = BREAK_GLASS_REASONS.find((it) => it === typed.reason);
    if (!reason) return null;
    const why = { reason, words: typed.words.trim() };
    if (this.isByReference()) return { ...why, reference: typed.reference.trim() };
    const familyName = typed.familyName.trim();
    return {
      ...why,
      child: {
        calledName: typed.calledName.trim(),
        ...(familyName && { familyName }),
        birth: typed.birth.trim(),
      },
    };
  }
}

const isYear = (typed: string): boolean => /^(19|20)\d\d$/.test(typed.trim());
