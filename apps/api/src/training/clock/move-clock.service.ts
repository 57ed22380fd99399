import { Injectable } from '@nestjs/common';
import { addMonths, parseDate, startOfDay } from '@repere/feel';
import { CaseReader } from '../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { machineNow, spaceNow } from '../../platform/clocks';
import { day } from '../../platform/answers/show-moment';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { placeIn, type RequestPlace } from '../../platform/requests/request-origin';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { BringAboutDue } from './bring-about-due.service';
import { FARTHEST_YEARS } from './clock-amount';
import { CLOCK_SQL } from './clock.query';
import { KeepBeforeMove } from '../moments/keep-before-move.service';
import type { MoveClockDto, MovedClockDto, SpaceClockDto } from './clock.dto';

const HOUR = 3_600_000;
const FARTHEST_MS = FARTHEST_YEARS * 365.25 * 24 * HOUR;
/** What time brings about on the way is brought about at its moment; beyond so many the rest comes about at the end. */
const MOST_STOPS = 300;

const MOVE: DeclaredAct = { type: 'training.clock', purpose: 'training', idempotent: false };
const LOOK: DeclaredAct = { ...MOVE, type: 'training.look-ahead' };

/** The clock of a training space: forward, never back. Deadlines fall due on the way, as they would have. */
@Injectable()
export class MoveClock {
  constructor(
    private readonly units: UnitOfWork,
    private readonly spaces: Spaces,
    private readonly reader: CaseReader,
    private readonly rows: CaseRowsRepository,
    private readonly keeping: KeepBeforeMove,
    private readonly due: BringAboutDue,
  ) {}

  /** Where the clock stands, and where it could go. */
  async look(place: RequestPlace): Promise<SpaceClockDto> {
    const now = spaceNow(place.space);
    const ahead = await this.units.runAs('system:recompute', place, LOOK, () => this.ahead(now));
    return {
      now: new Date(now).toISOString(),
      deadlineAt: ahead.deadline?.toISOString() ?? null,
      majorityAt: ahead.majority?.toISOString() ?? null,
    };
  }

  /** Refuses with `changed-elsewhere` when somebody else moves it meanwhile. */
  async moveClock(place: RequestPlace, asked: MoveClockDto): Promise<MovedClockDto> {
    const from = spaceNow(place.space);
    const ahead = await this.units.runAs('system:recompute', place, LOOK, () => this.ahead(from));
    const to = targetOf(asked, from, ahead);
    const farthest = machineNow() + FARTHEST_MS;
    if (to > farthest) throw tooFar(farthest, asked.by);
    const isMomentKept = asked.keepsMoment === true ? await this.keeping.keepMoment(place) : null;
    // Before it moves: of two at once the one who is told of a conflict may have moved it some way.
    await this.units.runAs('system:recompute', place, MOVE, async () => {
      this.units.notes({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), by: asked.by });
    });
    await this.runClock(place, to);
    return { isMomentKept };
  }

  private async runClock(place: RequestPlace, to: number): Promise<void> {
    let space: Space = place.space;
    await this.due.bringAbout(space);
    for (let stops = 0; ; stops++) {
      const now = spaceNow(space);
      if (now >= to) return;
      const next = stops < MOST_STOPS ? await this.nextStop(space, now) : null;
      const moved = await this.spaces.moveClock(space, Math.min(next ?? to, to));
      if (!moved) throw new Refusal('changed-elsewhere', { reasons: [MOVED_ELSEWHERE] });
      space = moved;
      await this.due.bringAbout(space);
    }
  }

  /** Epoch ms; `null`: nothing is to come. */
  private async nextStop(space: Space, now: number): Promise<number | null> {
    const next = await this.units.unrecorded('system:recompute', placeIn(space), () =>
      CLOCK_SQL.nextStop.first(this.units.manager, [new Date(now)]),
    );
    return next?.at?.getTime() ?? null;
  }

  private async ahead(now: number): Promise<Ahead> {
    const { manager } = this.units;
    const deadline = await CLOCK_SQL.nextDeadline.first(manager, [new Date(now)]);
    const birthdays: Date[] = [];
    for (const { id } of await CLOCK_SQL.cases.readRows(manager, [])) {
      const row = await this.rows.findRow(id);
      const file = row && (await this.reader.loadCase(row));
      const birth = file?.child.birth;
      const at = birth === undefined || !file ? null : majorityOf(birth, file.territory.zone);
      if (at !== null && at > now) birthdays.push(new Date(at));
    }
    birthdays.sort((a, b) => a.getTime() - b.getTime());
    return { deadline: deadline?.at ?? null, majority: birthdays[0] ?? null };
  }
}

const MOVED_ELSEWHERE = {
  code: 'moved-elsewhere',
  text: {
    fr: 'Quelqu’un d’autre avance l’horloge au même moment : regardez où elle est, puis recommencez s’il le faut.',
    en: 'Somebody else moves the clock at the same moment: look where it stands, then do it again if need be.',
  },
};

function tooFar(farthest: number, by: MoveClockDto['by']): Refusal {
  const [fr, en] = (['fr', 'en'] as const).map((language) => day(farthest, 'UTC', language));
  return refused(
    'too-far',
    `L’horloge d’un espace va au plus loin jusqu’au ${fr ?? ''} : avancez de moins, ou reprenez d’un moment gardé avant (« Moments et branches »).`,
    `The clock of a space goes as far as ${en ?? ''}: move it less, or go on from a moment that was kept before (“Moments and branches”).`,
    by === 'hours' || by === 'days' ? 'amount' : 'by',
  );
}

interface Ahead {
  readonly deadline: Date | null;
  readonly majority: Date | null;
}

/** Epoch ms; refuses where there is nothing of the kind to come. */
function targetOf({ by, amount = 0 }: MoveClockDto, from: number, { deadline, majority }: Ahead): number {
  switch (by) {
    case 'hours':
      return from + amount * HOUR;
    case 'days':
      return from + amount * 24 * HOUR;
    case 'deadline':
      if (!deadline)
        throw refused('no-deadline', 'Aucune échéance n’est à venir.', 'No deadline is to come.', 'by');
      return deadline.getTime();
    case 'majority':
      if (!majority)
        throw refused(
          'no-majority',
          'Aucun dix-huitième anniversaire à venir n’est connu : notez une date de naissance ; un âge déclaré n’en est pas une.',
          'No eighteenth birthday to come is known: write down a date of birth; a stated age is none.',
          'by',
        );
      return majority.getTime();
  }
}

/** When somebody born then is surely eighteen: the beginning of that day, where the case is; `null`: not a date. */
function majorityOf(birth: string, zone: string): number | null {
  const date = parseDate(birth);
  return date.ok ? startOfDay(addMonths(date.value.span.lastDay, 18 * 12, 'next-day'), zone) : null;
}
