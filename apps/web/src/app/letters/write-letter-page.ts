import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { LeftOutLine, LetterProposal, Problem, WriteLetter } from '@repere/contract';
import { partTextLengths, writeLetterLengths } from '@repere/contract/lengths';
import { Language, SpaceTime } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { addressOf } from '../platform/address-of';
import { ActProblem } from '../platform/act-problem';
import { asAnswer } from '../platform/api';
import { checkField, limitLength, requireValue } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';
import { PageHeading } from '../platform/pages/page-heading';
import { PageTitle } from '../platform/pages/page-title';
import { ProblemLine } from '../platform/problem-line';
import { CaseCrumb } from '../cases/case-file/heading/case-crumb';
import { stepPath } from '../cases/case-paths';
import { LetterDraft, NO_LETTER, PART_KEYS, type PartKey, type TypedLetter } from './letter-draft';
import { LettersClient } from './letters-client';
import { LETTER_PAGES } from './pages';

/** A letter as it comes out of what is recorded, written part by part, then looked at as it will leave. */
@Component({
  selector: 'app-write-letter-page',
  imports: [
    ActProblem,
    CaseCrumb,
    ErrorSummary,
    FormField,
    MatButton,
    PageHeading,
    ProblemLine,
    RouterLink,
    TextField,
  ],
  templateUrl: './write-letter-page.html',
  styleUrl: './write-letter-page.scss',
})
export class WriteLetterPage {
  private readonly client = inject(LettersClient);
  private readonly router = inject(Router);
  private readonly time = inject(SpaceTime);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly draft = inject(LetterDraft);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  // From the address.
  readonly caseFileId = input.required<string>();
  readonly letterKind = input.required<string>();
  /** `run/step`: the step that it does. */
  readonly etape = input<string>();
  /** The letter that it corrects. */
  readonly corrige = input<string>();

  protected readonly proposal = signal<LetterProposal | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly isChecked = signal(false);
  protected readonly news = signal('');

  protected readonly form = new SendingForm<TypedLetter>(
    this.draft.typed,
    (it) => {
      requireValue(it.recipient, 'letters.write.recipient-missing');
      limitLength(it.recipient, writeLetterLengths.recipient);
      for (const key of PART_KEYS) {
        checkField(
          it[key],
          (language) =>
            language.t('letters.write.part-missing', { part: language.localize(this.titleOf(key)) }),
          (text) => this.isRequired(key) && text.trim() === '',
        );
        limitLength(it[key], partTextLengths.text);
      }
    },
    { isPage: true, idPrefix: 'letter-', isAllInSummary: true },
  );

  private readonly about = computed(() => {
    const [runId, step] = this.etape()?.split('/') ?? [];
    return runId && step ? { runId, step } : null;
  });
  /** The step that the letter is for, to go back to. */
  protected readonly step = computed(() => {
    const about = this.about();
    return about && stepPath(this.caseFileId(), about.runId, about.step);
  });

  protected readonly parts = computed(() =>
    (this.proposal()?.parts ?? []).flatMap((part, place) => {
      const key = PART_KEYS[place];
      return key ? [{ part, key, rows: rowsOf(part.text) }] : [];
    }),
  );
  /** What is still left out, by class. */
  protected readonly leftOut = computed(() =>
    (this.proposal()?.leftOut ?? [])
      .map(({ fieldClass, title, lines }) => ({
        fieldClass,
        title,
        lines: lines.filter(({ id }) => !this.draft.chosen().includes(id)),
      }))
      .filter(({ lines }) => lines.length > 0),
  );
  protected readonly leftOutCount = computed(() =>
    this.leftOut().reduce((sum, { lines }) => sum + lines.length, 0),
  );
  /** Parts that have words. */
  protected readonly written = computed(() =>
    this.parts()
      .map(({ part, key }) => ({ part, text: this.form.typed()[key].trim() }))
      .filter(({ text }) => text !== ''),
  );

  constructor() {
    effect(() => {
      this.caseFileId();
      this.letterKind();
      untracked(() => void this.loadProposal());
    });
  }

  protected async loadProposal(): Promise<void> {
    const answer = await this.client.proposeLetter(this.caseFileId(), this.letterKind());
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    const { parts, recipient, reference, zone } = answer.value;
    this.time.zone.set(zone);
    const texts = parts.map(({ text }, place) => [PART_KEYS[place] ?? '', text]);
    this.draft.beginLetter([this.caseFileId(), this.letterKind(), this.etape(), this.corrige()].join(), {
      ...NO_LETTER,
      ...(Object.fromEntries(texts) as Partial<TypedLetter>),
      recipient,
    });
    this.proposal.set(answer.value);
    this.title.name(LETTER_PAGES.write.title, reference);
  }

  /** Chosen word by word: it goes into the part of what is known, where it can still be changed. */
  protected chooseLine({ id, text }: LeftOutLine): void {
    const place = this.parts()[1] ?? this.parts()[0];
    if (!place) return;
    this.draft.chosen.update((before) => [...before, id]);
    const before = this.form.typed()[place.key].trimEnd();
    this.form.type({ [place.key]: before === '' ? text : `${before}\n${text}` });
    this.news.set(this.t('letters.write.chosen', { part: this.localize(place.part.title) }));
  }

  /** Everything that is wrong is said before anything is shown as it would leave. */
  protected async check(event: Event): Promise<void> {
    const done = await this.form.sendTyped(event, async () => asAnswer(null));
    this.isChecked.set(done !== null);
  }

  /** From here on its words stand: its bytes are kept. */
  protected async settleText(): Promise<void> {
    const letter = this.letter();
    const done = await this.form.sendTyped(
      null,
      (sending) => this.client.writeLetter(this.caseFileId(), letter, sending),
      { about: letter },
    );
    if (!done) {
      this.isChecked.set(false);
      return;
    }
    this.draft.clear();
    const at = { caseFileId: this.caseFileId(), letterId: done.value.id };
    await this.router.navigate(addressOf(LETTER_PAGES.letter.path, at) as string[], { replaceUrl: true });
  }

  private letter(): WriteLetter {
    const typed = this.form.typed();
    const corrects = this.corrige();
    return {
      template: this.letterKind(),
      recipient: typed.recipient.trim(),
      parts: this.parts().map(({ part, key }) => ({ id: part.id, text: typed[key].trim() })),
      chosen: this.draft.chosen(),
      ...this.about(),
      ...(corrects && { corrects }),
    };
  }

  private titleOf(key: PartKey) {
    return this.parts().find((it) => it.key === key)?.part.title ?? { fr: '', en: '' };
  }

  private isRequired(key: PartKey): boolean {
    return this.parts().find((it) => it.key === key)?.part.isRequired ?? false;
  }
}

/** Every line that is proposed is in sight, and room beneath. */
const rowsOf = (text: string): number =>
  Math.min(16, Math.max(5, 2 + text.split('\n').length + Math.floor(text.length / 90)));
