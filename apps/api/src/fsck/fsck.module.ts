import { Module } from '@nestjs/common';
import { CheckRecord } from './checks/check-record';

/** The record held against itself, and against what it tells of. */
@Module({ providers: [CheckRecord] })
export class FsckModule {}
