import { Injectable, inject } from '@angular/core';
import type { CastMember, MoveClock, Session, SpaceClock } from '@repere/contract';
import { vSession } from '@repere/contract/access/sign-in/session';
import { vSpaceClock } from '@repere/contract/training/clock/clock';
import { vCastMember } from '@repere/contract/training/play/play';
import * as v from 'valibot';
import { Api, type Answered } from '../../platform/api';

/** What whoever leads does in a training space, of itself: its people and its clock. */
@Injectable({ providedIn: 'root' })
export class PlayClient {
  private readonly api = inject(Api);

  /** Refused to whoever does not lead here. */
  cast(): Promise<Answered<readonly CastMember[]>> {
    return this.api.get('/training/played', v.array(vCastMember));
  }

  play(accountId: string): Promise<Answered<Session>> {
    return this.api.put('/training/played', { accountId }, vSession);
  }

  leave(): Promise<Answered<void>> {
    return this.api.delete('/training/played', null);
  }

  clock(): Promise<Answered<SpaceClock>> {
    return this.api.get('/training/clock', vSpaceClock);
  }

  moveClock(move: MoveClock): Promise<Answered<void>> {
    return this.api.post('/training/clock', move, null);
  }
}
