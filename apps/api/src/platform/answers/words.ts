import type { Words } from '@repere/cases';

/** French and English side by side. */
export const words = (fr: string, en: string): Words => ({ fr, en });
