import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { LeadTokens } from '../play/lead-tokens';
import { AddTrainerNoteDto, TrainerNoteDto } from './notes.dto';
import { TrainerNotes } from './trainer-notes.service';

/** Notes of whoever leads in a training space, for themselves. In a live space there are none. */
@ApiTags('training')
@Controller('training/notes')
export class NotesController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly notes: TrainerNotes,
  ) {}

  @Route('GET', {
    summary: 'Notes of whoever leads, the earliest first',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: [TrainerNoteDto],
    refuses: ['not-found', 'not-allowed', 'too-many', 'unavailable'],
  })
  listNotes(@Req() request: Request): Promise<readonly TrainerNoteDto[]> {
    return this.leads.asLead(request, (place) => this.notes.listNotes(place));
  }

  @Route('PUT :noteId', {
    summary: 'Note something at this moment of the space’s clock; sent again, it is the same note',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: TrainerNoteDto,
    refuses: [
      ...(['invalid', 'not-found', 'not-allowed', 'refused', 'cross-site', 'too-many'] as const),
      ...(['unsupported-media', 'unavailable'] as const),
    ],
  })
  addNote(
    @Param('noteId', ParseUuid) id: string,
    @Body() { words }: AddTrainerNoteDto,
    @Req() request: Request,
  ): Promise<TrainerNoteDto> {
    return this.leads.asLead(request, (place) => this.notes.addNote(place, id, words));
  }

  @Route('DELETE :noteId', {
    summary: 'Delete a note',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: ['not-found', 'not-allowed', 'cross-site', 'too-many', 'unavailable'],
  })
  removeNote(@Param('noteId', ParseUuid) id: string, @Req() request: Request): Promise<void> {
    return this.leads.asLead(request, (place) => this.notes.removeNote(place, id));
  }
}
