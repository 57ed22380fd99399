import { Injectable } from '@nestjs/common';
import { CaseReader } from '../../cases/reading/case-reader';
import { Refusal } from '../../platform/refusals/refusal';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { MissionFinder } from './mission-finder';
import { refused } from '../../platform/refusals/refused';
import { stale } from './mission-refusals';
import { SampleRepository } from './planning/sample.repository';
import type { ExaminationDto } from './planning/mission-plan.dto';

/** What an auditor answers about a case of the sample. What was there before stays in the record. */
@Injectable()
export class ExamineCase {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly finder: MissionFinder,
    private readonly reader: CaseReader,
    private readonly samples: SampleRepository,
    private readonly secrecy: Secrecy,
  ) {}

  /** The case's new revision. */
  async saveExamination(
    missionId: string,
    caseFileId: string,
    examination: ExaminationDto,
    seen: number,
  ): Promise<number> {
    const mission = await this.finder.toWorkIn(missionId, { andLead: false });
    const row = await this.reader.allowed(caseFileId, 'audit');
    const sampled = await this.samples.lock(missionId, caseFileId);
    if (!sampled) throw new Refusal('not-found');
    if (sampled.revision !== seen) throw stale();
    const { checklist } = mission.content;
    const questions = examination.answers.map(({ question }) => question);
    if (
      new Set(questions).size !== questions.length ||
      questions.some((question) => question >= checklist.length)
    )
      throw refused(
        'no-such-question',
        'Cette question n’est pas dans la grille.',
        'This question is not in the checklist.',
        'answers',
      );
    const answered = examination.answers.filter(({ answer }) => answer !== undefined).length;
    if (examination.done && answered < checklist.length)
      throw refused(
        'questions-open',
        `Il reste ${String(checklist.length - answered)} question(s) sans réponse. « Ne sait pas » en est une.`,
        `${String(checklist.length - answered)} question(s) have no answer. “Unknown” is one.`,
        'done',
      );
    await this.samples.examine(
      missionId,
      caseFileId,
      await this.secrecy.openDataKey(row.dataKeyId),
      examination,
    );
    this.unit.shows([caseFileId]);
    this.unit.notes({
      answers: examination.answers.map(({ question, answer, note }) => ({
        question,
        ...(answer !== undefined && { answer }),
        note,
      })),
      done: examination.done,
    });
    return sampled.revision + 1;
  }
}
