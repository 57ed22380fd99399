import { NgTemplateOutlet } from '@angular/common';
import {
  AfterViewInit,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { FieldView } from '@repere/contract';
import { isAway } from '@repere/case-engine';
import { Language } from '@repere/ui';
import { ErrorSummary, SaveLine } from '@repere/ui/feedback';
import { LongText } from '@repere/ui/field';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { DecisionFields } from './fields/decision-fields';
import { decisionWordsOf } from './acts/decision-words';
import { DraftAutosave } from './drafts/draft-autosave';
import { EvidenceFields } from './fields/evidence-fields';
import { guidanceLines } from '../../protocols/text/guidance-lines';
import { FormProblems } from './form-problems';
import { FIELD_KINDS } from './fields/field-kinds';
import { HappenedFields } from './fields/happened-fields';
import { RefusedCard } from './acts/refused-card';
import { RowFields } from './fields/row-fields';
import { SignsBand } from './signs-band';
import { SourceList } from './fields/source-list';
import { isAsked } from './step-input';
import { fieldIdOf } from './step-mistakes';
import { StepField } from './fields/step-field';
import { StepSession } from './step-session';
import { isOfRow, typedField } from './typed-step';

/** Lines of guidance that stand open: what comes first is written first. The hints of a sheet say what ticking needs. */
const LINES_IN_SIGHT = { sheet: 0, form: 4 } as const;

/** The fields of a step. What is typed is saved as it is typed; *Vérifier* asks what it would do. */
@Component({
  selector: 'app-step-form',
  imports: [
    DecisionFields,
    ErrorSummary,
    EvidenceFields,
    FormField,
    HappenedFields,
    LongText,
    MatButton,
    NgTemplateOutlet,
    ProblemLine,
    RefusedCard,
    RowFields,
    SaveLine,
    SignsBand,
    SourceList,
    StepField,
  ],
  providers: [FormProblems],
  templateUrl: './step-form.html',
  styleUrl: './step-form.scss',
})
export class StepForm implements AfterViewInit {
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly session = inject(StepSession);
  protected readonly autosave = inject(DraftAutosave);
  protected readonly problems = inject(FormProblems);

  protected readonly page = computed(() => this.session.page());
  protected readonly typed = this.session.typed;
  protected readonly words = computed(() => decisionWordsOf(this.typed()));
  protected readonly decided = computed(() => {
    const decides = this.page()?.asks.decides;
    return decides ? typedField(this.typed(), decides) : null;
  });
  private readonly asked = computed(() => {
    const page = this.page();
    return (page?.fields ?? [])
      .filter((field) => page && isAsked(field, this.session.relevance(), page, this.typed()))
      .map((field) => ({ field, typed: typedField(this.typed(), field.id), fieldId: fieldIdOf(field.id) }));
  });
  protected readonly fields = computed(() => this.asked().filter(({ field }) => !isOfRow(field)));
  protected readonly rowFields = computed(() => this.asked().filter(({ field }) => isOfRow(field)));
  /** What was ticked on the sheets of signs. */
  protected readonly ticked = computed(() =>
    this.fields().flatMap(({ field, typed }) => {
      const items = (field.items ?? []).filter(({ id }) => typed.items[id]?.answer === 'yes');
      return field.isOfSigns && items.length
        ? [{ title: field.title, items: items.map(({ label }) => label) }]
        : [];
    }),
  );
  /** A sheet of signs is long: the guidance is a press away. */
  protected readonly isSheet = computed(() => this.fields().some(({ field }) => field.isOfSigns));
  protected readonly showsAnswers = signal(false);
  /** Whether a sheet shows its ticks alone, or each line with the way to other answers. */
  protected readonly sheet = computed(() =>
    this.isSheet() ? (this.showsAnswers() ? 'all-answers' : 'ticks') : null,
  );
  protected readonly guidance = computed(() => {
    const guidance = this.page()?.guidance;
    const lines = guidance ? guidanceLines(this.localize(guidance)) : [];
    const most = LINES_IN_SIGHT[this.isSheet() ? 'sheet' : 'form'];
    // One line alone is no longer than what would unfold it.
    const shown = lines.length === most + 1 ? lines.length : most;
    return { first: lines.slice(0, shown), rest: lines.slice(shown) };
  });
  /** It stays open under the hand that empties a field of it. */
  protected readonly opensNote = linkedSignal<boolean, boolean>({
    source: () => this.typed().note !== '' || this.problems.problemOf('note') !== null,
    computation: (isWanted, before) => isWanted || before?.value === true,
  });
  /** A letter does it: whoever sends that from here has its reference noted. */
  protected readonly hasPaper = computed(
    () => this.page()?.letters.some(({ doesStep }) => doesStep) ?? false,
  );
  protected readonly opensEvidence = linkedSignal<boolean, boolean>({
    source: () => {
      const { evidence } = this.typed();
      return (this.page()?.asks.evidence ?? []).some(({ code }) => {
        const { reference = '', place = '' } = evidence[code] ?? {};
        return reference + place !== '' || this.problems.problemOf(`evidence-${code}`) !== null;
      });
    },
    computation: (isWanted, before) => isWanted || before?.value === true,
  });
  private readonly opensFold = linkedSignal<boolean, boolean>({
    source: () =>
      this.opensNote() ||
      this.fields()
        .filter((item) => this.isFolded(item))
        .some(({ typed, fieldId }) => typed.yesNo !== null || this.problems.problemOf(fieldId) !== null),
    computation: (isWanted, before) => isWanted || before?.value === true,
  });
  /** Under a sheet: questions that may stay without an answer, by their titles; open once one has an answer, or is wrong. */
  protected readonly folded = computed(() => {
    const items = this.fields().filter((item) => this.isFolded(item));
    if (items.length === 0) return null;
    return {
      items,
      titles: [...items.map(({ field }) => this.localize(field.title)), this.t('step.sheet.note')].join(
        ' · ',
      ),
      isOpen: this.opensFold(),
    };
  });
  /** What the law demands of this worker's service, a line each. */
  protected readonly duty = computed(() => {
    const duty = this.page()?.duty;
    return duty ? this.localize(duty).split('\n') : [];
  });
  /** Another's act that the protocol does not expect now. */
  protected readonly isOutOfOrder = computed(() => {
    const state = this.page()?.state;
    return state !== undefined && isAway(state);
  });

  constructor() {
    effect(() => this.title.markFaulty(this.problems.all().length + this.problems.ofStep().length > 0));
    inject(DestroyRef).onDestroy(() => this.title.markFaulty(false));
  }

  ngAfterViewInit(): void {
    const fieldId = this.session.takeFocus();
    // After the heading has had it.
    if (fieldId) setTimeout(() => document.getElementById(fieldId)?.focus());
  }

  /** What is coded and may stay without an answer; the facts in words stay in sight. */
  protected isFolded({ field }: { readonly field: FieldView }): boolean {
    return this.isSheet() && !field.required && !field.isOfSigns && !FIELD_KINDS[field.type].isOwnWords;
  }

  protected async verify(event?: Event): Promise<void> {
    event?.preventDefault();
    const saved = this.autosave.flush();
    if (await this.session.verify()) {
      await saved;
      await this.router.navigate([], { queryParams: { vue: 'verifier' } });
    }
  }

  protected async clear(): Promise<void> {
    await this.session.clear();
  }
}
