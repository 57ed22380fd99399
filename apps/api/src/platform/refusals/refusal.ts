import type { ChangeDto, ProblemReasonDto } from '../answers/openapi';
import type { ProblemCode } from './problem';

/** Why something expected did not happen. The filter alone knows the HTTP status of each. */
export type RefusalCode = Exclude<ProblemCode, 'failed'>;

export interface RefusalDetails {
  readonly reasons?: readonly ProblemReasonDto[];
  readonly changes?: readonly ChangeDto[];
  /** For the record alone: codes of the rules that stood in the way, and of the facts that they read. */
  readonly rules?: readonly string[];
  /** Seconds until another try makes sense. */
  readonly retryAfter?: number;
}

/** An expected refusal. Thrown, so that the transaction rolls back; recorded in the ledger by the unit of work. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  /** Who may not do something is told why, and who may: `not-allowed` has its reasons, or does not compile. */
  constructor(
    ...[code, details = {}]:
      | [code: Exclude<RefusalCode, 'not-allowed'>, details?: RefusalDetails]
      | [code: 'not-allowed', details: RefusalDetails & Required<Pick<RefusalDetails, 'reasons'>>]
  ) {
    // Codes only: the message may reach a log.
    super([code, ...(details.reasons ?? []).map((reason) => reason.code)].join(' '));
    this.code = code;
    this.details = details;
  }
}
