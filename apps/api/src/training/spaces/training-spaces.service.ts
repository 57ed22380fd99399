import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { machineNow, spaceNow } from '../../platform/clocks';
import { Provisioner } from '../../platform/spaces/provisioner';
import { newSpaceKey, newTrainingDatabase } from '../../platform/spaces/training-databases';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ScenarioLibrary } from '../scenarios/scenario-library';
import { MakeTrainingSpaces } from './make-training-spaces';
import { MOST_IN_ALL, MOST_SPACES } from '../../platform/spaces/space-life';
import { TRAINING_SPACES_SQL as SQL, type TrainingSpaceRow } from '../../platform/spaces/training-space-rows';
import type {
  ChangeTrainingSpaceDto,
  NewTrainingSpaceDto,
  TrainingSpaceDto,
  TrainingSpacesDto,
} from './training-spaces.dto';

/**
 * Training spaces of whoever leads training, asked for in a live space and recorded there. The address book says what is to be; making
 * and dropping go on by themselves. Nobody finds another's.
 */
@Injectable()
export class TrainingSpaces {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly provisioner: Provisioner,
    private readonly library: ScenarioLibrary,
    private readonly making: MakeTrainingSpaces,
  ) {}

  async list(): Promise<TrainingSpacesDto> {
    this.demandLive();
    const isPossible = this.provisioner.isHere;
    const rows = isPossible
      ? await this.provisioner.rows<TrainingSpaceRow>(SQL.ofOwner, [this.unit.account.id])
      : [];
    return { isPossible, most: MOST_SPACES, spaces: rows.map(shownSpace) };
  }

  /** The space as it begins: its database is made within seconds. */
  async create({ title, scenario, mode = 'practice' }: NewTrainingSpaceDto): Promise<TrainingSpaceDto> {
    this.demandMaking();
    if (scenario !== undefined && !this.library.scenarios.has(scenario))
      throw refused('no-scenario', 'Ce cas n’existe pas.', 'There is no such scenario.', 'scenario');
    const key = newSpaceKey();
    const { id: ownerId } = this.unit.account;
    await this.provisioner.alone('quota', async (client) => {
      const { rows } = await client.query<{ own: number; inAll: number }>(SQL.count, [ownerId]);
      const { own, inAll } = rows[0] ?? { own: MOST_SPACES, inAll: MOST_IN_ALL };
      if (own >= MOST_SPACES)
        throw refused(
          'too-many-spaces',
          `Vous avez déjà ${String(MOST_SPACES)} espaces. Supprimez-en un d’abord.`,
          `You have ${String(MOST_SPACES)} spaces already. Delete one first.`,
        );
      if (inAll >= MOST_IN_ALL)
        throw refused(
          'no-room-for-spaces',
          `Cette installation a déjà ${String(MOST_IN_ALL)} espaces d’exercice. Demandez à qui en a trop d’en supprimer.`,
          `This installation has ${String(MOST_IN_ALL)} training spaces already. Ask whoever has too many to delete some.`,
        );
      await client.query(SQL.insert, [key, title, newTrainingDatabase(key), ownerId, scenario ?? null, mode]);
    });
    this.settleSoon(key);
    return shownSpace(await this.find(key));
  }

  async change(key: string, { change }: ChangeTrainingSpaceDto): Promise<TrainingSpaceDto> {
    this.demandMaking();
    await this.find(key);
    const statement = { 'begin-anew': SQL.beginAnew, archive: SQL.archive, reopen: SQL.reopen }[change];
    await this.provisioner.rows(statement, [key]);
    this.settleSoon(key);
    return shownSpace(await this.find(key));
  }

  /** Its address answers at once that it is gone; its database goes as soon as nobody is in it. */
  async remove(key: string): Promise<void> {
    this.demandMaking();
    await this.find(key);
    await this.provisioner.rows(SQL.remove, [key]);
    this.settleSoon(key);
  }

  /** Somebody comes in: refuses what is not open. */
  async enter(key: string): Promise<void> {
    this.demandMaking();
    const { state } = await this.find(key);
    if (state !== 'open') throw new Refusal('space-shut');
    await this.provisioner.rows(SQL.entered, [key]);
    this.unit.notes({ space: key });
  }

  private async find(key: string): Promise<TrainingSpaceRow> {
    const rows = await this.provisioner.rows<TrainingSpaceRow>(SQL.find, [key, this.unit.account.id]);
    const [row] = rows;
    if (!row) throw new Refusal('not-found');
    return row;
  }

  /** The event says which space. It is begun at once; where this process does not, another is woken by the commit. */
  private settleSoon(key: string): void {
    this.unit.notes({ space: key });
    this.unit.wakes(new Date(machineNow()));
    this.making.begin(this.unit.space);
  }

  /** The page of spaces is in live spaces: from a training space nothing leads anywhere. */
  private demandLive(): void {
    if (this.unit.space.kind !== 'live') throw new Refusal('not-found');
  }

  private demandMaking(): void {
    this.demandLive();
    if (!this.provisioner.isHere)
      throw refused(
        'no-training-spaces',
        'Cette installation ne crée pas d’espaces d’exercice (REPERE_PROVISIONER_DATABASE_URL).',
        'This installation makes no training spaces (REPERE_PROVISIONER_DATABASE_URL).',
      );
  }
}

const shownSpace = (row: TrainingSpaceRow): TrainingSpaceDto => ({
  key: row.key,
  title: row.title,
  state: row.state,
  scenario: row.scenario,
  mode: row.mode,
  now: new Date(
    spaceNow({ clockOffsetMs: Number(row.clock_offset_ms), fixedNow: row.fixed_now?.getTime() ?? null }),
  ).toISOString(),
  enteredAt: row.entered_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  endsSoon: row.ends_soon,
});
