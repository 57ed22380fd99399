import type { DeadlineOwner } from '@repere/protocol';
import { text, type Text } from '@repere/feel';

/** The titles in both languages, with commas. */
export function listed(titles: readonly Text[]): Text {
  return { fr: titles.map((it) => it.fr).join(' ; '), en: titles.map((it) => it.en).join('; ') };
}

/** A sentence that ends with a title that asks has its question mark and no full stop behind it. */
export function sentence({ fr, en }: Text): Text {
  return { fr: fr.replace(/([?!])\.$/, '$1'), en: en.replace(/([?!])\.$/, '$1') };
}

const HOUR = 3_600_000;

/** "3 jours", "5 heures". */
export function span(ms: number): Text {
  const hours = Math.max(1, Math.floor(ms / HOUR));
  if (hours < 48)
    return text(`${hours} heure${hours > 1 ? 's' : ''}`, `${hours} hour${hours > 1 ? 's' : ''}`);
  const days = Math.floor(hours / 24);
  return text(`${days} jours`, `${days} days`);
}

/** What deviations say. */
export const deviationWords = {
  waived: (reason: Text): Text => text(`Étape écartée : ${reason.fr}.`, `Step waived: ${reason.en}.`),
  lateRecording: (by: number): Text =>
    text(`Saisi ${span(by).fr} après les faits.`, `Recorded ${span(by).en} after it happened.`),
  late(title: Text, of: 'step' | 'approval', by: number, owner: DeadlineOwner, isMet: boolean): Text {
    const what = of === 'approval' ? text('Validation', 'Approval') : text('Étape', 'Step');
    const how = isMet
      ? text('fait avec retard', 'done late')
      : owner === 'outside'
        ? text('à relancer', 'to be chased')
        : text('en retard', 'late');
    return text(
      `${what.fr} « ${title.fr} » ${how.fr} (${span(by).fr}).`,
      `${what.en} "${title.en}" ${how.en} (${span(by).en}).`,
    );
  },
};
