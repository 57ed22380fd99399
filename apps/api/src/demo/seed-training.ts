import { LEARNER_ROLES } from '@repere/access';
import { engineRoles } from '@repere/cases';
import { addMonths, isoDay, localDay } from '@repere/feel';
import { type CurriculumItem, newestVersions } from '@repere/protocol';
import { CERTIFICATES_SQL } from '../access/team/training-certificates.query';
import { uuidOf } from '../platform/uuid';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { keyOf, type ProtocolLibrary } from '../protocols/protocol-library';
import { DEMO_ACCOUNTS, type DemoAccount } from './demo-accounts';

const ZONE = 'Europe/Paris';
/** Before everything that they did in the demo. */
const MONTHS_AGO = 17;
const MONTHS_BEHIND = 2;
const MONTHS_LEFT = 1;

/** Certificates that the fictional staff has: where a step asks, everybody is up to date; of the rest, one in four never was, one in four was, one in four is to renew soon. */
export class SeedTraining {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: Pick<ProtocolLibrary, 'curriculum' | 'documents'>,
  ) {}

  /** Idempotent. Call it in a unit of work as `system:seed`. `accounts`: ids by login. */
  async seed(accounts: ReadonlyMap<string, string>): Promise<void> {
    const supervisors = DEMO_ACCOUNTS.filter(({ role }) => role === 'supervisor');
    for (const [place, account] of DEMO_ACCOUNTS.entries()) {
      if (!LEARNER_ROLES.some((role) => role === account.role)) continue;
      const by = supervisors.find(({ login }) => login !== account.login);
      const [id, byId] = [accounts.get(account.login), accounts.get(by?.login ?? '')];
      if (id === undefined || byId === undefined) continue;
      const roles = engineRoles([account.role]);
      const asked = this.library.curriculum.filter((item) => item.roles.some((it) => roles.includes(it)));
      for (const [number, item] of asked.entries()) {
        const turn = item.asked ? 2 : (place + number) % 4;
        if (turn === 0) continue;
        const monthsAgo = MONTHS_OF_TURN[turn]?.(item) ?? MONTHS_AGO;
        await this.insert(account, { id, byId }, item, monthsAgo);
      }
    }
  }

  private async insert(
    { login, name, role }: DemoAccount,
    { id, byId }: { readonly id: string; readonly byId: string },
    item: CurriculumItem,
    monthsAgo: number,
  ): Promise<void> {
    const documents = newestVersions([...this.library.documents.values()].map(({ document }) => document));
    const version = documents.find(({ protocol }) => protocol === item.protocol)?.version ?? '';
    const hash = this.library.documents.get(keyOf(item.protocol, version))?.hash ?? '';
    const on = isoDay(addMonths(localDay(this.unit.now(), ZONE), -monthsAgo, 'last-day'));
    await CERTIFICATES_SQL.insert.first(this.unit.manager, [
      ...[
        idOf(`${login} ${item.id}`),
        id,
        name,
        role,
        item.scenarios[0] ?? item.id,
        JSON.stringify(item.title),
      ],
      ...[JSON.stringify([{ protocol: item.protocol, version, hash }]), on, 'Exercice fictif', 'Tom Exemple'],
      ...['repere/training/demo/0000000000000000', Buffer.alloc(32), byId, new Date(this.unit.now()), null],
    ]);
  }
}

/** Of four, one was up to date and one is for a month still. */
const MONTHS_OF_TURN: Readonly<Record<number, (item: CurriculumItem) => number>> = {
  1: ({ months }) => months + MONTHS_BEHIND,
  3: ({ months }) => months - MONTHS_LEFT,
};

/** The same id at each seeding, and nobody else's. */
const idOf = (of: string): string => uuidOf(`repere demo certificate ${of}`);
