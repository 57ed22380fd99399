import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { RotateKeys } from './rotate-keys';

@Module({ imports: [CasesModule], providers: [RotateKeys] })
export class KeysModule {}
