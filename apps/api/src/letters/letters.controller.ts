import { Body, Controller, Headers, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../cases/reading/case-reader';
import { fileOf } from '../platform/answers/file-of';
import { readIfMatch } from '../platform/requests/if-match';
import { ParseUuid } from '../platform/requests/parse-uuid';
import { Route } from '../platform/routes/route';
import { binary, created } from '../platform/routes/route-answers';
import { LetterDraftSavedDto, SaveLetterDraftDto } from './drafts/letter-drafts.dto';
import { LetterDrafts } from './drafts/letter-drafts.service';
import {
  LetterDto,
  LetterMadeDto,
  LetterProposalDto,
  LettersDto,
  ProposeLetterQuery,
  SendLetterDto,
  WriteLetterDto,
} from './letters.dto';
import { LettersPageService } from './letters-page.service';
import { ProposeLetterService } from './propose-letter.service';
import { SendLetterService } from './sending/send-letter.service';
import { WriteLetterService } from './write-letter.service';

const READS = { on: 'case-file', act: 'read' } as const;
const INFORMS = { on: 'case-file', act: 'inform' } as const;

/** Letters that come out of one case: proposed, settled with their exact bytes, sent. */
@ApiTags('letters')
@Controller('case-files/:id/letters')
export class LettersController {
  constructor(
    private readonly reader: CaseReader,
    private readonly page: LettersPageService,
    private readonly proposing: ProposeLetterService,
    private readonly writing: WriteLetterService,
    private readonly sending: SendLetterService,
    private readonly drafts: LetterDrafts,
  ) {}

  @Route('GET', {
    summary: 'Letters of the case with what became of them, and which kinds the reader may write',
    act: 'letter.list',
    purpose: 'care',
    needs: READS,
    answers: LettersDto,
    refuses: [],
  })
  async listLetters(@Param('id') id: string): Promise<LettersDto> {
    return this.page.listLetters(await this.reader.readCase(id));
  }

  @Route('GET proposals/:template', {
    summary: 'A letter of this kind as it comes out of what is recorded, and what it leaves out until chosen',
    act: 'letter.prepare',
    purpose: 'care',
    needs: INFORMS,
    answers: LetterProposalDto,
    refuses: ['not-allowed', 'invalid', 'refused'],
  })
  async proposeLetter(
    @Param('id') id: string,
    @Param('template') template: string,
    @Query() query: ProposeLetterQuery,
  ): Promise<LetterProposalDto> {
    return this.proposing.showProposal(await this.reader.readCase(id, 'inform'), template, query);
  }

  @Route('PUT drafts/:template', {
    summary: 'Keep what one has typed of a letter; it is never validated and never part of the record',
    act: 'draft.save',
    purpose: 'care',
    isUnrecorded: true,
    needs: INFORMS,
    once: false,
    goesOn: 'keeps-draft',
    ifMatch: 'revision',
    answers: LetterDraftSavedDto,
    refuses: ['invalid', 'too-large', 'not-allowed', 'refused'],
  })
  saveDraft(
    @Param('id') id: string,
    @Param('template') template: string,
    @Body() body: SaveLetterDraftDto,
    @Headers('If-Match') seen?: string,
  ): Promise<LetterDraftSavedDto> {
    return this.drafts.saveDraft(id, template, body, readIfMatch(seen));
  }

  @Route('POST', {
    summary: 'Settle the words of a letter: its exact bytes are kept, and the record commits to their hash',
    act: 'letter.write',
    purpose: 'care',
    needs: INFORMS,
    once: true,
    answers: created(LetterMadeDto),
    refuses: ['invalid', 'refused', 'unavailable'],
  })
  writeLetter(@Param('id') id: string, @Body() body: WriteLetterDto): Promise<LetterMadeDto> {
    return this.writing.writeLetter(id, body);
  }

  @Route('GET :letterId', {
    summary: 'A letter as it was settled, and that it was sent',
    act: 'letter.read',
    purpose: 'care',
    needs: READS,
    answers: LetterDto,
    refuses: [],
  })
  async showLetter(
    @Param('id') id: string,
    @Param('letterId', new ParseUuid()) letterId: string,
  ): Promise<LetterDto> {
    return this.page.showLetter(await this.reader.readCase(id), letterId);
  }

  @Route('GET :letterId/pdf', {
    summary: 'The exact bytes of a letter (PDF/UA-1): a copy outside of the record',
    act: 'letter.download',
    purpose: 'care',
    needs: READS,
    answers: binary('application/pdf'),
    refuses: ['not-allowed'],
  })
  async download(
    @Param('id') id: string,
    @Param('letterId', new ParseUuid()) letterId: string,
  ): Promise<StreamableFile> {
    const { pdf, fileName } = await this.page.download(await this.reader.readCase(id), letterId);
    return fileOf(pdf, 'application/pdf', fileName);
  }

  @Route('POST :letterId/sending', {
    summary:
      'The letter was sent: when, how, to whom. Recorded as shared; the step that it does is filled in',
    act: 'letter.send',
    purpose: 'care',
    needs: INFORMS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  sendLetter(
    @Param('id') id: string,
    @Param('letterId', new ParseUuid()) letterId: string,
    @Body() body: SendLetterDto,
  ): Promise<void> {
    return this.sending.sendLetter(id, letterId, body);
  }
}
