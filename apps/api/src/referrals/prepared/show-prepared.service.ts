import { Injectable } from '@nestjs/common';
import { redactedClasses } from '../../cases/disclosure/redacted-classes';
import { pageOfCase } from '../../cases/page/page-of-case';
import { AccountNames } from '../../cases/reading/account-names';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServiceMembersQuery } from '../../directory/services/service-members.query';
import { ServicesRepository } from '../../directory/services/services.repository';
import { Refusal } from '../../platform/refusals/refusal';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { WORDS_TELL_OF } from '../answers/referral-state';
import { KeptAwayServices } from '../matching/kept-away-services';
import { PartnersQuery } from '../partners.query';
import type { ResumedReferralDto } from './prepared.dto';
import { type Prepared, PreparedReferrals } from './prepared-referrals.repository';
import type { PreparedBar, PreparedReferralDto } from './seen-prepared.dto';

/** What is prepared of a case, for who may refer: whom for, since when, and whether it could be sent to them now. */
@Injectable()
export class ShowPreparedService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly prepared: PreparedReferrals,
    private readonly partners: PartnersQuery,
    private readonly services: ServicesRepository,
    private readonly members: ServiceMembersQuery,
    private readonly keptAway: KeptAwayServices,
    private readonly names: AccountNames,
  ) {}

  /** Of a case that its reader may refer. */
  async showPrepared(file: LoadedCase): Promise<readonly PreparedReferralDto[]> {
    return this.showAll(file, await this.visible(file));
  }

  async resume(file: LoadedCase, id: string): Promise<ResumedReferralDto> {
    const found = (await this.visible(file)).find((it) => it.id === id);
    const [prepared] = found ? await this.showAll(file, [found]) : [];
    if (!found || !prepared) throw new Refusal('not-found');
    return {
      ...pageOfCase(file, redactedClasses(principalOf(this.unit.account), file.resource)),
      ...{ prepared, terms: found.terms },
    };
  }

  private async visible(file: LoadedCase): Promise<readonly Prepared[]> {
    return (await this.prepared.ofCase(file)).filter(this.isVisible(file));
  }

  /** Words of others may tell of anything, and whom they are for of where the child goes: who is not shown that sees their own. */
  isVisible(file: LoadedCase): (it: Prepared) => boolean {
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    const seesAll = !WORDS_TELL_OF.some((it) => redacted.has(it));
    return ({ byId }) => seesAll || byId === this.unit.account.id;
  }

  private async showAll(file: LoadedCase, all: readonly Prepared[]): Promise<readonly PreparedReferralDto[]> {
    if (all.length === 0) return [];
    const now = this.unit.now();
    const names = await this.names.readNames(
      all.flatMap(({ byId, partnerId }) => [byId, partnerId ?? []].flat()),
    );
    const ids = all.flatMap(({ serviceId }) => serviceId ?? []);
    const services = new Map((await this.services.listServices(ids)).map((it) => [it.id, it.name]));
    const bars = await this.barsOf(file, all);
    return all.map(({ id, version, partnerId, serviceId, terms, byId, at, dueAt }, index) => ({
      ...{ id, version, serviceId, accountId: partnerId, bar: bars[index] ?? null },
      to: names.get(partnerId ?? '') ?? services.get(serviceId ?? '') ?? '',
      request: terms.request ?? null,
      by: names.get(byId) ?? '',
      ...{ at: at.toISOString(), dueAt: dueAt.toISOString(), isDue: dueAt.getTime() <= now },
    }));
  }

  /** Why each can not be sent to whom it is for. */
  async barsOf(
    file: LoadedCase,
    all: readonly Pick<Prepared, 'partnerId' | 'serviceId'>[],
  ): Promise<readonly (PreparedBar | null)[]> {
    const ids = all.flatMap(({ serviceId }) => serviceId ?? []);
    const open = new Set((await this.services.listServices(ids)).map(({ id }) => id));
    const withAccount = new Set((await this.members.listOpenMembers(ids)).map(({ serviceId }) => serviceId));
    const kept = new Set([
      ...(await this.keptAway.listServices(file)),
      ...(await this.keptAway.listAccounts(file)),
    ]);
    const bars: (PreparedBar | null)[] = [];
    for (const { partnerId, serviceId } of all) {
      const to = partnerId ?? serviceId ?? '';
      const isThere =
        partnerId === null ? open.has(to) : (await this.partners.findPartner(partnerId)) !== null;
      bars.push(!isThere ? 'gone' : kept.has(to) ? 'kept-away' : withAccount.has(to) ? 'has-account' : null);
    }
    return bars;
  }
}
