import type { ServiceKind, Words } from '@repere/cases';
import type { StepDefinition } from '@repere/protocol';

const PUBLIC: Words = {
  fr: 'Votre service est public (ASE, CRIP, école, hôpital public) : vous devez aviser le procureur sans délai de tout crime et de tout délit appris dans votre travail (CPP 40 al. 2). Acheter des actes sexuels, le proxénétisme, la traite sont au moins des délits. L’ASE y est tenue aussi par le CASF L226-4.',
  en: 'Your service is public (ASE, CRIP, school, public hospital): you must tell the prosecutor without delay of every crime and every offence (délit) learnt in your work (CPP 40 al. 2). Buying sexual acts, procuring and trafficking are at least offences. The ASE is bound by CASF L226-4 too.',
};
const ASSOCIATION: Words = {
  fr: 'Votre service est une association : le CPP 40 ne vous lie pas. Ne pas signaler des actes sexuels sur un mineur est puni (C. pén. 434-3, sauf secret professionnel), et ne pas secourir dans un danger grave et imminent aussi (223-6 : le secret n’y est pas une excuse).',
  en: 'Your service is an association: CPP 40 does not bind you. Not reporting sexual acts on a minor is punished (Penal Code 434-3, professional secrecy excepted), and so is not helping in grave and imminent danger (223-6: secrecy is no excuse there).',
};
const join = (language: keyof Words): string => `${PUBLIC[language]}\n${ASSOCIATION[language]}`;

const WORDS: Readonly<Record<ServiceKind, Words>> = {
  public: PUBLIC,
  association: ASSOCIATION,
  // Nobody said what this service is: both, so that whoever reads finds theirs.
  unknown: { fr: join('fr'), en: join('en') },
};

/** On what ground this worker's service owes the report (F36, F69); `null` for a step that reports nothing. */
export const reportingDuty = ({ reports }: StepDefinition, kind: ServiceKind): Words | null =>
  reports === 'prosecutor' ? WORDS[kind] : null;
