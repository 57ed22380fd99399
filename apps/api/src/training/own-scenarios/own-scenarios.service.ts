import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TrainingScenario } from '@repere/protocol';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UUID } from '../../platform/uuid';
import { sha256 } from '../../protocols/hash-of';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import type { PublishedProtocols } from '../../protocols/publishing/published-protocols';
import { listOutOfForce, splitVersion } from '../scenarios/list-out-of-force';
import { ScenarioLibrary } from '../scenarios/scenario-library';
import type { CheckedText } from './check-scenario.task';
import { CheckScenarios } from './check-scenarios';
import {
  MOST_CHARACTERS,
  MOST_OWN,
  MOST_VERSIONS,
  type OwnScenarioDto,
  type OwnScenarioSummaryDto,
  type ScenarioVersionTextDto,
} from './own-scenarios.dto';
import { nameCopy, type ScenarioNames } from './name-copy';
import { OWN_SCENARIOS_SQL as SQL, type OwnScenarioRow } from './own-scenarios.query';

/**
 * Scenarios that whoever leads training writes, each their own: nobody finds another's. In the live space, since a training space is gone
 * with what is in it. Every text that can be kept is kept, also one that can't be read yet; only one without errors is played.
 */
@Injectable()
export class OwnScenarios {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: ScenarioLibrary,
    private readonly checking: CheckScenarios,
    private readonly registry: ProtocolRegistry,
  ) {}

  async listOwn(): Promise<OwnScenarioSummaryDto[]> {
    this.demandLive();
    const own = await SQL.ofOwner.readRows(this.unit.manager, [this.me]);
    const published = await this.registry.readPublished();
    return own.map((it) => showRow(it, published));
  }

  async readOwn(id: string): Promise<OwnScenarioDto> {
    return this.showOne(await this.findOwn(id));
  }

  /** A text that was saved before. */
  async readVersion(id: string, revision: number): Promise<ScenarioVersionTextDto> {
    const row = await this.findOwn(id);
    // The one that is read, not the newest.
    this.unit.notes({ revision });
    return this.textOf(row.id, revision);
  }

  /** A new one with the text of another, or a text of a file. */
  async beginScenario(from: string | undefined, sent: string | undefined): Promise<OwnScenarioDto> {
    this.demandLive();
    if ((from === undefined) === (sent === undefined)) throw new Refusal('invalid', { reasons: [WHAT_FROM] });
    await SQL.lock(this.unit.manager, [this.me]);
    const own = await SQL.ofOwner.readRows(this.unit.manager, [this.me]);
    if (own.length >= MOST_OWN)
      throw refused(
        'too-many-scenarios',
        `Vous avez déjà ${String(MOST_OWN)} cas. Supprimez-en un d’abord.`,
        `You have ${String(MOST_OWN)} scenarios already. Delete one first.`,
      );
    const yaml = sent ?? (await this.copyOf(from ?? '', own));
    const id = randomUUID();
    const checked = await this.checking.checkText(yaml);
    await SQL.insert(this.unit.manager, this.saidBy(id, checked));
    await this.keepText(id, 1, yaml);
    return this.showOne(await this.findOwn(id), checked);
  }

  /** A new revision; `stale` when `seen` is not the latest. The same text again changes nothing. */
  async saveText(id: string, yaml: string, seen: number): Promise<OwnScenarioDto> {
    const row = await this.findOwn(id, true);
    const { yaml: before } = await this.textOf(id, row.revision);
    if (before === yaml) return this.showOne(row);
    if (seen !== row.revision) throw stale(row, this.unit.account.name);
    const checked = await this.checking.checkText(yaml);
    await SQL.save(this.unit.manager, this.saidBy(id, checked));
    await this.keepText(id, row.revision + 1, yaml);
    await SQL.forget(this.unit.manager, [id, row.revision + 1 - MOST_VERSIONS]);
    return this.showOne(await this.findOwn(id), checked);
  }

  /** With every text of it. Spaces that began with it have theirs, and go on. */
  async removeScenario(id: string): Promise<void> {
    const row = await this.findOwn(id, true);
    await SQL.remove(this.unit.manager, [row.id, this.me]);
  }

  /** One that a space may begin with: refuses what has an error, by what is wrong. */
  async demandPlayable(id: string): Promise<{ readonly name: string; readonly yaml: string }> {
    const row = await this.findOwn(id);
    const { yaml } = await this.textOf(id, row.revision);
    const checked = await this.checking.checkText(yaml);
    const errors = checked.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0 || !checked.head)
      throw new Refusal('refused', {
        reasons: errors.slice(0, 20).map(({ code, line, message: { fr, en } }) => ({
          ...{ code, field: 'ownScenario' },
          text: { fr: `Ligne ${String(line)} : ${fr}`, en: `Line ${String(line)}: ${en}` },
        })),
      });
    return { name: checked.head.name, yaml };
  }

  private get me(): string {
    return this.unit.account.id;
  }

  private async copyOf(from: string, own: readonly OwnScenarioRow[]): Promise<string> {
    const shipped = [...this.library.scenarios.values()].map(({ scenario }) => namesOf(scenario));
    const { yaml, ...names } = UUID.test(from) ? await this.ownToCopy(from, own) : this.shippedToCopy(from);
    const renamed = nameCopy(yaml, names, [...own, ...shipped]);
    // A name of its own while there is room for it; else the text as it is.
    return renamed.length > MOST_CHARACTERS ? yaml : renamed;
  }

  private async ownToCopy(from: string, own: readonly OwnScenarioRow[]): Promise<CopiedScenario> {
    const row = own.find(({ id }) => id === from);
    const { yaml } = await this.textOf(from, row?.revision ?? 0);
    return { yaml, name: row?.name ?? null, title: row?.title ?? null };
  }

  private shippedToCopy(from: string): CopiedScenario {
    const kept = this.library.scenarios.get(from);
    if (!kept) throw new Refusal('not-found');
    return { yaml: kept.yaml, ...namesOf(kept.scenario) };
  }

  private async textOf(id: string, revision: number): Promise<ScenarioVersionTextDto> {
    const found = await SQL.text.first(this.unit.manager, [id, revision]);
    if (!found) throw new Refusal('not-found');
    return { revision: found.revision, savedAt: found.savedAt.toISOString(), yaml: found.yaml };
  }

  private async keepText(id: string, revision: number, yaml: string): Promise<void> {
    await SQL.keep(this.unit.manager, [id, revision, yaml, new Date(this.unit.now())]);
    this.unit.notes({ scenario: id, revision, hash: sha256(yaml) });
  }

  private saidBy(id: string, { head, problems }: CheckedText): unknown[] {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    return [
      ...[id, this.me, head?.name ?? null, head && JSON.stringify(head.title), head?.child ?? null],
      ...[
        head?.protocols ?? [],
        head?.versions ?? [],
        head?.minutes ?? null,
        errors,
        new Date(this.unit.now()),
      ],
    ];
  }

  private async showOne(row: OwnScenarioRow, known?: CheckedText): Promise<OwnScenarioDto> {
    const [{ yaml }, versions] = [
      await this.textOf(row.id, row.revision),
      await SQL.versions.readRows(this.unit.manager, [row.id]),
    ];
    const { problems } = known ?? (await this.checking.checkText(yaml));
    return {
      ...showRow(row, await this.registry.readPublished()),
      ...{ yaml, problems },
      versions: versions.map(({ revision, savedAt }) => ({ revision, savedAt: savedAt.toISOString() })),
    };
  }

  private async findOwn(id: string, isLocked = false): Promise<OwnScenarioRow> {
    this.demandLive();
    const statement = isLocked ? SQL.lockOne : SQL.find;
    const row = UUID.test(id) ? await statement.first(this.unit.manager, [id, this.me]) : null;
    if (!row) throw new Refusal('not-found');
    this.unit.notes({ scenario: row.id, revision: row.revision });
    return row;
  }

  private demandLive(): void {
    if (this.unit.space.kind !== 'live') throw new Refusal('not-found');
  }
}

interface CopiedScenario extends ScenarioNames {
  readonly yaml: string;
}

const showRow = (
  { changedAt, versions, ...row }: OwnScenarioRow,
  published: PublishedProtocols,
): OwnScenarioSummaryDto => ({
  ...row,
  outOfForce: listOutOfForce(versions.map(splitVersion), published),
  changedAt: changedAt.toISOString(),
});

const namesOf = ({ scenario, title }: TrainingScenario): ScenarioNames => ({ name: scenario, title });

/** Whoever saved meanwhile is the same person, on another page. */
const stale = ({ id, revision, changedAt }: OwnScenarioRow, by: string): Refusal =>
  new Refusal('stale', {
    changes: [
      {
        ...{ seq: revision, entryId: id, at: changedAt.toISOString(), by, values: {} },
        title: {
          fr: `Cas enregistré ailleurs, révision ${String(revision)}`,
          en: `Scenario saved elsewhere, revision ${String(revision)}`,
        },
      },
    ],
  });

const WHAT_FROM = {
  code: 'missing-field',
  field: 'from',
  text: { fr: 'Donnez `from` ou `yaml`, l’un des deux.', en: 'Give `from` or `yaml`, one of the two.' },
};
