import type { ActName } from '@repere/audit';

/** Acts by which something was asked, sent, answered or kept beside the steps of a protocol: their names say so. */
export type CorrespondenceAct = Extract<
  ActName,
  `${'letter' | 'document' | 'sharing' | 'capacity' | 'need' | 'answer-link' | 'referral'}.${string}`
>;

/**
 * How an act stands in the paper. `ours`: by somebody of ours, or by the clock; `of-service`: by an account of the service that was asked;
 * `by-link`: by a service without account. `look`: it asks, sends and answers nothing, and is counted with who looked. `receipt`,
 * `receipt-by-link`: a look that is told where by it a service had the referral for the first time.
 */
export type WrittenAs = 'ours' | 'of-service' | 'by-link' | 'look' | 'receipt' | 'receipt-by-link';

/** Every such act. One that is not here does not compile. */
export const CORRESPONDENCE: Readonly<Record<CorrespondenceAct, WrittenAs>> = {
  ...{ 'letter.write': 'ours', 'letter.send': 'ours', 'letter.download': 'ours' },
  ...{ 'letter.list': 'look', 'letter.prepare': 'look', 'letter.read': 'look' },
  ...{ 'document.add': 'ours', 'document.destroy': 'ours', 'document.download': 'ours' },
  'document.list': 'look',
  'sharing.record': 'ours',
  ...{ 'capacity.ask': 'ours', 'capacity.record-answer': 'ours', 'capacity.remind': 'ours' },
  ...{ 'capacity.renew-link': 'ours', 'capacity.tell': 'ours', 'capacity.close': 'ours' },
  ...{ 'capacity.met': 'ours', 'capacity.unmet': 'ours', 'capacity.over': 'ours' },
  'capacity.answer': 'of-service',
  ...{ 'capacity.list': 'look', 'capacity.received': 'look' },
  ...{ 'need.close': 'ours', 'need.settle': 'ours', 'need.age-gap': 'ours' },
  ...{ 'need.task-began': 'ours', 'need.task-late': 'ours' },
  ...{ 'need.unmet': 'look', 'need.export': 'look' },
  ...{ 'answer-link.make': 'look', 'answer-link.sent': 'ours' },
  ...{ 'answer-link.over-mail': 'look', 'answer-link.over-sent': 'ours' },
  ...{ 'answer-link.answer': 'by-link', 'answer-link.message': 'by-link' },
  ...{ 'answer-link.open': 'receipt-by-link', 'answer-link.call-back': 'look' },
  ...{ 'referral.prepare': 'ours', 'referral.drop-prepared': 'ours', 'referral.open': 'ours' },
  ...{ 'referral.tell': 'ours', 'referral.add': 'ours', 'referral.withdraw': 'ours' },
  ...{ 'referral.record-answer': 'ours', 'referral.remind': 'ours', 'referral.answer-asked': 'ours' },
  ...{ 'referral.progress': 'ours', 'referral.take-offer': 'ours', 'referral.unmet': 'ours' },
  ...{ 'referral.message': 'ours', 'referral.messages-read': 'ours' },
  ...{ 'referral.escalate': 'ours', 'referral.over': 'ours', 'referral.kept-away': 'ours' },
  ...{ 'referral.feedback-asked': 'ours', 'referral.feedback-due': 'ours' },
  ...{ 'referral.answer': 'of-service', 'referral.feedback': 'of-service' },
  'referral.message-to-team': 'of-service',
  'referral.read': 'receipt',
  ...{ 'referral.choices': 'look', 'referral.preview': 'look', 'referral.additions': 'look' },
  ...{ 'referral.resume': 'look', 'referral.sent': 'look', 'referral.unanswered': 'look' },
  ...{ 'referral.past': 'look', 'referral.list': 'look' },
};

export const isCorrespondence = (type: ActName): type is CorrespondenceAct =>
  Object.hasOwn(CORRESPONDENCE, type);

/** Whether somebody does this for a service that was asked, and nobody else does. */
export const isDoneForService = (type: ActName): boolean =>
  isCorrespondence(type) && FOR_SERVICE.has(CORRESPONDENCE[type]);

const FOR_SERVICE: ReadonlySet<WrittenAs> = new Set(['of-service', 'receipt']);
