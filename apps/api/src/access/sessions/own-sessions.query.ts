import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { OpenSession } from '../sign-in/session.repository';
import { IS_OPEN } from './session-life';
import type { OwnSessionDto, OwnSessionsDto } from './sessions.dto';

interface Row {
  readonly id: string;
  readonly browser: OwnSessionDto['browser'] | null;
  readonly system: OwnSessionDto['system'] | null;
  readonly strength: OwnSessionDto['strength'];
  readonly created_at: Date;
  readonly last_seen_at: Date;
}

/** Where the account of the unit of work is signed in. */
@Injectable()
export class OwnSessionsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Open sessions, `current` first, then the last used. */
  async findOwnSessions(current: OpenSession): Promise<OwnSessionsDto> {
    const found = await OPEN.readRows(this.unit.manager, [this.unit.account.id, current.id]);
    return {
      now: current.now.toISOString(),
      items: found.map((row) => ({
        id: row.id,
        isThis: row.id === current.id,
        browser: row.browser ?? 'other',
        system: row.system ?? 'other',
        strength: row.strength,
        startedAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
      })),
    };
  }
}

const OPEN = rows<Row>({
  id: 'uuid',
  browser: 'text?',
  system: 'text?',
  strength: 'text',
  created_at: 'timestamptz',
  last_seen_at: 'timestamptz',
}).from(`
  SELECT id, browser, system, strength, created_at, last_seen_at FROM session
   WHERE account_id = $1 AND ${IS_OPEN} ORDER BY id <> $2::uuid, last_seen_at DESC, id`);
