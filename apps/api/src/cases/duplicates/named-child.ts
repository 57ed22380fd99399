import type { ChildDto } from '../opening/child.dto';

/** "Inconnu·e" is no name: by it every unnamed child would look alike. */
export function namedChild(child: ChildDto): ChildDto {
  return PLACEHOLDER.test(child.calledName.trim()) ? { ...child, calledName: '' } : child;
}

const PLACEHOLDER = /^(inconnue?|inconnu[·.(-]?e?\)?|unknown|x+|\?+|anonyme|nn)$/i;
