import { Controller, Header, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../platform/routes/route';
import { text } from '../platform/routes/route-answers';
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

  @Route('GET checkpoint', {
    summary: 'The newest signed checkpoint (C2SP tlog-checkpoint), to keep elsewhere',
    act: 'ledger.checkpoint',
    purpose: 'audit',
    isUnrecorded: true,
    needs: { on: 'signed-in' },
    answers: text('text/plain'),
    refuses: ['not-found'],
  })
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async checkpoint(): Promise<string> {
    return (await this.proofs.newestCheckpoint()).note;
  }

  @Route('GET keys', {
    summary: 'Keys of the signer, each vouched for by the one before',
    act: 'ledger.keys',
    purpose: 'audit',
    isUnrecorded: true,
    needs: { on: 'signed-in' },
    answers: SignerKeysDto,
    refuses: [],
  })
  async keys(): Promise<SignerKeysDto> {
    return { keys: [...(await this.proofs.keys()).keys] };
  }

  @Route('GET consistency', {
    summary: 'Proof that the log of one size begins with that of another',
    act: 'ledger.consistency',
    purpose: 'audit',
    isUnrecorded: true,
    needs: { on: 'signed-in' },
    answers: ConsistencyDto,
    refuses: ['invalid', 'not-found'],
  })
  async consistency(@Query() { from, to }: ConsistencyQueryDto): Promise<ConsistencyDto> {
    return { hashes: await this.proofs.consistency(from, to) };
  }
}
