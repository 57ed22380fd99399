import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import type { RequestPlace } from '../../platform/requests/request-origin';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { TrainerNoteDto } from './notes.dto';
import { NOTES_SQL } from './notes.query';

const NOTE: DeclaredAct = { type: 'training.note', purpose: 'training', idempotent: false };
const READ: DeclaredAct = { ...NOTE, type: 'training.notes' };

const MOST_NOTES = 500;

/** What whoever leads notes for themselves, stamped with the space’s clock. It stands in the space and goes with it; the record has no word of it. */
@Injectable()
export class TrainerNotes {
  constructor(private readonly units: UnitOfWork) {}

  listNotes(place: RequestPlace): Promise<readonly TrainerNoteDto[]> {
    return this.units.runAs('system:access', place, READ, async () =>
      (await NOTES_SQL.all.readRows(this.units.manager)).map(showNote),
    );
  }

  /** `id`: made by whoever sends it, so that the same sent again is the same note, at its first moment. */
  addNote(place: RequestPlace, id: string, words: string): Promise<TrainerNoteDto> {
    return this.units.runAs('system:access', place, NOTE, async () => {
      const { manager } = this.units;
      this.units.notes({ note: id });
      const now = new Date(this.units.now());
      const added = await NOTES_SQL.add.first(manager, [id, words, now, MOST_NOTES]);
      const stands = added ?? (await NOTES_SQL.find.first(manager, [id]));
      if (!stands)
        throw refused(
          'notes-full',
          `Un espace a ${String(MOST_NOTES)} notes au plus : supprimez-en.`,
          `A space has ${String(MOST_NOTES)} notes at most: delete some.`,
        );
      if (stands.words !== words)
        throw refused(
          'noted-otherwise',
          'Cette note dit déjà autre chose : supprimez-la, puis écrivez-en une autre.',
          'This note says something else already: delete it, then write another.',
          'words',
        );
      return showNote(stands);
    });
  }

  async removeNote(place: RequestPlace, id: string): Promise<void> {
    await this.units.runAs('system:access', place, NOTE, async () => {
      this.units.notes({ note: id, isRemoved: true });
      if (!(await NOTES_SQL.remove.first(this.units.manager, [id]))) throw new Refusal('not-found');
    });
  }
}

const showNote = ({ id, words, at }: { readonly id: string; readonly words: string; readonly at: Date }) => ({
  ...{ id, words },
  at: at.toISOString(),
});
