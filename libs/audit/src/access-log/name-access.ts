import { ACT_WORDS, isActName } from './acts/act-words';
import { namedAct, type NamedAct } from './acts/named-act';

const REFUSED = namedAct(
  'refused',
  'A essayé d’ouvrir ce dossier ou d’y agir',
  'Tried to open this case or to act in it',
);

/**
 * What an access to a case is called in the access log. A name that only an earlier version recorded is given as it
 * stands, as an act: nobody guesses what it did.
 */
export function nameAccess(type: string, outcome: string): Pick<NamedAct, 'kind' | 'act'> {
  const { kind, act } = outcome === 'refused' ? REFUSED : namedIn(type);
  return { kind, act };
}

const namedIn = (type: string): NamedAct =>
  isActName(type)
    ? ACT_WORDS[type]
    : namedAct('acted', `Acte d’une version antérieure : ${type}`, `Act of an earlier version: ${type}`);
