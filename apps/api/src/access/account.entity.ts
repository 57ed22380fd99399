import type { AccountRole } from '@repere/access';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Lower case. */
  @Column('text')
  login: string;

  @Column('text')
  name: string;

  /** `null`: invited, or signs in without one. */
  @Column('text', { name: 'password_hash', select: false, nullable: true })
  passwordHash: string | null;

  @Column('text', { array: true })
  roles: AccountRole[];

  @Column('text')
  language: 'fr' | 'en';

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;
}
