import { Injectable } from '@nestjs/common';
import { invalidValue } from '../../platform/refusals/invalid-value';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseReader } from '../../cases/reading/case-reader';
import { ConferenceActionsRepository } from './conference-actions.repository';
import { ConferencePageService } from '../conference-page.service';
import type { PassActionDto } from '../conference-sent.dto';
import { DemandWorkers } from '../demand-workers';
import { type ActionPlace, TakeOnActionsService } from './take-on-actions.service';

/** How often one is said anew; who needs more has nobody who does it. */
const MOST_SAID = 20;

/** An action goes to somebody else, with the reason: it stands in their day, and no longer in that of who had it. */
@Injectable()
export class PassActionService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly page: ConferencePageService,
    private readonly actions: ConferenceActionsRepository,
    private readonly taken: TakeOnActionsService,
    private readonly people: DemandWorkers,
  ) {}

  async passAction(
    caseFileId: string,
    place: ActionPlace,
    { version, ownerId, words }: PassActionDto,
  ): Promise<void> {
    const file = await this.reader.lock(caseFileId);
    const before = await this.taken.findRead(file, place, version);
    if (!this.page.mayPass(file, before)) throw notTheirs();
    if (before.state !== 'open')
      throw refused(
        'settled',
        'Cette action est terminée : il n’y a plus rien à passer.',
        'This action is over: there is nothing to pass on.',
      );
    if (before.ownerId === ownerId)
      throw invalidValue(
        'ownerId',
        'Cette personne a déjà cette action : choisissez quelqu’un d’autre.',
        'This person has this action already: choose somebody else.',
      );
    if (before.version >= MOST_SAID)
      throw refused(
        'said-too-often',
        'Cette action a déjà été passée trop de fois : parlez-en à votre responsable.',
        'This action was passed on too often already: speak of it with your supervisor.',
      );
    await this.people.demandWorkers(file, { ownerId: [ownerId] });
    const { appointmentId, dueAt, content } = before;
    await this.actions.sayAction(
      file,
      { appointmentId, dueAt, ownerId, state: 'open', content: { ...content, passedWhy: words } },
      before,
    );
    this.unit.notes({ action: before.actionId, from: before.ownerId, to: ownerId });
  }
}

const notTheirs = (): Refusal =>
  new Refusal('not-allowed', {
    reasons: [
      {
        code: 'not-theirs',
        text: {
          fr: 'Qui a cette action, qui pilote le dossier ou la personne responsable de l’équipe peut la passer.',
          en: 'Who has this action, who leads the case or the supervisor of the team may pass it on.',
        },
      },
    ],
  });
