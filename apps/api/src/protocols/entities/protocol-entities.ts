import { ProtocolVersionEntity } from './protocol-version.entity';
import { ProtocolProofEntity } from './protocol-proof.entity';
import { ProtocolDraftEntity } from './protocol-draft.entity';
import { DraftCommentEntity } from './draft-comment.entity';
import { ProtocolExplorationEntity } from './protocol-exploration.entity';
import { ProtocolDryRunEntity } from './protocol-dry-run.entity';
import { DryRunTrialEntity } from './dry-run-trial.entity';

/** Protocols: written to be read by everybody. */
export const PROTOCOL_ENTITIES = [
  ProtocolVersionEntity,
  ProtocolProofEntity,
  ProtocolDraftEntity,
  DraftCommentEntity,
  ProtocolExplorationEntity,
  ProtocolDryRunEntity,
  DryRunTrialEntity,
] as const;
