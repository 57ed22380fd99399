import type { Space } from '../../platform/spaces/spaces';
import { type Mail, Mailer } from '../../platform/mail/mailer';
import { machineNow } from '../../platform/clocks';

const MOST = 50;

/** `at`: ISO 8601. */
export interface KeptMail extends Mail {
  readonly at: string;
}

/** Where mails go in a demo without a mail server: kept in this process's memory, shown to administrators, gone with it. */
export class DemoMailbox extends Mailer {
  readonly isReady = true;
  private readonly bySpace = new Map<string, readonly KeptMail[]>();

  async sendMail({ database }: Space, mail: Mail): Promise<void> {
    const kept = { at: new Date(machineNow()).toISOString(), ...mail };
    const others = this.listMails({ database }).filter(({ id }) => id !== mail.id);
    this.bySpace.set(database, [kept, ...others].slice(0, MOST));
  }

  /** Newest first. */
  listMails({ database }: Pick<Space, 'database'>): readonly KeptMail[] {
    return this.bySpace.get(database) ?? [];
  }
}
