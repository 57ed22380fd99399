import {
  isClosedByNo,
  isOver,
  type ReferralPast,
  type ReferralState,
  stateOf,
} from '../answers/referral-state';

/**
 * What the team and the service write to each other beside answers, and that one side has seen what the other wrote. No event of a
 * referral: nothing that finds a state, a clock or an answer is given these.
 */
export const MESSAGE_EVENTS = ['message', 'messages-read'] as const;
export type MessageEventKind = (typeof MESSAGE_EVENTS)[number];

export const isMessageEvent = (kind: string): kind is MessageEventKind =>
  MESSAGE_EVENTS.some((it) => it === kind);

/** Who writes: who refers, or who was asked. */
export const MESSAGE_SIDES = ['team', 'service'] as const;
export type MessageSide = (typeof MESSAGE_SIDES)[number];

/** What is read of an event of messages without its words. */
interface MessageCodes {
  readonly kind: MessageEventKind;
  readonly at: Date;
  readonly byId: string | null;
  readonly partnerId: string | null;
}

/** By the account that was asked, or by the link of a service without one, which is nobody of ours. */
export const sideOf = ({ byId, partnerId }: Pick<MessageCodes, 'byId' | 'partnerId'>): MessageSide =>
  byId === null || byId === partnerId ? 'service' : 'team';

/** When the other side had this message before it for the first time; `null`: it has not. */
export const seenAt = (messages: readonly MessageCodes[], message: MessageCodes): Date | null =>
  messages.find((it) => it.kind === 'messages-read' && sideOf(it) !== sideOf(message) && it.at >= message.at)
    ?.at ?? null;

/** What the other side wrote and this one has not seen, oldest first. */
export const unseenBy = <M extends MessageCodes>(side: MessageSide, messages: readonly M[]): readonly M[] =>
  messages.filter((it) => it.kind === 'message' && sideOf(it) !== side && seenAt(messages, it) === null);

/** Something waits there to be read: what is closed to a service by its no does not. */
export const hasNewForService = (
  past: Parameters<typeof isClosedByNo>[0],
  messages: readonly MessageCodes[],
): boolean => !isClosedByNo(past) && unseenBy('service', messages).length > 0;

/** Until the child was received, or the service said no: what follows is feedback, and has its own place. */
const MAY_STILL_ARRIVE: Readonly<Record<ReferralState, boolean>> = {
  ...{ sent: true, received: true, 'no-answer': true, 'other-offer': true, accepted: true },
  ...{ started: false, refused: false, elsewhere: false, withdrawn: false, ended: false },
};

/** Whether either side may write now: as long as the referral is open, and nobody told yet what came of the child. */
export const takesMessages = (past: ReferralPast, now: number): boolean =>
  !isOver(past, now) &&
  MAY_STILL_ARRIVE[stateOf(past, now)] &&
  !past.events.some(({ kind }) => kind === 'feedback');
