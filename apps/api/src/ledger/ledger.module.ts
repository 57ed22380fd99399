import { Module } from '@nestjs/common';
import { Keepings } from './keepings';
import { LedgerConnections } from './ledger-connections';
import { LedgerController } from './ledger.controller';
import { ProofsOfEntries } from './proofs-of-entries';
import { RecordHealth } from './record-health';
import { RecordKeeper } from './record-keeper';
import { Sequencer } from './sequencing/sequencer';
import { BeginBranch } from './signing/begin-branch';
import { BeginEpoch } from './signing/begin-epoch';
import { RotateKey } from './signing/rotate-key';
import { Signer } from './signing/signer';
import { TakeOver } from './signing/take-over';

/** The record: events get their places, checkpoints are signed, entries are proven. */
@Module({
  controllers: [LedgerController],
  providers: [
    LedgerConnections,
    Keepings,
    Sequencer,
    Signer,
    RecordKeeper,
    RecordHealth,
    ProofsOfEntries,
    RotateKey,
    BeginEpoch,
    BeginBranch,
    TakeOver,
  ],
  exports: [BeginBranch, Sequencer, ProofsOfEntries, RecordHealth],
})
export class LedgerModule {}
