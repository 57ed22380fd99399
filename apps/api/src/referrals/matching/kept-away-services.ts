import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServiceMembersQuery } from '../../directory/services/service-members.query';
import type { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';

/** Services of which a member, whose account may be closed since, is kept away from a case: nobody there is told of it. */
@Injectable()
export class KeptAwayServices {
  constructor(private readonly members: ServiceMembersQuery) {}

  async listServices({ row }: Pick<LoadedCase, 'row'>): Promise<ReadonlySet<string>> {
    if (row.recusedIds.length === 0) return new Set();
    return new Set(await this.members.listServicesOf(row.recusedIds));
  }

  /** Their accounts: who is kept away, and every colleague. */
  async listAccounts({ row }: Pick<LoadedCase, 'row'>): Promise<ReadonlySet<string>> {
    const services = await this.listServices({ row });
    const colleagues = (await this.members.listMembers()).filter(({ serviceId }) => services.has(serviceId));
    return new Set([...row.recusedIds, ...colleagues.map(({ id }) => id)]);
  }

  /** Throws where a colleague of this account is kept away. Of who is kept away themselves the grant says so. */
  async refuseColleague(file: Pick<LoadedCase, 'row'>, accountId: string): Promise<void> {
    if (file.row.recusedIds.includes(accountId) || !(await this.listAccounts(file)).has(accountId)) return;
    throw keptAway('accountId');
  }
}

export const KEPT_AWAY = [
  'Quelqu’un de ce service est tenu à l’écart de ce dossier.',
  'Somebody of this service is kept away from this case.',
] as const;

/** The refusal to tell such a service of the child; `field`: what named it. */
export const keptAway = (field?: string): Refusal => refused('kept-away', ...KEPT_AWAY, field);
