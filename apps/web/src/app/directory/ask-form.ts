import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AskCapacity, MatchedServices, MatchServices } from '@repere/contract';
import { SHARING_GROUNDS, sharingGroundWords } from '@repere/privacy';
import { Language, languageName } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { AROUND, AROUND_NAMES, NO_AROUND, NobodyAround, requireAround } from '../cases/around/nobody-around';
import { ActProblem } from '../platform/act-problem';
import { everyOf } from '../platform/every-of';
import { checkField, requireValue } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';
import { DirectoryClient } from './directory-client';

const WANTED = everyOf<AskCapacity['wanted']>()(['at-once', 'within-a-day', 'within-a-week']);
const HOURS = everyOf<AskCapacity['answerHours']>()([1, 4, 24, 72]);
const MOST = 30;
/** Where the form begins, for who goes there. */
export const QUESTION = 'ask-question';

/** One question to the services that were ticked. There is no field for words: nothing else can be said of the child. */
@Component({
  selector: 'app-ask-form',
  imports: [ActProblem, ChoiceField, ErrorSummary, FormField, MatButton, NobodyAround, SelectField],
  templateUrl: './ask-form.html',
})
export class AskForm {
  private readonly client = inject(DirectoryClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly question = QUESTION;

  readonly caseFileId = input.required<string>();
  /** What was looked for: it is what is asked. */
  readonly asked = input.required<MatchServices>();
  readonly found = input.required<MatchedServices>();
  readonly serviceIds = input.required<readonly string[]>();
  readonly sent = output();

  protected readonly form = new SendingForm(
    {
      wanted: 'at-once' as string | null,
      hours: '4' as string | null,
      language: 'no' as string | null,
      ground: null as string | null,
      ...NO_AROUND,
    },
    (it) => {
      requireValue(it.ground, 'directory.ask.ground-missing');
      requireAround(it);
      checkField(it.wanted, 'directory.ask.services-missing', () => this.serviceIds().length === 0);
      checkField(it.wanted, 'directory.ask.too-many', () => this.serviceIds().length > MOST);
    },
    {
      idPrefix: 'ask-',
      serverNames: { hours: 'answerHours', ...AROUND_NAMES, wanted: ['wanted', 'serviceIds'] },
    },
  );
  protected readonly chosen = computed(() =>
    this.language.count('directory.ask.chosen', this.serviceIds().length),
  );
  protected readonly wanted = computed(() =>
    WANTED.map((code) => ({ code, label: this.t(`directory.ask.${code}`) })),
  );
  protected readonly hours = computed(() =>
    HOURS.map((it) => ({ code: String(it), label: this.t(`directory.ask.hours-${it}`) })),
  );
  protected readonly grounds = computed(() =>
    SHARING_GROUNDS.map((code) => ({ code, label: this.language.localize(sharingGroundWords(code)) })),
  );
  protected readonly yesNo = computed(() => [
    { code: 'no', label: this.t('directory.ask.no') },
    { code: 'yes', label: this.t('directory.ask.yes') },
  ]);
  protected readonly names = computed(() =>
    this.found()
      .languages.map((it) => languageName(it, this.language.current()))
      .join(', '),
  );

  protected async askForCapacity(event: Event): Promise<void> {
    const { wanted, hours, language, ground } = this.form.typed();
    const { need, age } = this.asked();
    // As they were found: of the case, or typed instead.
    const { sex, languages } = this.found();
    const how = {
      wanted: WANTED.find((it) => it === wanted),
      answerHours: HOURS.find((it) => String(it) === hours),
      ground: SHARING_GROUNDS.find((it) => it === ground),
    };
    const done = await this.form.sendTyped(event, (sending) =>
      how.wanted && how.answerHours && how.ground
        ? this.client.askForCapacity(
            this.caseFileId(),
            {
              ...{ need, wanted: how.wanted, answerHours: how.answerHours, ground: how.ground },
              ...(age !== undefined && { age }),
              ...(sex && { sex }),
              ...(language === 'yes' && languages.length && { languages: bare(languages) }),
              ...{ serviceIds: [...this.serviceIds()], ...AROUND },
            },
            sending,
          )
        : null,
    );
    if (done) this.sent.emit();
  }
}

/** Three at most, and without region: a service is told no more than which language. */
const bare = (tags: readonly string[]): readonly string[] =>
  [...new Set(tags.map((it) => it.replace(/-.*/, '')))].slice(0, 3);
