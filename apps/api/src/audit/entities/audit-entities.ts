import { StepConformanceEntity } from '../../cases/entities/projections/step-conformance.entity';
import { DeviationEntity } from '../../cases/entities/projections/deviation.entity';
import { DeviationJudgementEntity } from './deviation-judgement.entity';
import { MissionEntity } from './mission.entity';
import { MissionCaseEntity } from './mission-case.entity';
import { MissionFindingEntity } from './mission-finding.entity';
import { AccessEventEntity } from './access-event.entity';
import { AccessQuestionEntity } from './access-question.entity';
import { StoppedActEntity } from './stopped-act.entity';
import { AuditBundleEntity } from './audit-bundle.entity';
import { AuditBundleFileEntity } from './audit-bundle-file.entity';

/** How cases were handled, and who looked. */
export const AUDIT_ENTITIES = [
  StepConformanceEntity,
  DeviationEntity,
  DeviationJudgementEntity,
  MissionEntity,
  MissionCaseEntity,
  MissionFindingEntity,
  AccessEventEntity,
  AccessQuestionEntity,
  StoppedActEntity,
  AuditBundleEntity,
  AuditBundleFileEntity,
] as const;
