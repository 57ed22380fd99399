import { Body, Controller, Req } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { PlainText } from '../../platform/answers/plain-text';
import { Route } from '../../platform/routes/route';
import { OwnPasswordService } from './own-password.service';

class ChangePasswordDto {
  @ApiProperty() @PlainText(1000) readonly current: string;
  @ApiProperty({ minLength: 15, maxLength: 128 }) @PlainText(1000) readonly next: string;
}

@ApiTags('access')
@Controller('account/password')
export class OwnPasswordController {
  constructor(private readonly passwords: OwnPasswordService) {}

  // It opens its own units of work, as who is signed in: hashing belongs into none.
  @Route('PUT', {
    summary: 'Change one’s own password, with the old one; other sessions end',
    act: null,
    unbound: 'hashes-password',
    needs: { on: 'own' },
    answers: null,
    refuses: [
      'unauthenticated',
      'invalid',
      'refused',
      'locked',
      'too-many',
      'cross-site',
      'unsupported-media',
      'unavailable',
    ],
  })
  changePassword(@Body() { current, next }: ChangePasswordDto, @Req() request: Request): Promise<void> {
    return this.passwords.changePassword(request, current, next);
  }
}
