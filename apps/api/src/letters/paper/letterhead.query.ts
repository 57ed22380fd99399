import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** What administrators keep of a team for its letters. */
export interface Letterhead {
  /** Address and numbers below its name, line by line. */
  readonly letterhead: string | null;
  /** In whose name somebody signs. */
  readonly signsFor: string | null;
}

@Injectable()
export class LetterheadQuery {
  constructor(private readonly unit: UnitOfWork) {}

  async readLetterhead(teamId: string): Promise<Letterhead> {
    return (await OF_TEAM.first(this.unit.manager, [teamId])) ?? { letterhead: null, signsFor: null };
  }
}

const OF_TEAM = rows<Letterhead>({ letterhead: 'text?', signsFor: 'text?' }).from(
  `SELECT letterhead, signs_for AS "signsFor" FROM team WHERE id = $1::uuid`,
);
