import type { Child } from '@repere/cases';

/** "Inconnu·e" is no name: by it every unnamed child would look alike. */
export function namedChild(child: Child): Child {
  return PLACEHOLDER.test(child.calledName.trim()) ? { ...child, calledName: '' } : child;
}

const PLACEHOLDER = /^(inconnue?|inconnu[·.(-]?e?\)?|unknown|x+|\?+|anonyme|nn)$/i;
