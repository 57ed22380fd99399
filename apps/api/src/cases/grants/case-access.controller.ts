import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GRANTED_RELATIONS } from '@repere/access';
import type { GivenRelation } from '@repere/cases';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { CaseCommandHandler } from '../acts/case-command-handler';
import { ActDoneDto } from '../page/case-file.dto';
import { CaseReader } from '../reading/case-reader';
import { ExclusionService } from './exclusion.service';
import {
  AskApproverDto,
  AskSecondOpinionDto,
  CaseAccessDto,
  DeclareConflictDto,
  GiveOpinionDto,
  RestrictCaseDto,
} from './case-access.dto';
import { CaseColleaguesDto } from './case-colleagues.dto';
import { CaseAccessPageService } from './case-access-page.service';
import { CaseColleaguesQuery } from './case-colleagues.query';
import { GrantAccessService } from './grant-access.service';

/** Who may see a case, and why: shown, given, taken back. */
@ApiTags('access')
@Controller('case-files/:id')
export class CaseAccessController {
  constructor(
    private readonly reader: CaseReader,
    private readonly commands: CaseCommandHandler,
    private readonly page: CaseAccessPageService,
    private readonly giving: GrantAccessService,
    private readonly bars: ExclusionService,
    private readonly colleagues: CaseColleaguesQuery,
  ) {}

  @Route('GET access', {
    summary: 'Who may see the case and why; why the reader can, and what they can’t',
    act: 'case-file.access',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    answers: CaseAccessDto,
    refuses: ['invalid', 'not-allowed'],
  })
  async showCaseAccess(@Param('id') id: string): Promise<CaseAccessDto> {
    return this.page.showCaseAccess(await this.reader.readCase(id));
  }

  @Route('GET colleagues', {
    summary: 'Who can be asked for a second opinion, or named in the circle',
    act: 'case-file.colleagues',
    purpose: 'administration',
    needs: { on: 'case-file', act: 'assign' },
    answers: CaseColleaguesDto,
    refuses: ['invalid', 'not-allowed'],
  })
  async listColleagues(@Param('id') id: string): Promise<CaseColleaguesDto> {
    return { items: await this.colleagues.listColleagues(await this.reader.readCase(id, 'assign')) };
  }

  @Route('POST second-opinions', {
    summary: 'Ask somebody for a second opinion: they see the case without names and places',
    act: 'case-file.ask-opinion',
    purpose: 'care',
    needs: { on: 'case-file', act: 'assign' },
    once: true,
    answers: ActDoneDto,
    refuses: ['invalid', 'refused'],
  })
  async askOpinion(@Param('id') id: string, @Body() body: AskSecondOpinionDto): Promise<ActDoneDto> {
    return this.giving.askSecondOpinion(await this.reader.lock(id), body);
  }

  @Route('POST opinions', {
    summary: 'Give an opinion; a note in the journal',
    act: 'case-file.opinion',
    purpose: 'care',
    needs: { on: 'case-file', act: 'advise' },
    once: true,
    answers: ActDoneDto,
    refuses: ['invalid', 'refused'],
  })
  async giveOpinion(@Param('id') id: string, @Body() { opinion }: GiveOpinionDto): Promise<ActDoneDto> {
    return this.commands.handleCommand(await this.reader.lock(id), {
      kind: 'add-note',
      note: opinion,
    });
  }

  @Route('POST approvers', {
    summary: 'Ask somebody of another team to approve one act',
    act: 'case-file.ask-approver',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'approve' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async askApprover(@Param('id') id: string, @Body() body: AskApproverDto): Promise<void> {
    await this.giving.askApprover(await this.reader.lock(id), body);
  }

  @Route('DELETE grants/:accountId/:relation', {
    summary: 'Take a relation to the case back before its end',
    act: 'case-file.end-grant',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'assign' },
    once: true,
    answers: null,
    refuses: ['invalid'],
  })
  async endGrant(
    @Param('id') id: string,
    @Param('accountId') accountId: string,
    @Param('relation') relation: string,
  ): Promise<void> {
    const file = await this.reader.lock(id);
    if (!isEndedByHand(relation)) throw new Refusal('not-found');
    await this.giving.endGrant(file, accountId, relation);
  }

  @Route('PUT restriction', {
    summary: 'Restrict the case to a circle of named people',
    act: 'case-file.restrict',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'restrict' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async restrict(@Param('id') id: string, @Body() body: RestrictCaseDto): Promise<void> {
    await this.bars.restrict(await this.reader.lock(id), body);
  }

  @Route('DELETE restriction', {
    summary: 'Open the case again to everybody who has a relation to it',
    act: 'case-file.unrestrict',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'restrict' },
    once: true,
    answers: null,
    refuses: ['invalid'],
  })
  async unrestrict(@Param('id') id: string): Promise<void> {
    await this.bars.liftExclusions(await this.reader.lock(id));
  }

  @Route('POST conflicts', {
    summary: 'Declare one’s own conflict of interest: from then on the case is not there for them',
    act: 'case-file.declare-conflict',
    purpose: 'care',
    needs: { on: 'case-file', act: 'see' },
    once: true,
    answers: null,
    refuses: ['invalid'],
  })
  async declareConflict(@Param('id') id: string, @Body() { words }: DeclareConflictDto): Promise<void> {
    await this.bars.declareConflict(await this.reader.readSeen(id), words);
  }

  @Route('DELETE conflicts/:accountId', {
    summary: 'A supervisor lifts a colleague’s conflict of interest',
    act: 'case-file.lift-conflict',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'restrict' },
    once: true,
    answers: null,
    refuses: ['invalid'],
  })
  async liftConflict(@Param('id') id: string, @Param('accountId') accountId: string): Promise<void> {
    await this.bars.liftConflict(await this.reader.lock(id), accountId);
  }
}

/** Breaking the glass ends by itself; assignments and referrals have routes of their own. */
const isEndedByHand = (relation: string): relation is GivenRelation =>
  GRANTED_RELATIONS.some((granted) => granted === relation) &&
  relation !== 'break-glass' &&
  relation !== 'assigned' &&
  relation !== 'partner';
