import { Injectable, inject } from '@angular/core';
import type { TrainerNote } from '@repere/contract';
import { vTrainerNote } from '@repere/contract/training/notes/notes';
import * as v from 'valibot';
import { Api, type Answered } from '../../platform/api';

/** What whoever leads noted for themselves, to be read again. */
@Injectable({ providedIn: 'root' })
export class NotesClient {
  private readonly api = inject(Api);

  notes(): Promise<Answered<readonly TrainerNote[]>> {
    return this.api.get('/training/notes', v.array(vTrainerNote));
  }

  removeNote(id: string): Promise<Answered<void>> {
    return this.api.delete(`/training/notes/${id}`, null);
  }
}
