import { ApiProperty } from '@nestjs/swagger';

/** A mail with a link to set a password. */
export class InvitationDto {
  @ApiProperty({ format: 'date-time' }) readonly askedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly sentAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly expiresAt: string | null;
  @ApiProperty({ enum: ['on-its-way', 'sent', 'expired'] }) readonly state: 'on-its-way' | 'sent' | 'expired';
}

/** A link to link an identity of a provider; it was shown once. */
export class ProviderInvitationDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: 'Key of the provider' }) readonly provider: string;
  @ApiProperty({ description: 'Name of the administrator' }) readonly invitedBy: string;
  @ApiProperty({ format: 'date-time' }) readonly invitedAt: string;
  @ApiProperty({ format: 'date-time' }) readonly until: string;
}
