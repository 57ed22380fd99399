import { Injectable } from '@nestjs/common';
import { CaseColleaguesQuery } from '../../cases/grants/case-colleagues.query';
import { refuseKeptAway, isKeptAway } from '../../cases/grants/in-conflict';
import type { NamedDto } from '../../cases/page/case-file.dto';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { invalidValue } from '../../platform/refusals/invalid-value';

/** Who of ours may go with a child: who works on the case, and is not kept away from it. */
@Injectable()
export class EscortChoices {
  constructor(private readonly colleagues: CaseColleaguesQuery) {}

  async listChoices(file: LoadedCase): Promise<readonly NamedDto[]> {
    const all = await this.colleagues.listColleagues(file);
    return all
      .filter(({ id, isRelated }) => isRelated && !isKeptAway(file.row, id))
      .map(({ id, name }) => ({ id, name }));
  }

  /** Refuses somebody who is none of them; `null`: nobody was named. */
  async demand(file: LoadedCase, accountId: string | null): Promise<void> {
    if (accountId === null) return;
    refuseKeptAway(file.row, accountId);
    const all = await this.listChoices(file);
    if (!all.some(({ id }) => id === accountId))
      throw invalidValue(
        'escortId',
        'Cette personne ne suit pas ce dossier : écrivez son nom.',
        'This person does not work on this case: write their name.',
      );
  }
}
