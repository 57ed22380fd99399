import type { Words } from '@repere/cases';
import type { UnusualCode } from '../closed-lists/access-event-kinds';
import type { AccessEvent } from './access-event';
import { sharesName } from './shares-name';

/** From which hour to which it is night, on the clock of the case's territory. */
export const NIGHT = { from: 21, to: 6 } as const;

/** So many different cases opened within so many minutes before or after. */
export const MANY = { cases: 15, minutes: 10 } as const;

export interface AccessContext {
  /** IANA zone of the case's territory. */
  readonly zone: string;
  /** Family name of the child and names of people around it, where whoever asks may know them. */
  readonly names: readonly string[];
}

/**
 * Why a look is worth asking about, gravest first; none for an ordinary one. Unusual isn't wrong: the child may have been
 * found at night, and two families may share a name. `hourOf` tells the hour (0–23) of a moment in a zone.
 */
export function unusualAccess(
  event: AccessEvent,
  { zone, names }: AccessContext,
  hourOf: (at: number, zone: string) => number,
): readonly UnusualCode[] {
  const hour = hourOf(event.at, zone);
  const found: readonly (readonly [UnusualCode, boolean])[] = [
    ['refused', event.outcome === 'refused'],
    ['break-glass', ['break-glass.open', 'break-glass.try'].includes(event.type)],
    // An auditor comes from outside, by a mission that is open; a service that was asked for a place, because it was asked.
    ['outside', !event.belongs && event.purpose !== 'audit' && event.type !== 'capacity.received'],
    ['same-name', event.reader !== null && sharesName(event.reader, names)],
    // Lists show every case of a team to whoever works late.
    ['many', !event.isListed && event.opened >= MANY.cases],
    ['night', !event.isListed && (hour >= NIGHT.from || hour < NIGHT.to)],
  ];
  return found.filter(([, holds]) => holds).map(([code]) => code);
}

/** Why, in words. */
export function unusualWords(code: UnusualCode, { opened }: Pick<AccessEvent, 'opened'>): Words {
  switch (code) {
    case 'refused':
      return { fr: 'A essayé, et a été refusé·e', en: 'Tried, and was refused' };
    case 'break-glass':
      return { fr: 'Accès d’urgence', en: 'Emergency access' };
    case 'outside':
      return { fr: 'N’était pas de l’équipe', en: 'Was not of the team' };
    case 'same-name':
      return {
        fr: 'Porte le nom de famille de l’enfant ou d’un proche',
        en: 'Has the family name of the child or of somebody close',
      };
    case 'many':
      return {
        fr: `A ouvert ${String(opened)} dossiers en ${String(2 * MANY.minutes)} minutes`,
        en: `Opened ${String(opened)} cases within ${String(2 * MANY.minutes)} minutes`,
      };
    case 'night':
      return {
        fr: `La nuit (entre ${String(NIGHT.from)} h et ${String(NIGHT.to)} h)`,
        en: `At night (between ${String(NIGHT.from)}:00 and ${String(NIGHT.to)}:00)`,
      };
  }
}
