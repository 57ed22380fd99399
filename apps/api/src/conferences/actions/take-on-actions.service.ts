import { Injectable } from '@nestjs/common';
import { dayNumber, localDay, startOfDay } from '@repere/feel';
import { CaseReader } from '../../cases/reading/case-reader';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { invalidValue } from '../../platform/refusals/invalid-value';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ConferenceActionsRepository, type KeptAction } from './conference-actions.repository';
import { ConferencePageService } from '../conference-page.service';
import type { NewActionDto, SettleActionDto } from '../conference-sent.dto';
import { seesAllOfIt } from '../show-conference';

/** TOOL: what is to be done later than in two years is no action of a conference. */
const MOST_DAYS_AHEAD = 2 * 366;
/** Of one conference, those that were corrected in included. */
const MOST_ACTIONS = 60;

/** Which action of which conference. */
export interface ActionPlace {
  readonly appointmentId: string;
  readonly actionId: string;
}

/** What somebody takes on at a conference, and what becomes of it. */
@Injectable()
export class TakeOnActionsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly page: ConferencePageService,
    private readonly actions: ConferenceActionsRepository,
  ) {}

  async takeOn(file: LoadedCase, appointmentId: string, sent: readonly NewActionDto[]): Promise<void> {
    if (sent.length === 0) return;
    const before = await this.actions.listStanding(file, { appointmentId });
    if (before.length + sent.length > MOST_ACTIONS)
      throw refused(
        'too-many-actions',
        'Cette concertation a déjà trop d’actions.',
        'This conference has too many actions already.',
        'actions',
      );
    for (const { what, ownerId, day } of sent)
      await this.actions.sayAction(
        file,
        {
          ...{ appointmentId, ownerId, state: 'open', content: { what, outcome: null, passedWhy: null } },
          dueAt: new Date(this.endOf(day, file.territory.zone)),
        },
        null,
      );
  }

  async settleAction(
    caseFileId: string,
    place: ActionPlace,
    { version, state, words }: SettleActionDto,
  ): Promise<void> {
    const file = await this.reader.lock(caseFileId);
    const before = await this.findRead(file, place, version);
    const { appointmentId, actionId } = before;
    if (state === 'undone' && words === undefined)
      throw refused(
        'words-missing',
        'Dites pourquoi ce n’est pas fait.',
        'Say why it was not done.',
        'words',
      );
    await this.actions.sayAction(
      file,
      {
        ...{ appointmentId, ownerId: before.ownerId, dueAt: before.dueAt, state },
        content: { ...before.content, outcome: words ?? null },
      },
      before,
    );
    this.unit.notes({ action: actionId, state });
  }

  /** What stands of an action, if it is what the sender read; one that is none of theirs is not there for who is not shown its words. */
  async findRead(
    file: LoadedCase,
    { appointmentId, actionId }: ActionPlace,
    version: number,
  ): Promise<KeptAction> {
    await this.page.findAppointment(file, appointmentId);
    const all = await this.actions.listStanding(file, { appointmentId });
    const found = all.find((it) => it.actionId === actionId);
    if (!found) throw new Refusal('not-found');
    if (found.version !== version)
      throw refused(
        'changed-meanwhile',
        'Quelqu’un a déjà dit ce qu’il en est, ou l’a passée : relisez la concertation.',
        'Somebody has said what became of it already, or passed it on: read the conference again.',
        'version',
      );
    if (!seesAllOfIt(this.page.redacted(file)) && found.ownerId !== this.unit.account.id)
      throw new Refusal('not-found');
    return found;
  }

  /** The first moment after this day, there. */
  private endOf(day: string, zone: string): number {
    const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
    const number = dayNumber(year, month, dayOfMonth);
    const today = localDay(this.unit.now(), zone);
    if (number < today || number > today + MOST_DAYS_AHEAD)
      throw invalidValue(
        'actions',
        'Le jour d’une action est aujourd’hui ou après, et dans les deux ans.',
        'The day of an action is today or later, and within two years.',
      );
    return startOfDay(number + 1, zone);
  }
}
