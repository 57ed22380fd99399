import type { MissionState, SamplingMethod } from '@repere/audit';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM, oneWay } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

/** What a mission says in words; sealed under the space's key. */
export interface MissionContent {
  readonly title: string;
  readonly question: string;
  readonly checklist: readonly string[];
}

@Table('mission', {
  purpose: { fr: 'missions d’audit', en: 'audit missions' },
  retention: 'audit',
  rights: {
    key: ['id'],
    recorded: ['state', 'teamIds', 'auditorIds', 'openedBy', 'openedAt', 'closedBy', 'closedAt'],
    silent: [
      'reference',
      'revision',
      'periodFrom',
      'periodTo',
      'protocols',
      'method',
      'size',
      'keyId',
      'content',
      'createdBy',
      'createdAt',
      'frame',
      'frameHash',
      'seed',
      'seedGiven',
    ],
  },
})
export class MissionEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('text', ROW) reference: string;
  @Column('uuid', ROW) keyId: string;
  @Column('text', CODED, { default: "'draft'::text" }) state: MissionState;
  @Column('text[]', CODED) protocols: readonly string[];
  @Column('text', CODED) method: SamplingMethod;
  @Column('boolean', CODED, { nullable: true }) seedGiven: boolean | null;
  @Column('uuid[]', TEAM) teamIds: readonly string[];
  @Column('uuid[]', ACCOUNT) auditorIds: readonly string[];
  @Column('uuid', ACCOUNT) createdBy: string;
  @Column('uuid', ACCOUNT, { nullable: true }) openedBy: string | null;
  @Column('uuid', ACCOUNT, { nullable: true }) closedBy: string | null;
  @SealedColumn({ holds: ['narrative'], under: 'space', row: ['id'], keyId: 'keyId' })
  content: Sealed<MissionContent>;
  /** Aliases of cases. */
  @Column('text[]', CASE, { nullable: true }) frame: readonly string[] | null;
  @Column('text', oneWay('aliases of cases'), { nullable: true }) frameHash: string | null;
  @Column('text', IMPERSONAL, { nullable: true }) seed: string | null;
  @Column('integer', IMPERSONAL, { default: '1' }) revision: number;
  @Column('date', IMPERSONAL) periodFrom: string;
  @Column('date', IMPERSONAL) periodTo: string;
  @Column('integer', IMPERSONAL, { nullable: true }) size: number | null;
  @Column('timestamptz', IMPERSONAL) createdAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) closedAt: Date | null;
}
