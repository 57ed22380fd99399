import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Act } from '../platform/act';
import { Refuses } from '../platform/openapi';
import { ConsistencyDto, ConsistencyQueryDto, SignerKeysDto } from './ledger.dto';
import { ProofsOfEntries } from './proofs-of-entries';

/**
 * What anybody who is signed in may take away and keep: it shows nothing of any case, and whoever has it can tell later whether
 * the record was altered since. Not recorded itself, or looking at the log would make it grow.
 */
@ApiTags('ledger')
@Controller('ledger')
export class LedgerController {
  constructor(private readonly proofs: ProofsOfEntries) {}

  @Get('checkpoint')
  @Act('ledger.checkpoint', { purpose: 'audit', isUnrecorded: true })
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOperation({ summary: 'The newest signed checkpoint (C2SP tlog-checkpoint), to keep elsewhere' })
  @ApiOkResponse({ schema: { type: 'string' } })
  @Refuses('not-found')
  async checkpoint(): Promise<string> {
    return (await this.proofs.newestCheckpoint()).note;
  }

  @Get('keys')
  @Act('ledger.keys', { purpose: 'audit', isUnrecorded: true })
  @ApiOperation({ summary: 'Keys of the signer, each vouched for by the one before' })
  @ApiOkResponse({ type: SignerKeysDto })
  async keys(): Promise<SignerKeysDto> {
    return { keys: [...(await this.proofs.keys()).keys] };
  }

  @Get('consistency')
  @Act('ledger.consistency', { purpose: 'audit', isUnrecorded: true })
  @ApiOperation({ summary: 'Proof that the log of one size begins with that of another' })
  @ApiOkResponse({ type: ConsistencyDto })
  @Refuses('invalid', 'not-found')
  async consistency(@Query() { from, to }: ConsistencyQueryDto): Promise<ConsistencyDto> {
    return { hashes: await this.proofs.consistency(from, to) };
  }
}
