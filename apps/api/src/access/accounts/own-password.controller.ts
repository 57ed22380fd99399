import { Body, Controller, HttpCode, Put, Req } from '@nestjs/common';
import { ApiCookieAuth, ApiNoContentResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { OpenDoor } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { PlainText } from '../../platform/plain-text';
import { OwnPasswordService } from './own-password.service';

class ChangePasswordDto {
  @ApiProperty({ maxLength: 1000 }) @PlainText(1000) readonly current: string;
  @ApiProperty({ minLength: 15, maxLength: 128 }) @PlainText(1000) readonly next: string;
}

@ApiTags('access')
@Controller('account/password')
export class OwnPasswordController {
  constructor(private readonly passwords: OwnPasswordService) {}

  // It opens its own units of work, as who is signed in: hashing belongs into none.
  @Put()
  @OpenDoor()
  @HttpCode(204)
  @ApiCookieAuth()
  @ApiOperation({ summary: 'Change one’s own password, with the old one; other sessions end' })
  @ApiNoContentResponse()
  @Refuses(
    'unauthenticated',
    'invalid',
    'refused',
    'locked',
    'too-many',
    'cross-site',
    'unsupported-media',
    'unavailable',
  )
  change(@Body() { current, next }: ChangePasswordDto, @Req() request: Request): Promise<void> {
    return this.passwords.change(request, current, next);
  }
}
