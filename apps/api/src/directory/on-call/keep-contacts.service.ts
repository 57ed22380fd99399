import { Injectable } from '@nestjs/common';
import { territoryOf } from '@repere/territories';
import { TeamsQuery } from '../../access/accounts/administration/teams/teams.query';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { RemindToCheck } from '../remind-to-check';
import type { OnCallContent } from '../entities/on-call-contact.entity';
import { OnCallContactsRepository } from './on-call-contacts.repository';
import type { NewOnCallContactDto, OnCallContactToWriteDto, OnCallDirectoryDto } from './on-call.dto';
import { plainHours } from './opening-hours';
import { showOnCall } from './show-on-call';
import { demandTerritory } from '../../platform/refusals/invalid-value';

/** Who is on call where, kept by administrators. A change is a new contact in the place of the old one, which stays with its end. */
@Injectable()
export class KeepContactsService {
  constructor(
    private readonly contacts: OnCallContactsRepository,
    private readonly teams: TeamsQuery,
    private readonly reminder: RemindToCheck,
    private readonly unit: UnitOfWork,
  ) {}

  /** Every territory where a team works, whatever it lacks, and those that have a contact. */
  async listContacts(): Promise<OnCallDirectoryDto> {
    const contacts = await this.contacts.listContacts();
    const teams = await this.teams.listTeams();
    const codes = new Set([...teams, ...contacts].map(({ territory }) => territory));
    return {
      items: [...codes].sort().flatMap((code) => {
        const territory = territoryOf(code);
        if (!territory) return [];
        const { name, zone } = territory;
        return [{ territory: code, name, zone, kinds: showOnCall(contacts, territory, this.unit.now()) }];
      }),
    };
  }

  async addContact({ territory, kind, ...written }: NewOnCallContactDto): Promise<void> {
    demandTerritory(territory);
    const id = await this.contacts.insert(territory, kind, contentOf(written));
    await this.reminder.remindLater();
    this.unit.notes({ contact: id, territory, kind });
  }

  async changeContact(id: string, written: OnCallContactToWriteDto): Promise<void> {
    const before = await this.contacts.findContact(id);
    if (!before || !(await this.contacts.removeContact(id))) throw new Refusal('not-found');
    const { territory, kind } = before;
    const contact = await this.contacts.insert(territory, kind, contentOf(written));
    await this.reminder.remindLater();
    this.unit.notes({ contact, insteadOf: id, territory, kind });
  }

  async verify(id: string): Promise<void> {
    if (!(await this.contacts.verify(id))) throw new Refusal('not-found');
    await this.reminder.remindLater();
    this.unit.notes({ contact: id });
  }

  async removeContact(id: string): Promise<void> {
    if (!(await this.contacts.removeContact(id))) throw new Refusal('not-found');
    this.unit.notes({ contact: id });
  }
}

const contentOf = (written: OnCallContactToWriteDto): OnCallContent => {
  const { name, phones, hours = null, say = null, languages = [], sexes = [], byTelephone = false } = written;
  return {
    ...{ name: name.trim(), phones, say, languages, sexes, byTelephone },
    hours: hours && plainHours(hours),
  };
};
