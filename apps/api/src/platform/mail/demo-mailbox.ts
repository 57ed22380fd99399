import { randomUUID } from 'node:crypto';
import type { Space } from '../spaces/spaces';
import { type Mail, Mailer } from './mailer';
import { machineNow } from '../clocks';

const MOST = 50;

/** `at`: ISO 8601. */
export interface KeptMail extends Mail {
  readonly id: string;
  readonly at: string;
}

/** Where mails go in a demo without a mail server: kept in this process's memory, shown to administrators, gone with it. */
export class DemoMailbox extends Mailer {
  readonly isReady = true;
  private readonly bySpace = new Map<string, readonly KeptMail[]>();

  async send({ database }: Space, mail: Mail): Promise<void> {
    const kept = { id: randomUUID(), at: new Date(machineNow()).toISOString(), ...mail };
    this.bySpace.set(database, [kept, ...(this.bySpace.get(database) ?? [])].slice(0, MOST));
  }

  /** Newest first. */
  of({ database }: Space): readonly KeptMail[] {
    return this.bySpace.get(database) ?? [];
  }
}
