import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TIES, type TieRelation } from '@repere/access';
import type { ActDone } from '@repere/cases';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { Refusal } from '../../platform/refusal';
import { Acting } from '../acting';
import { ActDoneDto } from '../case-file.dto';
import { CaseReader } from '../case-reader';
import { BarService } from './bar.service';
import {
  AskApproverDto,
  AskSecondOpinionDto,
  CaseAccessDto,
  CaseColleaguesDto,
  DeclareConflictDto,
  GiveOpinionDto,
  RestrictCaseDto,
} from './case-access.dto';
import { CaseAccessPageService } from './case-access-page.service';
import { CaseColleaguesQuery } from './case-colleagues.query';
import { GiveTieService } from './give-tie.service';

const KEY = { name: 'Idempotency-Key', required: true } as const;

/** Who may see a case, and why: shown, given, taken back. */
@ApiTags('access')
@Controller('case-files/:id')
@Refuses('invalid', 'not-found', 'not-allowed')
export class CaseAccessController {
  constructor(
    private readonly reader: CaseReader,
    private readonly acting: Acting,
    private readonly page: CaseAccessPageService,
    private readonly giving: GiveTieService,
    private readonly bars: BarService,
    private readonly colleagues: CaseColleaguesQuery,
  ) {}

  @Get('access')
  @Act('case-file.access')
  @ApiOperation({ summary: 'Who may see the case and why; why the reader can, and what they can’t' })
  @ApiOkResponse({ type: CaseAccessDto })
  async show(@Param('id') id: string): Promise<CaseAccessDto> {
    return this.page.show(await this.reader.read(id));
  }

  @Get('colleagues')
  @Act('case-file.colleagues', { purpose: 'administration' })
  @ApiOperation({ summary: 'Who can be asked for a second opinion, or named in the circle' })
  @ApiOkResponse({ type: CaseColleaguesDto })
  async listColleagues(@Param('id') id: string): Promise<CaseColleaguesDto> {
    return { items: await this.colleagues.list(await this.reader.read(id, 'assign')) };
  }

  @Post('second-opinions')
  @HttpCode(200)
  @Act('case-file.ask-opinion', { idempotent: true })
  @ApiOperation({ summary: 'Ask somebody for a second opinion: they see the case without names and places' })
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses('refused')
  async askOpinion(@Param('id') id: string, @Body() body: AskSecondOpinionDto): Promise<ActDone> {
    return this.giving.askSecondOpinion(await this.reader.lock(id, 'assign'), body);
  }

  @Post('opinions')
  @HttpCode(200)
  @Act('case-file.opinion', { idempotent: true })
  @ApiOperation({ summary: 'Give an opinion; a note in the journal' })
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses('refused')
  async giveOpinion(@Param('id') id: string, @Body() { opinion }: GiveOpinionDto): Promise<ActDone> {
    return this.acting.act(await this.reader.lock(id, 'advise'), { kind: 'add-note', note: opinion });
  }

  @Post('approvers')
  @HttpCode(204)
  @Act('case-file.ask-approver', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Ask somebody of another team to approve one act' })
  @ApiHeader(KEY)
  @ApiNoContentResponse()
  @Refuses('refused')
  async askApprover(@Param('id') id: string, @Body() body: AskApproverDto): Promise<void> {
    await this.giving.askApprover(await this.reader.lock(id, 'approve'), body);
  }

  @Delete('ties/:accountId/:relation')
  @HttpCode(204)
  @Act('case-file.end-tie', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Take a relation to the case back before its end' })
  @ApiHeader(KEY)
  @ApiNoContentResponse()
  async endTie(
    @Param('id') id: string,
    @Param('accountId') accountId: string,
    @Param('relation') relation: string,
  ): Promise<void> {
    const file = await this.reader.lock(id, 'assign');
    if (!isEnded(relation)) throw new Refusal('not-found');
    await this.giving.end(file, accountId, relation);
  }

  @Put('restriction')
  @HttpCode(204)
  @Act('case-file.restrict', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Restrict the case to a circle of named people' })
  @ApiHeader(KEY)
  @ApiNoContentResponse()
  @Refuses('refused')
  async restrict(@Param('id') id: string, @Body() body: RestrictCaseDto): Promise<void> {
    await this.bars.restrict(await this.reader.lock(id, 'restrict'), body);
  }

  @Delete('restriction')
  @HttpCode(204)
  @Act('case-file.unrestrict', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Open the case again to everybody whom something ties to it' })
  @ApiHeader(KEY)
  @ApiNoContentResponse()
  async unrestrict(@Param('id') id: string): Promise<void> {
    await this.bars.open(await this.reader.lock(id, 'restrict'));
  }

  @Post('conflicts')
  @HttpCode(204)
  @Act('case-file.declare-conflict', { idempotent: true })
  @ApiOperation({
    summary: 'Declare one’s own conflict of interest: from then on the case is not there for them',
  })
  @ApiHeader(KEY)
  @ApiNoContentResponse()
  async declareConflict(@Param('id') id: string, @Body() { words }: DeclareConflictDto): Promise<void> {
    await this.bars.declareConflict(await this.reader.readSeen(id), words);
  }

  @Delete('conflicts/:accountId')
  @HttpCode(204)
  @Act('case-file.lift-conflict', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'A supervisor lifts a colleague’s conflict of interest' })
  @ApiHeader(KEY)
  @ApiNoContentResponse()
  async liftConflict(@Param('id') id: string, @Param('accountId') accountId: string): Promise<void> {
    await this.bars.liftConflict(await this.reader.lock(id, 'restrict'), accountId);
  }
}

/** Breaking the glass ends by itself, and an assignment has a route of its own. */
const isEnded = (relation: string): relation is TieRelation =>
  TIES.some((tie) => tie === relation) && relation !== 'break-glass' && relation !== 'assigned';
