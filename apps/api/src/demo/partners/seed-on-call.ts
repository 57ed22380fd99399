import type { OnCallKind } from '@repere/protocol';
import { KeepContactsService } from '../../directory/on-call/keep-contacts.service';
import type { OnCallContactToWriteDto } from '../../directory/on-call/on-call.dto';
import { OnCallContactsRepository } from '../../directory/on-call/on-call-contacts.repository';
import { spaceNow } from '../../platform/clocks';
import type { Space } from '../../platform/spaces/spaces';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { accountContext } from '../account-context';

const ADDED: DeclaredAct = { type: 'on-call.add', purpose: 'administration', idempotent: false };

/** Numbers that are nobody's: 01 99 00 … is kept for fiction. The forensic unit is missing, as one often is. */
const CONTACTS: Readonly<Partial<Record<OnCallKind, OnCallContactToWriteDto>>> = {
  'duty-prosecutor': { name: 'Parquet fictif, permanence mineurs', phones: ['01 99 00 12 01'], hours: null },
  'crip-unit': {
    name: 'CRIP fictive 93',
    phones: ['01 99 00 12 02'],
    hours: { weekdays: { from: '09:00', to: '17:30' }, weekends: null },
  },
  'ase-on-duty': {
    name: 'Cadre d’astreinte fictif de l’ASE',
    phones: ['01 99 00 12 03', '06 39 98 12 03'],
    hours: { weekdays: { from: '17:30', to: '09:00' }, weekends: { from: '00:00', to: '00:00' } },
    say: 'Dites d’abord la commune où se trouve l’enfant.',
  },
  'emergency-placement': { name: 'Accueil d’urgence fictif', phones: ['01 99 00 12 04'], hours: null },
  'duty-line': { name: 'Permanence fictive du service', phones: ['01 99 00 12 05'], hours: null },
  'interpreter-line': {
    name: 'Interprètes fictifs',
    phones: ['01 99 00 12 06'],
    hours: null,
    languages: ['dari', 'pachto', 'soninké'],
    sexes: ['woman', 'man'],
    byTelephone: true,
  },
};

/** Fictional on-call contacts of the demo's département. Idempotent. */
export class SeedOnCall {
  constructor(
    private readonly units: UnitOfWork,
    private readonly keeping: KeepContactsService,
    private readonly contacts: OnCallContactsRepository,
  ) {}

  /** Number of contacts added. `accounts`: ids by login. */
  seed(space: Space, accounts: ReadonlyMap<string, string>): Promise<number> {
    return this.units.runAct(accountContext(space, accounts, 'alix', spaceNow(space)), ADDED, async () => {
      if ((await this.contacts.listContacts('93')).length > 0) return 0;
      const all = Object.entries(CONTACTS) as [OnCallKind, OnCallContactToWriteDto][];
      for (const [kind, contact] of all) await this.keeping.addContact({ territory: '93', kind, ...contact });
      return all.length;
    });
  }
}
