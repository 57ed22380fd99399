import { Injectable } from '@nestjs/common';
import { namedVersions } from '@repere/protocol';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { machineNow } from '../../platform/clocks';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import { newSpaceKey, newTrainingDatabase } from '../../platform/spaces/making/training-databases';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { OwnScenarios } from '../own-scenarios/own-scenarios.service';
import { listOutOfForce } from '../scenarios/list-out-of-force';
import { ScenarioLibrary } from '../scenarios/scenario-library';
import { MakeTrainingSpaces } from './make-training-spaces';
import { type LoadRow, LOADS_SQL } from '../../platform/spaces/making/load-rows';
import { MOMENTS_SQL, type MomentRow, MOST_MOMENTS } from '../../platform/spaces/making/moment-rows';
import { MOST_SPACES } from '../../platform/spaces/making/space-life';
import { showSpace } from './show-space';
import { SpaceQuota } from './space-quota';
import {
  TRAINING_SPACES_SQL as SQL,
  type TrainingSpaceRow,
} from '../../platform/spaces/making/training-space-rows';
import type {
  ChangeTrainingSpaceDto,
  NewTrainingSpaceDto,
  RemoveTrainingSpaceQueryDto,
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
    private readonly quota: SpaceQuota,
    private readonly scenarios: OwnScenarios,
    private readonly registry: ProtocolRegistry,
  ) {}

  async listSpaces(): Promise<TrainingSpacesDto> {
    this.demandLive();
    const isPossible = this.provisioner.isHere;
    const rows = isPossible
      ? await this.provisioner.rows<TrainingSpaceRow>(SQL.ofOwner, [this.unit.account.id])
      : [];
    const [moments, loads] = [await this.momentsOf(rows), await this.loadsOf(rows)];
    const spaces = rows.map((row) => showSpace(row, this.library.titleOf(row), moments, loads));
    return { isPossible, most: MOST_SPACES, mostMoments: MOST_MOMENTS, spaces };
  }

  /** The space as it begins: its database is made within seconds. */
  async create(asked: NewTrainingSpaceDto): Promise<TrainingSpaceDto> {
    const { title, scenario, ownScenario, mode = 'practice' } = asked;
    this.demandMaking();
    if (scenario !== undefined && ownScenario !== undefined)
      throw refused(
        'two-scenarios',
        'Un espace commence par un seul cas.',
        'A space begins with one scenario.',
        'scenario',
      );
    if (asked.minutes !== undefined && mode !== 'assessment')
      throw refused(
        'no-assessment',
        'Seule une évaluation a une durée.',
        'Only an assessment has a time.',
        'minutes',
      );
    const own = ownScenario === undefined ? null : await this.scenarios.demandPlayable(ownScenario);
    if (scenario !== undefined && !this.library.scenarios.has(scenario))
      throw refused('no-scenario', 'Ce cas n’existe pas.', 'There is no such scenario.', 'scenario');
    const told = this.library.findScenario(own?.name ?? scenario ?? null, own?.yaml ?? null);
    const minutes = asked.minutes ?? Math.min(told?.scenario.minutes ?? 60, 600);
    const key = newSpaceKey();
    const { id: ownerId, name: ownerName } = this.unit.account;
    await this.quota.insertSpace(
      ownerId,
      SQL.insert,
      [
        ...[key, title, newTrainingDatabase(key), ownerId, own?.name ?? scenario ?? null, mode],
        own?.yaml ?? null,
        ...[mode === 'assessment' ? minutes : null, ownerName],
      ],
      asked.cases,
    );
    this.settleSoon(key);
    return this.showSpace(key);
  }

  async changeSpace(key: string, { change }: ChangeTrainingSpaceDto): Promise<TrainingSpaceDto> {
    this.demandMaking();
    const row = await this.findSpace(key);
    if (change === 'begin-anew') await this.demandBeginning(row);
    if (change === 'archive') await this.demandNoCopy(key);
    const statement = { 'begin-anew': SQL.beginAnew, archive: SQL.archive, reopen: SQL.reopen }[change];
    await this.provisioner.rows(statement, [key]);
    this.settleSoon(key);
    return this.showSpace(key);
  }

  /**
   * Its address answers at once that it is gone; its database goes as soon as nobody is in it. What must not stay, a real story that
   * somebody typed, is in its branches as well: they go along unless whoever deletes it keeps them.
   */
  async removeSpace(key: string, { branches }: RemoveTrainingSpaceQueryDto): Promise<void> {
    this.demandMaking();
    await this.findSpace(key);
    if (branches === 'keep') await this.provisioner.rows(SQL.remove, [key]);
    else {
      const gone = await this.provisioner.rows<{ key: string }>(SQL.branchesOf, [key]);
      this.unit.notes({ branches: gone.map((it) => it.key) });
      await this.provisioner.rows(SQL.removeWithBranches, [key]);
    }
    this.settleSoon(key);
  }

  /** Somebody comes in: refuses what is not open. */
  async enterSpace(key: string): Promise<void> {
    this.demandMaking();
    const row = await this.findSpace(key);
    if (row.state !== 'open') throw new Refusal('space-shut');
    await this.provisioner.rows(SQL.entered, [key]);
    await this.provisioner.rows(SQL.tellVersions, [key, JSON.stringify(await this.outOfForce(row))]);
    this.unit.notes({ space: key });
  }

  /** Told to the space as its owner comes in: nothing leads back from there. */
  private async outOfForce({ scenario: name, scenario_text: text }: TrainingSpaceRow) {
    const scenario = this.library.findScenario(name, text)?.scenario;
    return scenario ? listOutOfForce(namedVersions(scenario), await this.registry.readPublished()) : [];
  }

  /** The row of a space of whoever asks, made here; refuses another's, and one that is not there. */
  async own(key: string): Promise<TrainingSpaceRow> {
    this.demandMaking();
    return this.findSpace(key);
  }

  /** As the page has it; refuses another's. */
  async showSpace(key: string): Promise<TrainingSpaceDto> {
    const row = await this.findSpace(key);
    return showSpace(row, this.library.titleOf(row), await this.momentsOf([row]), await this.loadsOf([row]));
  }

  private loadsOf(rows: readonly TrainingSpaceRow[]): Promise<readonly LoadRow[]> {
    return this.provisioner.rows<LoadRow>(LOADS_SQL.ofSpaces, [rows.map(({ key }) => key)]);
  }

  private momentsOf(rows: readonly TrainingSpaceRow[]): Promise<readonly MomentRow[]> {
    return this.provisioner.rows<MomentRow>(MOMENTS_SQL.ofSpaces, [rows.map(({ key }) => key)]);
  }

  /** A branch begins anew with its moment; without it, it would be lost and come to nothing. */
  private async demandBeginning({ moment_id: moment }: TrainingSpaceRow): Promise<void> {
    if (moment === null) return;
    const kept = await this.provisioner.rows(MOMENTS_SQL.isKept, [moment]);
    if (kept.length === 0)
      throw refused(
        'moment-gone',
        'Le moment d’où vient cette branche n’est plus gardé : elle ne peut pas recommencer.',
        'The moment that this branch comes from is not kept any more: it can not begin anew.',
      );
  }

  private async demandNoCopy(key: string): Promise<void> {
    if ((await this.findSpace(key)).state === 'copying')
      throw refused(
        'being-copied',
        'Un moment de cet espace est en train d’être gardé : réessayez dans quelques secondes.',
        'A moment of this space is being kept: try again in a few seconds.',
      );
  }

  private async findSpace(key: string): Promise<TrainingSpaceRow> {
    const rows = await this.provisioner.rows<TrainingSpaceRow>(SQL.find, [key, this.unit.account.id]);
    const [row] = rows;
    if (!row) throw new Refusal('not-found');
    return row;
  }

  /** The event says which space. It is begun at once; where this process does not, another is woken by the commit. */
  settleSoon(key: string): void {
    this.unit.notes({ space: key });
    this.unit.wakes(new Date(machineNow()));
    this.making.beginMaking(this.unit.space);
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
