import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { asksWhy, FAMILY_TOLD, familyToldLine, isRedacted } from '@repere/cases';
import type { LeftOutLine, LetterProposal, Problem, WriteLetter } from '@repere/contract';
import { familyToldLengths, partTextLengths, writeLetterLengths } from '@repere/contract/lengths';
import { Language, SpaceTime } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { ErrorSummary, SaveLine } from '@repere/ui/feedback';
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
import { keptLetter, LetterAutosave } from './letter-autosave';
import {
  type LetterText,
  NO_LETTER,
  PART_KEYS,
  type PartKey,
  textOf,
  type TypedLetter,
} from './letter-draft';
import { LettersClient } from './letters-client';
import { LETTER_PAGES } from './pages';

/** A letter as it comes out of what is recorded, written part by part, then looked at as it will leave. */
@Component({
  selector: 'app-write-letter-page',
  imports: [
    ActProblem,
    CaseCrumb,
    ChoiceField,
    ErrorSummary,
    FormField,
    MatButton,
    PageHeading,
    ProblemLine,
    RouterLink,
    SaveLine,
    TextField,
  ],
  providers: [LetterAutosave],
  templateUrl: './write-letter-page.html',
  styleUrl: './write-letter-page.scss',
})
export class WriteLetterPage {
  private readonly client = inject(LettersClient);
  private readonly router = inject(Router);
  private readonly time = inject(SpaceTime);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly autosave = inject(LetterAutosave);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  // From the address.
  readonly caseFileId = input.required<string>();
  readonly letterKind = input.required<string>();
  /** `run/step`: the step that it does. */
  readonly etape = input<string>();
  /** The letter that it corrects. */
  readonly corrige = input<string>();
  /** The letter whose words it takes up; the first was not sent. */
  readonly reprend = input<string>();
  /** The referral that it tells of. */
  readonly orientation = input<string>();

  protected readonly proposal = signal<LetterProposal | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly isChecked = signal(false);
  protected readonly news = signal('');
  /** It goes on from what was typed before. */
  protected readonly isTakenUp = signal(false);
  /** What was put aside by beginning anew: nothing that was typed is lost by one press. */
  protected readonly typedBefore = signal<LetterText | null>(null);
  /** Ids of what was left out at first and was chosen. */
  protected readonly chosen = signal<readonly string[]>([]);
  private readonly typed = signal<TypedLetter>(NO_LETTER);

