import { CaseFileEntity } from './case/case-file.entity';
import { AssignmentEntity } from './case/assignment.entity';
import { JournalEntryEntity } from './case/journal-entry.entity';
import { ChildIdentityEntity } from './search/child-identity.entity';
import { ChildSignatureEntity } from './search/child-signature.entity';
import { DraftEntity } from './case/draft.entity';
import { RunEntity } from './projections/run.entity';
import { StepStateEntity } from './projections/step-state.entity';
import { DeadlineEntity } from './projections/deadline.entity';
import { WorkLineEntity } from './projections/work-line.entity';
import { CaseFactEntity } from './projections/case-fact.entity';
import { AlertEntity } from './projections/alert.entity';
import { AlertSeenEntity } from './projections/alert-seen.entity';
import { DuplicateTaskEntity } from './search/duplicate-task.entity';

/** Cases: the journal, what is projected from it, and what surrounds a child. */
export const CASE_ENTITIES = [
  CaseFileEntity,
  AssignmentEntity,
  JournalEntryEntity,
  ChildIdentityEntity,
  ChildSignatureEntity,
  DraftEntity,
  RunEntity,
  StepStateEntity,
  DeadlineEntity,
  WorkLineEntity,
  CaseFactEntity,
  AlertEntity,
  AlertSeenEntity,
  DuplicateTaskEntity,
] as const;
