import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { CaseReader } from '../reading/case-reader';
import { AnswerLinkDto, AskLinkDto, CaseLinksDto } from './case-links.dto';
import { CaseLinksService } from './case-links.service';

const WRITES = { on: 'case-file', act: 'write' } as const;

/** That a child is tied to another: sibling, co-victim, same facilitator. */
@ApiTags('cases')
@Controller('case-files/:id/links')
export class CaseLinksController {
  constructor(
    private readonly reader: CaseReader,
    private readonly links: CaseLinksService,
  ) {}

  @Route('GET', {
    summary: 'Children that this one is tied to: that there is one, and whom to ask',
    act: 'case-link.list',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    answers: CaseLinksDto,
    refuses: [],
  })
  async listLinks(@Param('id') id: string): Promise<CaseLinksDto> {
    return this.links.showLinks(await this.reader.readCase(id));
  }

  @Route('POST', {
    summary: 'Say that another case is tied to this one: its people are told, and answer whether they agree',
    act: 'case-link.ask',
    purpose: 'care',
    needs: WRITES,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused', 'too-many'],
  })
  async askLink(@Param('id') id: string, @Body() body: AskLinkDto): Promise<void> {
    await this.links.askLink(await this.reader.lock(id), body);
  }

  @Route('POST :linkId/answer', {
    summary: 'Answer for this case: agreed, each side learns whom to ask; refused, nothing is told',
    act: 'case-link.answer',
    purpose: 'care',
    needs: WRITES,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async answerLink(
    @Param('id') id: string,
    @Param('linkId', ParseUuid) linkId: string,
    @Body() { agrees }: AnswerLinkDto,
  ): Promise<void> {
    await this.links.answerLink(await this.reader.lock(id), linkId, agrees);
  }

  @Route('PUT ended/:linkId', {
    summary: 'End a tie, in both cases',
    act: 'case-link.end',
    purpose: 'care',
    needs: WRITES,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async endLink(@Param('id') id: string, @Param('linkId', ParseUuid) linkId: string): Promise<void> {
    await this.links.endLink(await this.reader.lock(id), linkId);
  }
}
