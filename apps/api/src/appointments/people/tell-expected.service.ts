import { Injectable } from '@nestjs/common';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { ONLY_STANDING } from '../../cases/next-appointment/next-appointment.query';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { NewAppointment, SaidAppointment } from '../appointments.repository';

const INVITED = rows<{ readonly id: string }>({ id: 'uuid' }).from(
  `SELECT account_id AS id FROM conference_member WHERE appointment_id = $1 ORDER BY account_id LIMIT 200`,
);

const STANDING = rows<{ readonly startsAt: Date }>({ startsAt: 'timestamptz' }).from(
  `SELECT a.starts_at AS "startsAt" FROM appointment a WHERE a.appointment_id = $1 AND ${ONLY_STANDING}`,
);

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
    if (said.escortId !== (before?.escortId ?? null)) await this.tell([said.escortId, before?.escortId]);
    else if (before && isAnother(said, before)) await this.tell([said.escortId]);
    if (before && isAnother(said, before)) {
      const invited = await INVITED.readRows(this.unit.manager, [before.appointmentId]);
      await this.tell(invited.map(({ id }) => id));
    }
  }

  /** Colleagues who are invited to a conference, or not any more. */
  async tellInvited(appointmentId: string, accountIds: readonly string[]): Promise<void> {
    const said = await STANDING.first(this.unit.manager, [appointmentId]);
    if (said && this.isToCome(said)) await this.tell(accountIds);
  }

  private isToCome({ startsAt }: Pick<SaidAppointment, 'startsAt'>): boolean {
    return startsAt.getTime() > this.unit.now();
  }

  /** Each once, and nobody of what they did themselves. */
  private async tell(accountIds: readonly (string | null | undefined)[]): Promise<void> {
    const others = new Set(accountIds.filter((id) => id != null && id !== this.unit.account.id));
    for (const id of others) if (id != null) await this.mails.addMail('appointment-told', id);
  }
}

const isAnother = (said: NewAppointment, before: SaidAppointment): boolean =>
  said.startsAt.getTime() !== before.startsAt.getTime() ||
  said.isWholeDay !== before.isWholeDay ||
  (said.state === 'cancelled') !== (before.state === 'cancelled');
