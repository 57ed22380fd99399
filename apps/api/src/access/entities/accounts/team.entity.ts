import { CODED, IMPERSONAL, TEAM, staff } from '../../../platform/data/column-class';
import { Column, DICTIONARY_ORDER, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('team', {
  purpose: { fr: 'équipes', en: 'teams' },
  retention: 'account',
  rights: {
    key: ['id'],
    recorded: ['name', 'territory', 'checkPhone', 'letterhead', 'signsFor'],
    silent: ['createdAt', 'kind'],
  },
})
export class TeamEntity {
  @PrimaryColumn('uuid', TEAM, { default: 'gen_random_uuid()' }) id: string;
  @Column('text', staff('name of a service, not of a person'), { collation: DICTIONARY_ORDER }) name: string;
  /** INSEE code of the département. */
  @Column('text', CODED) territory: string;
  @Column('text', CODED, { default: "'unknown'::text" }) kind: string;
  /** By which services verify who asks. */
  @Column('text', staff('number of a service, not of a person'), { nullable: true }) checkPhone:
    string | null;
  /** Of its letters: address and numbers below its name, line by line. */
  @Column('text', staff('address of a service, not of a person'), { nullable: true }) letterhead:
    string | null;
  /** Of its letters: in whose name somebody signs. */
  @Column('text', staff('who signs for a service'), { nullable: true }) signsFor: string | null;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) createdAt: Date;
}
