import type { RiskReason } from '@repere/audit';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';
import type { ExaminationDto } from '../missions/planning/mission-plan.dto';

@Table('mission_case', {
  purpose: { fr: 'dossiers examinés', en: 'cases examined' },
  retention: 'audit',
  rights: {
    key: ['missionId', 'caseFileId'],
    hidesKey: true,
    recorded: [],
    silent: [
      'teamId',
      'place',
      'alias',
      'score',
      'reasons',
      'revision',
      'keyId',
      'answers',
      'examinedBy',
      'examinedAt',
    ],
  },
})
export class MissionCaseEntity {
  @PrimaryColumn('uuid', ROW) missionId: string;
  @PrimaryColumn('uuid', CASE) caseFileId: string;
  @Column('text', CASE) alias: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('integer', IMPERSONAL) place: number;
  @Column('integer', IMPERSONAL, { nullable: true }) score: number | null;
  @Column('integer', IMPERSONAL, { default: '0' }) revision: number;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) examinedAt: Date | null;
  @Column('jsonb', CODED, { default: "'[]'::jsonb" }) reasons: readonly RiskReason[];
  @Column('uuid', ROW, { nullable: true }) keyId: string | null;
  @SealedColumn({
    holds: ['situation', 'narrative'],
    under: 'case',
    row: ['missionId', 'caseFileId'],
    keyId: 'keyId',
    nullable: true,
  })
  answers: Sealed<ExaminationDto> | null;
  @Column('uuid', ACCOUNT, { nullable: true }) examinedBy: string | null;
}
