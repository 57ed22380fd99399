import { LedgerEventEntity } from './ledger-event.entity';
import { LedgerQueueEntity } from './ledger-queue.entity';
import { LedgerPayloadEntity } from '../../platform/record/ledger-payload.entity';
import { LedgerShownEntity } from './ledger-shown.entity';
import { AliasEntity } from './alias.entity';
import { LedgerLeafEntity } from './ledger-leaf.entity';
import { LedgerTileEntity } from './ledger-tile.entity';
import { LedgerUnreadableEntity } from './ledger-unreadable.entity';
import { LedgerBranchEntity } from './ledger-branch.entity';
import { LedgerEpochEntity } from './ledger-epoch.entity';
import { LedgerCheckpointEntity } from './ledger-checkpoint.entity';
import { LedgerKeyEntity } from './ledger-key.entity';
import { LedgerTermEntity } from './ledger-term.entity';

/** The record. */
export const LEDGER_ENTITIES = [
  LedgerEventEntity,
  LedgerQueueEntity,
  LedgerPayloadEntity,
  LedgerShownEntity,
  AliasEntity,
  LedgerLeafEntity,
  LedgerTileEntity,
  LedgerUnreadableEntity,
  LedgerBranchEntity,
  LedgerEpochEntity,
  LedgerCheckpointEntity,
  LedgerKeyEntity,
  LedgerTermEntity,
] as const;
