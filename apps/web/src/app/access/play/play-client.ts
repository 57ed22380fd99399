import { Injectable, inject } from '@angular/core';
import type {
  CastMember,
  Group,
  MoveClock,
  MovedClock,
  Session,
  SpaceClock,
  TrainerNote,
  WaitingRoom,
} from '@repere/contract';
import { vSession } from '@repere/contract/access/sign-in/session';
import { vMovedClock, vSpaceClock } from '@repere/contract/training/clock/clock';
import { vGroup } from '@repere/contract/training/group/group';
import { vWaitingRoom } from '@repere/contract/training/learners/learners';
import { vTrainerNote } from '@repere/contract/training/notes/notes';
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

  leaveSpace(): Promise<Answered<void>> {
    return this.api.delete('/training/played', null);
  }

  /** Who waits to be admitted, among others. */
  group(): Promise<Answered<Group>> {
    return this.api.get('/training/class', vGroup);
  }

  /** Refused to a browser that did not come by the code of a class. */
  waitingRoom(): Promise<Answered<WaitingRoom>> {
    return this.api.get('/training/learners', vWaitingRoom);
  }

  /** A session as somebody who was admitted on this browser. */
  takePlace(learnerId: string): Promise<Answered<Session>> {
    return this.api.put(`/training/learners/${learnerId}/session`, undefined, vSession);
  }

  /** The session ends; the places of this browser stay. */
  leavePlace(): Promise<Answered<void>> {
    return this.api.delete('/training/learners/session', null);
  }

  clock(): Promise<Answered<SpaceClock>> {
    return this.api.get('/training/clock', vSpaceClock);
  }

  moveClock(move: MoveClock): Promise<Answered<MovedClock>> {
    return this.api.post('/training/clock', move, vMovedClock);
  }

  /** `id`: made here, so that sent again it is the same note. */
  addNote(id: string, words: string): Promise<Answered<TrainerNote>> {
    return this.api.put(`/training/notes/${id}`, { words }, vTrainerNote);
  }
}
