import { Injectable } from '@nestjs/common';
import { AccountMails } from '../../access/accounts/mail/account-mails';
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
  async tellOfChange(said: NewAppointment, before: SaidAppointment | null): Promise<void> {
    if (!this.isToCome(said) && !(before && this.isToCome(before))) return;
    if (said.escortId !== (before?.escortId ?? null)) await this.tellEach([said.escortId, before?.escortId]);
    else if (before && isAnother(said, before)) await this.tellEach([said.escortId]);
    if (before && isAnother(said, before)) {
      const invited = await EXPECTED_SQL.invited.readRows(this.unit.manager, [before.appointmentId]);
      await this.tellEach(invited.map(({ id }) => id));
    }
  }

  /** Colleagues who are invited to a conference, or not any more. */
  async tellInvited(appointmentId: string, accountIds: readonly string[]): Promise<void> {
    const said = await EXPECTED_SQL.standing.first(this.unit.manager, [appointmentId]);
    if (said && this.isToCome(said)) await this.tellEach(accountIds);
  }

  private isToCome({ startsAt }: Pick<SaidAppointment, 'startsAt'>): boolean {
    return startsAt.getTime() > this.unit.now();
  }

  /** Each once, and nobody of what they did themselves. */
  private async tellEach(accountIds: readonly (string | null | undefined)[]): Promise<void> {
    const others = new Set(accountIds.flatMap((id) => id ?? []).filter((id) => id !== this.unit.account.id));
    for (const id of others) await this.mails.addMail('appointment-told', id);
  }
}

const isAnother = (said: NewAppointment, before: SaidAppointment): boolean =>
  said.startsAt.getTime() !== before.startsAt.getTime() ||
  said.isWholeDay !== before.isWholeDay ||
  (said.state === 'cancelled') !== (before.state === 'cancelled');
