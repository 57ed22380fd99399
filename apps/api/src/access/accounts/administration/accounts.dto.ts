import { ApiProperty } from '@nestjs/swagger';
import { ACCOUNT_ROLES, type AccountRole } from '@repere/access';
import { ACCOUNT_STATES, type AccountState } from '@repere/cases';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { PlainText } from '../../../platform/answers/plain-text';
import { NamedDto } from '../../sign-in/session.dto';
import { InvitationDto, ProviderInvitationDto } from './pending-invitations.dto';

/** One address, of letters that mail servers take; no list, no name beside it. */
/** An address of e-mail, as far as its form goes. */
export const EMAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}$/;
const LOGIN = /^[a-z0-9][a-z0-9._-]{1,62}$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const Roles = (): PropertyDecorator => (target, key) => {
  for (const decorate of [
    IsIn(ACCOUNT_ROLES, { each: true }),
    ArrayUnique(),
    ArrayMaxSize(ACCOUNT_ROLES.length),
    IsArray(),
    ApiProperty({ enum: ACCOUNT_ROLES, isArray: true }),
  ])
    decorate(target, key);
};
const TeamIds = (): PropertyDecorator => (target, key) => {
  for (const decorate of [
    IsUUID('all', { each: true }),
    ArrayUnique(),
    ArrayMaxSize(50),
    IsArray(),
    ApiProperty({ type: [String], format: 'uuid' }),
  ])
    decorate(target, key);
};
const Day = (): PropertyDecorator => (target, key) => {
  for (const decorate of [
    IsOptional(),
    Matches(DAY),
    ApiProperty({ type: String, format: 'date', required: false, nullable: true }),
  ])
    decorate(target, key);
};
const Reason =
  (required: boolean): PropertyDecorator =>
  (target, key) => {
    for (const decorate of [
      ...(required ? [] : [IsOptional()]),
      PlainText(1000, required ? 1 : 0),
      ApiProperty({ required, maxLength: 1000, description: 'Kept sealed, in the record' }),
    ])
      decorate(target, key);
  };

export class NewAccountDto {
  @ApiProperty({ description: 'Small letters, digits, . _ -' }) @Matches(LOGIN) readonly login: string;
  @ApiProperty() @PlainText(120) readonly name: string;
  @ApiProperty({ format: 'email' }) @Matches(EMAIL) readonly email: string;
  @Roles() readonly roles: readonly AccountRole[];
  @TeamIds() readonly teamIds: readonly string[];
  @ApiProperty({ enum: ['fr', 'en'] }) @IsIn(['fr', 'en']) readonly language: 'fr' | 'en';
  @Day() readonly startsOn?: string | null;
  @Day() readonly endsOn?: string | null;
  @Reason(false) readonly reason?: string;
}

export class ChangeRolesDto {
  @Roles() readonly roles: readonly AccountRole[];
  /** As the reader saw them. */
  @Roles() readonly was: readonly AccountRole[];
  @Reason(false) readonly reason?: string;
}

export class ChangeTeamsDto {
  @TeamIds() readonly teamIds: readonly string[];
  @TeamIds() readonly was: readonly string[];
}

export class ChangeDatesDto {
  @Day() readonly startsOn?: string | null;
  @Day() readonly endsOn?: string | null;
}

export class ChangeEmailDto {
  @ApiProperty({ format: 'email' }) @Matches(EMAIL) readonly email: string;
  @Reason(false) readonly reason?: string;
}

export class ReasonDto {
  @Reason(true) readonly reason: string;
}

export class InviteAgainDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID('all') readonly accountId: string;
}

export class DecisionDto {
  @ApiProperty({ enum: ['approve', 'refuse'] })
  @IsIn(['approve', 'refuse'])
  readonly decision: 'approve' | 'refuse';
}

export class AccountSummaryDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly login: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: ACCOUNT_ROLES, isArray: true }) readonly roles: readonly AccountRole[];
  @ApiProperty({ type: [NamedDto] }) readonly teams: readonly NamedDto[];
  @ApiProperty({ enum: ACCOUNT_STATES }) readonly state: AccountState;
  @ApiProperty({ description: 'A change of it waits for a second administrator' }) readonly waits: boolean;
}

export class AccountPageDto {
  @ApiProperty({ type: [AccountSummaryDto] }) readonly items: readonly AccountSummaryDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}

export class HeldCasesDto {
  @ApiProperty({ format: 'uuid' }) readonly teamId: string;
  @ApiProperty() readonly team: string;
  @ApiProperty({ description: 'Open cases that it leads' }) readonly leads: number;
  @ApiProperty() readonly assigned: number;
}

export class AccountChangeDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly accountId: string;
  @ApiProperty() readonly login: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: ['roles', 'email'] }) readonly kind: 'roles' | 'email';
  @ApiProperty({ enum: ACCOUNT_ROLES, isArray: true, nullable: true }) readonly before:
    readonly AccountRole[] | null;
  @ApiProperty({ enum: ACCOUNT_ROLES, isArray: true, nullable: true }) readonly after:
    readonly AccountRole[] | null;
  @ApiProperty({ type: String, nullable: true }) readonly email: string | null;
  @ApiProperty() readonly reason: string;
  @ApiProperty() readonly requestedBy: string;
  @ApiProperty({ format: 'date-time' }) readonly requestedAt: string;
  @ApiProperty() readonly mayDecide: boolean;
}

export class AccountChangesDto {
  @ApiProperty({ type: [AccountChangeDto] }) readonly items: readonly AccountChangeDto[];
}

export class AccountDetailDto extends AccountSummaryDto {
  @ApiProperty({ type: String, nullable: true }) readonly email: string | null;
  @ApiProperty({ enum: ['fr', 'en'] }) readonly language: 'fr' | 'en';
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly startsOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The last day, itself included' })
  readonly endsOn: string | null;
  @ApiProperty() readonly hasPassword: boolean;
  @ApiProperty() readonly hasSecondFactor: boolean;
  @ApiProperty({ type: InvitationDto, nullable: true }) readonly invitation: InvitationDto | null;
  @ApiProperty({ type: ProviderInvitationDto, nullable: true })
  readonly providerInvitation: ProviderInvitationDto | null;
  @ApiProperty({ type: [AccountChangeDto] }) readonly changes: readonly AccountChangeDto[];
  @ApiProperty({ type: [HeldCasesDto] }) readonly held: readonly HeldCasesDto[];
  @ApiProperty({ format: 'date-time' }) readonly reviewDueAt: string;
  @ApiProperty() readonly isReader: boolean;
}
