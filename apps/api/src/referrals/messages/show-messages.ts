import type { ReferralMessage } from '../answers/referral-events.repository';
import { seenAt, sideOf } from './message-state';
import type { ReferralMessageDto } from './messages.dto';

/** `nameOf`: who wrote it, as this reader may know; `seesWords`: whether what was said may be shown, which may tell of anything. */
export const showMessages = (
  messages: readonly ReferralMessage[],
  nameOf: (message: ReferralMessage) => string | null,
  seesWords = true,
): readonly ReferralMessageDto[] =>
  messages
    .filter(({ kind }) => kind === 'message')
    .map((it) => ({
      ...{ from: sideOf(it), by: nameOf(it), at: it.at.toISOString() },
      words: seesWords ? it.words : null,
      seenAt: seenAt(messages, it)?.toISOString() ?? null,
    }));
