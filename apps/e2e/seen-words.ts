import type { Page } from '@playwright/test';

/**
 * How many words of the page's own part are in sight: not what is folded, what only a screen reader is told, or the other
 * options of a list. A word of which one letter is underlined is one.
 */
export const countSeenWords = (page: Page): Promise<number> => page.evaluate(wordsInSight);

const wordsInSight = (): number => {
  const isTiny = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return getComputedStyle(element).position === 'absolute' && width <= 1 && height <= 1;
  };
  const isSeen = (parent: Element): boolean => {
    for (let it: Element | null = parent; it && it.tagName !== 'MAIN'; it = it.parentElement)
      if (isTiny(it)) return false;
    return parent.closest('option') === null && parent.checkVisibility({ contentVisibilityAuto: true });
  };
  const main = document.querySelector('main');
  if (!main) return 0;
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let words = '';
  let before: Element | null = null;
  while (texts.nextNode()) {
    const { parentElement: parent, nodeValue } = texts.currentNode;
    if (!parent || !nodeValue?.trim() || !isSeen(parent)) continue;
    const goesOn = before !== null && (parent.tagName === 'U' || before.tagName === 'U');
    words += (goesOn ? '' : ' ') + nodeValue;
    before = parent;
  }
  for (const list of main.querySelectorAll('select'))
    if (list.checkVisibility()) words += ` ${list.selectedOptions[0]?.text ?? ''}`;
  return words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
};
