import { Injectable } from '@nestjs/common';
import { OnCallContactsRepository } from '../../directory/on-call/on-call-contacts.repository';
import type { LoadedCase } from '../reading/loaded-case';

/** Numbers of our own duty line where the case is. */
@Injectable()
export class DutyNumbers {
  constructor(private readonly contacts: OnCallContactsRepository) {}

  async listNumbers({ territory }: LoadedCase): Promise<readonly string[]> {
    const contacts = await this.contacts.listContacts(territory.code);
    return [...new Set(contacts.filter(({ kind }) => kind === 'duty-line').flatMap((it) => it.phones))];
  }
}
