import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module';
import { ProtocolsModule } from '../../protocols/protocols.module';
import { BoardController } from './board.controller';
import { BoardQuery } from './board.query';
import { BoardService } from './board.service';

@Module({
  imports: [CasesModule, ProtocolsModule],
  controllers: [BoardController],
  providers: [BoardQuery, BoardService],
})
export class BoardModule {}
