import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { command, countedChange, rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** An account that is of a service. */
export interface ServiceMember {
  readonly id: string;
  readonly serviceId: string;
  readonly name: string;
}

/** Accounts that are of services. They are partners': whoever works here is none. */
@Injectable()
export class ServiceMembersQuery {
  constructor(private readonly unit: UnitOfWork) {}

  listMembers(): Promise<readonly ServiceMember[]> {
    return MEMBERS.readRows(this.unit.manager);
  }

  /** Ids of the services of these accounts, closed ones among them. */
  async listServicesOf(accountIds: readonly string[]): Promise<readonly string[]> {
    const found = await SERVICES.readRows(this.unit.manager, [accountIds]);
    return found.map(({ serviceId }) => serviceId);
  }

  /** Accounts of these services that are open: who can see and answer what their service is asked. */
  listOpenMembers(serviceIds: readonly string[]): Promise<readonly ServiceMember[]> {
    return OPEN_MEMBERS.readRows(this.unit.manager, [serviceIds]);
  }

  /** Open accounts of partners, who may be made members. */
  listPartners(): Promise<readonly Pick<ServiceMember, 'id' | 'name'>[]> {
    return PARTNERS.readRows(this.unit.manager);
  }

  async isPartner(accountId: string): Promise<boolean> {
    return (await PARTNER.first(this.unit.manager, [accountId])) !== null;
  }

  /** Once, however often it is asked. */
  async addMember(serviceId: string, accountId: string): Promise<void> {
    const at = new Date(this.unit.now());
    await ADD(this.unit.manager, [randomUUID(), serviceId, accountId, this.unit.account.id, at]);
  }

  async removeMember(serviceId: string, accountId: string): Promise<boolean> {
    const at = new Date(this.unit.now());
    return (await REMOVE(this.unit.manager, [serviceId, accountId, this.unit.account.id, at])) > 0;
  }

  /** Names of accounts, by id. */
  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await NAMES.readRows(this.unit.manager, [ids]);
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}

const MEMBERS = rows<ServiceMember>({ id: 'uuid', serviceId: 'uuid', name: 'text' }).from(`
  SELECT a.id, m.service_id AS "serviceId", a.name FROM service_member m JOIN account a ON a.id = m.account_id
   WHERE m.removed_at IS NULL ORDER BY lower(a.name), a.id LIMIT 20000`);

const SERVICES = rows<Pick<ServiceMember, 'serviceId'>>({ serviceId: 'uuid' }).from(`
  SELECT DISTINCT m.service_id AS "serviceId" FROM service_member m
   WHERE m.removed_at IS NULL AND m.account_id = ANY ($1::uuid[])`);

const OPEN_MEMBERS = rows<ServiceMember>({ id: 'uuid', serviceId: 'uuid', name: 'text' }).from(`
  SELECT a.id, m.service_id AS "serviceId", a.name FROM service_member m JOIN account a ON a.id = m.account_id
   WHERE m.removed_at IS NULL AND m.service_id = ANY ($1::uuid[]) AND account_is_open(a) ORDER BY lower(a.name), a.id LIMIT 2000`);

const PARTNER_OPEN = `FROM account a WHERE a.roles = ARRAY['partner'] AND account_is_open(a)`;

const PARTNERS = rows<Pick<ServiceMember, 'id' | 'name'>>({ id: 'uuid', name: 'text' }).from(
  `SELECT a.id, a.name ${PARTNER_OPEN} ORDER BY lower(a.name), a.id LIMIT 2000`,
);

/** However many partners there are. */
const PARTNER = rows<{ readonly id: string }>({ id: 'uuid' }).from(
  `SELECT a.id ${PARTNER_OPEN} AND a.id = $1`,
);

const NAMES = rows<Pick<ServiceMember, 'id' | 'name'>>({ id: 'uuid', name: 'text' }).from(
  `SELECT id, name FROM account WHERE id = ANY ($1::uuid[])`,
);

const ADD = command(`
  INSERT INTO service_member (id, service_id, account_id, added_by, added_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (service_id, account_id) WHERE removed_at IS NULL DO NOTHING`);

const REMOVE = countedChange(`
  UPDATE service_member SET removed_by = $3, removed_at = $4
   WHERE service_id = $1 AND account_id = $2 AND removed_at IS NULL`);
