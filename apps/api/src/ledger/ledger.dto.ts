import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { SignerKeys } from '@repere/audit';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

class SignerKeyDto {
  @ApiProperty({ description: 'Verifier key, `name+id+base64` (C2SP signed-note), Ed25519' })
  readonly key: string;
  @ApiPropertyOptional({
    description: 'Signed note by the key before, whose text is this key; absent for the first',
  })
  readonly voucher?: string;
}

export class SignerKeysDto implements SignerKeys {
  @ApiProperty({ type: [SignerKeyDto], description: 'Oldest first' }) readonly keys: readonly SignerKeyDto[];
}

export class ConsistencyQueryDto {
  @ApiProperty({ minimum: 0, description: 'Size of the earlier tree' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  readonly from: number;

  @ApiProperty({ minimum: 0, description: 'Size of the later one' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  readonly to: number;
}

export class ConsistencyDto {
  @ApiProperty({ type: [String], description: 'Consistency proof (RFC 9162 §2.1.4), 64 hex digits each' })
  readonly hashes: readonly string[];
}
