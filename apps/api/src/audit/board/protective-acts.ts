import type { PublishedProtocols } from '../../protocols/publishing/published-protocols';

/**
 * Steps whose doing protects the child, `protocol/step`, in whatever version: those that their protocol marks so, but for
 * decisions, which say what is to be done and do none of it. To see is not yet to protect, nor is to doubt.
 */
export function protectiveActs({ versions }: Pick<PublishedProtocols, 'versions'>): readonly string[] {
  const acts = new Set<string>();
  for (const { document } of versions.values())
    if (!document.noticesOnly)
      for (const { id, kind, protective } of document.steps)
        if (protective && kind !== 'decision') acts.add(`${document.protocol}/${id}`);
  return [...acts];
}
