import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { drawSample, frameHash, rankByRisk, scoreRisk, sortFrame } from '@repere/audit';
import { aliasesOf } from '../../../platform/record/aliases';
import { sha256 } from '../../../platform/record/commit-payload';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { MissionFinder } from '../mission-finder';
import { type FramedCase, MissionFrameQuery } from './mission-frame.query';
import { refused } from '../../../platform/refusals/refused';
import { MOST_DRAWN } from './mission-plan.dto';
import type { DrawnCase, MissionRow } from '../mission-row';
import { MissionsRepository } from '../missions.repository';
import { DrawnCasesQuery } from './drawn-cases.query';

type Framed = FramedCase & { readonly alias: string };

/** Opens a mission: freezes its frame, draws its sample, and gives its auditors the cases. Closing takes them back. */
@Injectable()
export class OpenMission {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly finder: MissionFinder,
    private readonly missions: MissionsRepository,
    private readonly drawn: DrawnCasesQuery,
    private readonly frames: MissionFrameQuery,
  ) {}

  /** The seed is drawn now, so that nobody could try scopes until a sample pleased; one drawn in public may be handed in. */
  async openMission(id: string, seen: number, givenSeed?: string): Promise<void> {
    const mission = await this.finder.lockToLead(id, seen);
    if (mission.state !== 'draft')
      throw refused('mission-settled', 'La mission est déjà ouverte.', 'The mission is open already.');
    const framed = await this.frame(mission);
    if (framed.length === 0)
      throw refused('empty-frame', 'Aucun dossier ne correspond au périmètre.', 'No case is in the scope.');
    const isRandom = mission.method === 'random';
    const seed = isRandom ? (givenSeed ?? randomBytes(32).toString('hex')) : null;
    const drawn = await this.draw(mission, framed, seed);
    if (drawn.length === 0)
      throw refused(
        'nothing-stands-out',
        'Rien ne ressort dans ces dossiers : tirez-les plutôt au hasard.',
        'Nothing stands out in these cases: draw at random instead.',
      );
    if (drawn.length > MOST_DRAWN)
      throw refused(
        'too-many-cases',
        `${String(drawn.length)} dossiers : tirez-en ${String(MOST_DRAWN)} au plus.`,
        `${String(drawn.length)} cases: draw ${String(MOST_DRAWN)} at most.`,
      );
    const frame = sortFrame(framed.map(({ alias }) => alias));
    const hash = frameHash(frame, sha256);
    await this.missions.markOpen(id, {
      frame,
      frameHash: hash,
      seed,
      seedGiven: isRandom ? givenSeed !== undefined : null,
    });
    await this.drawn.insert(id, drawn);
    await this.note(mission, { seed, seedGiven: givenSeed !== undefined, frame, frameHash: hash, drawn });
  }

  /** From the next request on, its auditors see its cases no more. */
  async closeMission(id: string, seen: number): Promise<void> {
    const { state } = await this.finder.lockToLead(id, seen);
    if (state !== 'open')
      throw refused('mission-not-open', 'La mission n’est pas ouverte.', 'The mission is not open.');
    await this.missions.markClosed(id);
  }

  private async frame({ teamIds, from, to, protocols }: MissionRow): Promise<readonly Framed[]> {
    const cases = await this.frames.cases({ teamIds, from, to, protocols });
    const aliasOf = await aliasesOf(
      this.unit.manager,
      cases.map(({ caseFileId }) => ['case', caseFileId]),
    );
    return cases.map((it) => ({ ...it, alias: aliasOf(['case', it.caseFileId]) }));
  }

  private async draw(
    { method, size }: MissionRow,
    framed: readonly Framed[],
    seed: string | null,
  ): Promise<readonly DrawnCase[]> {
    const plain = (it: Framed): DrawnCase => ({ ...it, score: null, reasons: [] });
    const byAlias = new Map(framed.map((it) => [it.alias, it]));
    switch (method) {
      case 'random':
        return drawSample([...byAlias.keys()], { seed: seed ?? '', size: size ?? 0, sha256 })
          .flatMap(({ id }) => byAlias.get(id) ?? [])
          .map(plain);
      case 'risk': {
        const figuresOf = await this.frames.figures(framed.map(({ caseFileId }) => caseFileId));
        const scored = framed.map((it) => ({ ...it, id: it.alias, ...scoreRisk(figuresOf(it.caseFileId)) }));
        return rankByRisk(scored.filter(({ score }) => score > 0))
          .slice(0, size ?? 0)
          .map(({ id: _id, ...it }) => it);
      }
      case 'all':
        return sortFrame([...byAlias.keys()])
          .flatMap((alias) => byAlias.get(alias) ?? [])
          .map(plain);
    }
  }

  /** What anyone needs to draw the sample again is in the record. */
  private async note(
    mission: MissionRow,
    drawing: {
      readonly seed: string | null;
      readonly seedGiven: boolean;
      readonly frame: readonly string[];
      readonly frameHash: string;
      readonly drawn: readonly DrawnCase[];
    },
  ): Promise<void> {
    const auditorOf = await aliasesOf(
      this.unit.manager,
      mission.auditorIds.map((id) => ['account', id]),
    );
    const { drawn, seed, seedGiven, ...rest } = drawing;
    this.unit.shows(drawn.map(({ caseFileId }) => caseFileId));
    this.unit.notes({
      ...rest,
      ...(seed !== null && { seed, seedGiven }),
      method: mission.method,
      period: `${mission.from}/${mission.to}`,
      protocols: mission.protocols,
      auditors: mission.auditorIds.map((id) => auditorOf(['account', id])),
      sample: drawn.map(({ alias, score, reasons }) => ({ alias, score, reasons })),
    });
  }
}
