import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TOLD } from '@repere/cases';
import type { ConferencePage, Named, ProposedPoint } from '@repere/contract';
import {
  guestLengths,
  plannedTimeLengths,
  pointLengths,
  planConferenceLengths,
} from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ChoiceField, CodesField } from '@repere/ui/choice';
import { DateField } from '@repere/ui/date';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText, TextField } from '@repere/ui/field';
import { hourOf, isMinutes } from '../appointments/typed-appointment';
import { ActProblem } from '../platform/act-problem';
import { checkField, limitLength, requireValue } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';
import { wholeDay } from '../platform/form/whole-day';
import { ConferencesClient } from './conferences-client';
import {
  guestOf,
  linesOf,
  NO_PREPARATION,
  type Point,
  readPreparation,
  readTime,
  typedPreparation,
} from './typed-preparation';

/** Plans a conference, or changes who is invited and what is spoken of. When it is moved, the calendar says it. */
@Component({
  selector: 'app-preparation-form',
  imports: [
    ...[ActProblem, ChoiceField, CodesField, DateField, ErrorSummary, FormField, LongText, MatButton],
    TextField,
  ],
  templateUrl: './preparation-form.html',
})
export class PreparationForm {
  private readonly client = inject(ConferencesClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  readonly people = input.required<readonly Named[]>();
  readonly proposed = input.required<readonly ProposedPoint[]>();
  /** What stands; `null`: a new one. */
  readonly before = input<ConferencePage | null>(null);
  /** Its id. */
  readonly said = output<string>();

  protected readonly form = new SendingForm(
    NO_PREPARATION,
    (it) => {
      checkField(it.day, 'conferences.form.day-missing', (day) => !this.before() && wholeDay(day) === null);
      checkField(it.hour, 'conferences.form.hour-wrong', (hour) => !!hour.trim() && hourOf(hour) === null);
      limitLength(it.hour, 5);
      checkField(it.minutes, 'conferences.form.minutes-wrong', (text) => !!text.trim() && !isMinutes(text));
      limitLength(it.minutes, 4);
      limitLength(it.place, plannedTimeLengths.place);
      requireValue(it.purpose, 'conferences.form.purpose-missing');
      limitLength(it.purpose, planConferenceLengths.purpose);
      checkField(it.outside, 'conferences.form.outside-wrong', (text) =>
        linesOf(text).some((line) => {
          const guest = guestOf(line);
          return !guest || guest.name.length > guestLengths.name || guest.role.length > guestLengths.role;
        }),
      );
      checkField(it.own, 'conferences.form.own-wrong', (text) =>
        linesOf(text).some((line) => line.length > pointLengths.text),
      );
      requireValue(it.told, 'conferences.form.told-missing');
      requireValue(it.asked, 'conferences.form.asked-missing');
      limitLength(it.childWords, planConferenceLengths.childWords);
    },
    {
      idPrefix: 'conference-',
      serverNames: {
        ...{
          day: ['when.day', 'day'],
          hour: ['when.hour', 'hour'],
          minutes: 'when.minutes',
          place: 'when.place',
        },
        kept: 'points',
      },
    },
  );

  protected readonly members = computed(() => {
    const invited = this.before()?.conference.members;
    const all = [...this.people(), ...(Array.isArray(invited) ? (invited as readonly Named[]) : [])];
    // Whoever was invited and works on the case no more stays to be seen, until somebody says otherwise.
    return [...new Map(all.map(({ id, name }) => [id, { code: id, label: name }])).values()];
  });
  protected readonly points = computed(() =>
    this.proposed().map(({ ground, text }): Point => ({ ground, text: this.language.localize(text) })),
  );
  protected readonly pointOptions = computed(() =>
    this.points().map(({ ground, text }, at) => ({
      ...{ code: String(at), label: text, hint: this.t(`conferences.ground.${ground}`) },
    })),
  );
  protected readonly toldOptions = computed(() =>
    TOLD.map((code) => ({ code, label: this.t(`conferences.told-is.${code}`) })),
  );

  constructor() {
    effect(() => {
      const before = this.before();
      untracked(() => {
        if (before) this.form.type(typedPreparation(before, this.points()));
      });
    });
  }

  protected async sayConference(event: Event): Promise<void> {
    const before = this.before();
    const typed = this.form.typed();
    const preparation = readPreparation(typed, this.points());
    const when = readTime(typed);
    const done = await this.form.sendTyped<string>(
      event,
      async (sending) => {
        if (!preparation) return null;
        if (before) {
          const { id } = before.appointment;
          const change = { ...preparation, version: before.conference.version };
          const answer = await this.client.prepareConference(this.caseFileId(), id, change, sending);
          return answer.ok ? { ...answer, value: id } : answer;
        }
        if (!when) return null;
        const answer = await this.client.planConference(this.caseFileId(), { ...preparation, when }, sending);
        return answer.ok ? { ...answer, value: answer.value.id } : answer;
      },
      { about: [this.caseFileId(), before?.appointment.id, before?.conference.version] },
    );
    if (!done) return;
    if (!before) this.form.clear();
    this.said.emit(done.value);
  }
}
