import { Injectable } from '@nestjs/common';
import { CaseColleaguesQuery } from '../cases/grants/case-colleagues.query';
import { refuseKeptAway } from '../cases/grants/in-conflict';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { invalidValue } from '../platform/refusals/invalid-value';

/** Whom a conference names: who works on the case and is not kept away from it, nobody who gives an opinion or broke the glass. */
@Injectable()
export class DemandWorkers {
  constructor(private readonly colleagues: CaseColleaguesQuery) {}

  /** Throws where one of these accounts is none of them; `named`: by the field that names them. */
  async demandWorkers(file: LoadedCase, named: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const ids = Object.values(named).flat();
    if (ids.length === 0) return;
    for (const id of ids) refuseKeptAway(file.row, id);
    const all = new Set((await this.colleagues.listWorkers(file)).map(({ id }) => id));
    for (const [field, accounts] of Object.entries(named))
      if (accounts.some((id) => !all.has(id)))
        throw invalidValue(
          field,
          'Cette personne ne suit pas ce dossier : invitez-la en l’écrivant, ou ouvrez-lui d’abord le dossier.',
          'This person does not work on this case: invite them in words, or open the case to them first.',
        );
  }
}