  protected readonly form = new SendingForm<TypedLetter>(
    this.typed,
    (it) => {
      requireValue(it.recipient, 'letters.write.recipient-missing');
      limitLength(it.recipient, writeLetterLengths.recipient);
      checkField(it.familyTold, 'letters.family.missing', (told) => told === null && this.saysFamily());
      checkField(
        it.familyWhy,
        'letters.family.why-missing',
        (why, valueOf) => this.asksFamilyWhy(valueOf(it.familyTold)) && why.trim() === '',
      );
      limitLength(it.familyWhy, familyToldLengths.why);
      for (const key of PART_KEYS) {
        checkField(
          it[key],
          (language) =>
            language.t('letters.write.part-missing', { part: language.localize(this.titleOf(key)) }),
          // What is chosen of the family are words of that part.
          (text) => this.isRequired(key) && !this.asksFamily(key) && text.trim() === '',
        );
        limitLength(it[key], partTextLengths.text);
      }
    },
    {
      ...{ isPage: true, idPrefix: 'letter-', isAllInSummary: true },
      serverNames: { familyWhy: 'familyTold.why' },
    },
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
        lines: lines.filter(({ id }) => !this.chosen().includes(id)),
      }))
      .filter(({ lines }) => lines.length > 0),
  );
  protected readonly leftOutCount = computed(() =>
    this.leftOut().reduce((sum, { lines }) => sum + lines.length, 0),
  );
  /** « santé (3), contact (2) », as on the letter's page. */
  protected readonly leftOutByClass = computed(
    () =>
      this.leftOut()
        .map(({ title, lines }) => `${this.localize(title)} (${String(lines.length)})`)
        .join(', ') || '0',
  );
  /** Parts that have words. */
  protected readonly written = computed(() =>
    this.parts()
      .map(({ part, key }) => ({
        part,
        text: [this.asksFamily(key) && this.familyLine(), this.form.typed()[key].trim()]
          .filter(Boolean)
          .join('\n'),
      }))
      .filter(({ text }) => text !== ''),
  );

  protected readonly familyChoices = computed(() =>
    FAMILY_TOLD.map((code) => ({ code, label: this.t(`letters.family.is.${code}`) })),
  );
  protected readonly showsFamilyWhy = computed(() => this.asksFamilyWhy(this.form.typed().familyTold));
  /** What proposes it, as long as it stands so: the step or the letter, and its day. */
  protected readonly familyHint = computed(() => {
    const known = this.proposal()?.familyTold?.known;
    if (!known) return undefined;
    return this.t('letters.family.known', {
      source: this.localize(known.source),
      day: this.time.day(known.at),
    });
  });

  /** What is kept of it. */
  private readonly text = computed((): LetterText => {
    const typed = this.typed();
    return {
      recipient: typed.recipient,
      familyTold: readFamily(typed),
      parts: Object.fromEntries(this.parts().map(({ part, key }) => [part.id, typed[key]])),
      chosen: this.chosen(),
    };
  });

  constructor() {
    effect(() => {
      this.caseFileId();
      this.letterKind();
      this.corrige();
      this.orientation();
      untracked(() => void this.loadProposal());
    });
    effect(() => {
      const text = this.text();
      if (this.proposal()) untracked(() => this.autosave.takeTyped(text));
    });
  }

  protected async loadProposal(): Promise<void> {
    const at = this.at();
    const answer = await this.client.proposeLetter(at);
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    const { reference, zone } = answer.value;
    this.time.zone.set(zone);
    const kept = keptLetter(at, answer.value);
    const before = this.autosave.findTyped(at, kept);
    const first = before ?? (await this.earlier()) ?? textOf(answer.value);
    // All at once: what is shown before it is known where it is kept would be kept elsewhere.
    this.isTakenUp.set(before !== null);
    this.typedBefore.set(null);
    this.proposal.set(answer.value);
    this.showText(first);
    this.autosave.beginDraft(at, kept, this.text());
    this.title.name(LETTER_PAGES.write.title, reference);
  }

  /** As it comes out of what is recorded now. */
  protected beginAnew(): void {
    const proposal = this.proposal();
    if (!proposal) return;
    this.typedBefore.set(this.text());
    this.showText(textOf(proposal));
    this.isTakenUp.set(false);
  }

  protected takeBack(): void {
    const before = this.typedBefore();
    if (!before) return;
    this.showText(before);
    this.typedBefore.set(null);
    this.isTakenUp.set(true);
  }

  protected keepText(which: 'here' | 'elsewhere'): void {
    const other = this.autosave.conflict();
    if (!other) return;
    if (which === 'elsewhere') this.showText(other.typed);
    this.autosave.settleConflict(this.text());
  }

  /** Chosen word by word: it goes into the part where it belongs, and can still be changed there. */
  protected chooseLine({ id, text, part, instead }: LeftOutLine): void {
    const place = this.parts().find((it) => it.part.id === part);
    if (!place) return;
    this.chosen.update((before) => [...before, id]);
    const before = this.form.typed()[place.key].trimEnd();
    const lines = before === '' ? [] : before.split('\n');
    const at = instead === undefined ? -1 : lines.indexOf(instead);
    this.form.type({
      [place.key]: (at < 0 ? [...lines, text] : lines.with(at, text)).join('\n'),
    });
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
    this.autosave.forget();
    const at = { caseFileId: this.caseFileId(), letterId: done.value.id };
    await this.router.navigate(addressOf(LETTER_PAGES.letter.path, at) as string[], { replaceUrl: true });
  }

  private letter(): WriteLetter {
    const typed = this.form.typed();
    const [corrects, referralId] = [this.corrige(), this.orientation()];
    const familyTold = readFamily(typed);
    return {
      template: this.letterKind(),
      recipient: typed.recipient.trim(),
      ...(this.saysFamily() && familyTold && { familyTold }),
      parts: this.parts().map(({ part, key }) => ({ id: part.id, text: typed[key].trim() })),
      chosen: this.chosen(),
      ...this.about(),
      ...(corrects && { corrects }),
      ...(referralId && { referralId }),
    };
  }

  private at() {
    return {
      ...{ caseFileId: this.caseFileId(), kind: this.letterKind() },
      ...{ corrects: this.corrige(), referral: this.orientation() },
    };
  }

  /** The letter that this one corrects or takes up, as far as its words are shown; what was chosen, as far as it is still known. */
  private async earlier(): Promise<LetterText | null> {
    const id = this.corrige() ?? this.reprend();
    const answer = id === undefined ? null : await this.client.readLetter(this.caseFileId(), id);
    if (!answer?.ok || isRedacted(answer.value.content)) return null;
    const { recipient, parts, chosen, familyTold } = answer.value.content;
    // The line that says it is made anew from what is chosen.
    const line = familyTold && familyToldLine(familyTold);
    const texts = parts.map(({ id, text }) => {
      const lines = text.split('\n');
      return [id, line !== null && lines[0] === line ? lines.slice(1).join('\n') : text] as const;
    });
    return { recipient, familyTold, parts: Object.fromEntries(texts), chosen };
  }

  private showText({ recipient, familyTold, parts, chosen }: LetterText): void {
    const texts = this.parts().map(({ part, key }) => [key, parts[part.id] ?? ''] as const);
    this.typed.set({
      ...{ ...NO_LETTER, ...Object.fromEntries(texts), recipient },
      ...{ familyTold: familyTold?.is ?? null, familyWhy: familyTold?.why ?? '' },
    });
    const known = (this.proposal()?.leftOut ?? []).flatMap(({ lines }) => lines.map(({ id }) => id));
    this.chosen.set(chosen.filter((id) => known.includes(id)));
  }

  protected asksFamily(key: PartKey): boolean {
    const place = this.parts().find((it) => it.key === key);
    return place !== undefined && place.part.id === this.proposal()?.familyTold?.part;
  }

  /** Whether the family was told is chosen before it is settled. */
  private saysFamily(): boolean {
    return (this.proposal()?.familyTold ?? null) !== null;
  }

  private asksFamilyWhy(told: TypedLetter['familyTold']): boolean {
    return this.saysFamily() && told !== null && asksWhy(told);
  }

  private familyLine(): string {
    const told = readFamily(this.form.typed());
    return told ? familyToldLine(told) : '';
  }

  private titleOf(key: PartKey) {
    return this.parts().find((it) => it.key === key)?.part.title ?? { fr: '', en: '' };
  }

  private isRequired(key: PartKey): boolean {
    return this.parts().find((it) => it.key === key)?.part.isRequired ?? false;
  }
}

/** `null`: nobody chose. A reason that is not asked for any more goes. */
function readFamily({ familyTold, familyWhy }: TypedLetter): LetterText['familyTold'] {
  if (familyTold === null) return null;
  return { is: familyTold, ...(asksWhy(familyTold) && { why: familyWhy.trim() }) };
}

/** Every line that is proposed is in sight, and room beneath. */
const rowsOf = (text: string): number =>
  Math.min(16, Math.max(5, 2 + text.split('\n').length + Math.floor(text.length / 90)));
