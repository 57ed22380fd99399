import { Injectable } from '@nestjs/common';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { isKeptAway } from '../../cases/grants/in-conflict';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { NewAppointment, SaidAppointment } from '../appointments.repository';
import { EXPECTED_SQL } from './expected.query';

/** Mails to colleagues who are expected at an appointment: that they are, and that it was moved or does not take place. Of it, they say nothing. */
@Injectable()
export class TellExpectedService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly mails: AccountMails,
  ) {}

  /** Whom what is said now concerns otherwise than what was said before. */
  async tellOfChange(file: LoadedCase, said: NewAppointment, before: SaidAppointment | null): Promise<void> {
    if (!this.isToCome(said) && !(before && this.isToCome(before))) return;
    const goesBefore = before?.escortId ?? null;
    const isChanged = before !== null && isAnother(said, before);
    if (!isChanged && said.escortId === goesBefore) return;
    const invited = isChanged
      ? await EXPECTED_SQL.invited.readRows(this.unit.manager, [before.appointmentId])
      : [];
    await this.tellEach(file, [said.escortId, goesBefore, ...invited.map(({ id }) => id)]);
  }

  /** Colleagues who are invited to a conference, or not any more. */
  async tellInvited(file: LoadedCase, appointmentId: string, accountIds: readonly string[]): Promise<void> {
    const said = await EXPECTED_SQL.standing.first(this.unit.manager, [appointmentId]);
    if (said && this.isToCome(said)) await this.tellEach(file, accountIds);
  }

  private isToCome({ startsAt }: Pick<SaidAppointment, 'startsAt'>): boolean {
    return startsAt.getTime() > this.unit.now();
  }

  /** Each once, nobody of what they did themselves, and nobody who is kept away from the case since: nothing of it is told to them. */
  private async tellEach({ row }: LoadedCase, accountIds: readonly (string | null)[]): Promise<void> {
    const told = new Set(accountIds.flatMap((id) => id ?? []));
    for (const id of told)
      if (id !== this.unit.account.id && !isKeptAway(row, id))
        await this.mails.addReminder('reminder-appointment', id);
  }
}

const isAnother = (said: NewAppointment, before: SaidAppointment): boolean =>
  said.startsAt.getTime() !== before.startsAt.getTime() ||
  said.isWholeDay !== before.isWholeDay ||
  (said.state === 'cancelled') !== (before.state === 'cancelled');
