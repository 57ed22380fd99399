import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module';
import { ProtocolsModule } from '../../protocols/protocols.module';
import { BoardController } from './board.controller';
import { BoardQuery } from './board.query';
import { BoardService } from './board.service';
import { TrendsController } from './trends/trends.controller';
import { TrendsQuery } from './trends/trends.query';
import { TrendsService } from './trends/trends.service';

@Module({
  imports: [CasesModule, ProtocolsModule],
  controllers: [BoardController, TrendsController],
  providers: [BoardQuery, BoardService, TrendsQuery, TrendsService],
})
export class BoardModule {}
