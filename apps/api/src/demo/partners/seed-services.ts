import { KeepServicesService } from '../../directory/services/keep-services.service';
import type { ServiceToWriteDto } from '../../directory/services/services.dto';
import { ServicesRepository } from '../../directory/services/services.repository';
import { spaceNow } from '../../platform/clocks';
import type { Space } from '../../platform/spaces/spaces';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { accountContext } from '../account-context';

const ADDED: DeclaredAct = { type: 'service.add', purpose: 'administration', idempotent: false };

const HOME: ServiceToWriteDto = {
  ...{ name: '', kind: 'young-shelter', territories: ['93'], needs: ['bed-tonight', 'lasting-place'] },
  ...{
    ages: { from: 13, to: 17 },
    sexes: ['girl', 'boy'],
    languages: ['fr'],
    has: ['night-staff'],
    hasNot: [],
  },
  ...{ phones: ['01 99 00 12 31'], opening: 'always' },
};

/** Numbers that are nobody's: 01 99 00 … is kept for fiction. One is for younger children alone, of one hardly anything is known. */
const SERVICES: readonly ServiceToWriteDto[] = [
  {
    ...HOME,
    name: 'Foyer fictif des Tilleuls',
    // Nobody there has an account: it answers by a link.
    email: 'accueil@tilleuls.example',
    sexes: ['girl'],
    freePlaces: 1,
    has: ['night-staff', 'exploitation-expertise'],
  },
  { ...HOME, name: 'Foyer fictif du Canal', freePlaces: 0, phones: ['01 99 00 12 32'] },
  {
    ...HOME,
    name: 'Maison fictive des Petits',
    ages: { from: 6, to: 15 },
    freePlaces: 3,
    phones: ['01 99 00 12 33'],
  },
  {
    ...{
      ...HOME,
      name: 'Refuge fictif de l’Ouest',
      kind: 'remote-shelter',
      territories: ['29'],
      phones: ['02 99 00 12 34'],
    },
    ...{
      has: ['secret-address', 'night-staff', 'exploitation-expertise'],
      address: '1 chemin Imaginaire, Nulle-Part',
    },
  },
  {
    ...{ ...HOME, name: 'Accueil fictif de Paris', territories: ['75'], phones: ['01 99 00 12 35'] },
    ...{ needs: null, ages: null, sexes: null, languages: null, has: [], opening: 'unknown' },
  },
  {
    ...{ ...HOME, name: 'Unité médico-judiciaire fictive', kind: 'umj', phones: ['01 99 00 12 36'] },
    ...{
      needs: ['forensic-examination', 'urgent-medicine'],
      ages: { from: 0, to: 25 },
      sexes: ['girl', 'boy', 'other'],
    },
    ...{ has: ['forensic-without-complaint'] },
  },
  {
    ...{
      ...HOME,
      name: 'Consultation fictive pour adolescents',
      kind: 'adolescent-centre',
      phones: ['01 99 00 12 37'],
    },
    ...{
      needs: ['psychological-support'],
      waitingDays: 21,
      has: ['cultural-mediation'],
      opening: 'at-hours',
    },
    hours: { weekdays: { from: '09:00', to: '18:00' }, weekends: null },
  },
];

/** Fictional services of the demo. Idempotent. */
export class SeedServices {
  constructor(
    private readonly units: UnitOfWork,
    private readonly keeping: KeepServicesService,
    private readonly services: ServicesRepository,
  ) {}

  /** Number of services added. `accounts`: ids by login. */
  seed(space: Space, accounts: ReadonlyMap<string, string>): Promise<number> {
    return this.units.runAct(accountContext(space, accounts, 'alix', spaceNow(space)), ADDED, async () => {
      if ((await this.services.count()) > 0) return 0;
      for (const service of SERVICES) await this.keeping.addService(service);
      return SERVICES.length;
    });
  }
}
