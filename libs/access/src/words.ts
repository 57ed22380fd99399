import type { AccountRole } from './account-role';
import type { FieldClass } from './field-class';
import type { Relation } from './relations';
import type { Act } from './rights';

/** A text in both languages. */
export interface Text {
  readonly fr: string;
  readonly en: string;
}

/** Each relation as a person has it: "You see this case because …". */
export const RELATION_WORDS: Readonly<Record<Relation, Text>> = {
  lead: { fr: 'pilote du dossier', en: 'lead of the case' },
  assigned: { fr: 'affecté·e au dossier', en: 'assigned to the case' },
  substitute: { fr: 'remplaçant·e d’une personne en congé', en: 'standing in for somebody on leave' },
  supervisor: { fr: 'responsable de l’équipe', en: 'supervisor of the team' },
  team: { fr: 'membre de l’équipe', en: 'of the team' },
  'on-duty': { fr: 'd’astreinte pour l’équipe', en: 'on duty for the team' },
  'second-opinion': { fr: 'sollicité·e pour un second avis', en: 'asked for a second opinion' },
  approver: { fr: 'sollicité·e pour valider un acte', en: 'asked to approve one act' },
  partner: { fr: 'partenaire par une orientation ouverte', en: 'partner through an open referral' },
  mission: { fr: 'auditeur·rice dans une mission ouverte', en: 'auditor in an open mission' },
  'break-glass': { fr: 'accès d’urgence ouvert', en: 'emergency access open' },
  'break-glass-restricted': {
    fr: 'accès d’urgence ouvert à un dossier réservé',
    en: 'emergency access open to a restricted case',
  },
  none: { fr: 'aucun lien', en: 'no relation' },
};

export const ACT_WORDS: Readonly<Record<Act, Text>> = {
  read: { fr: 'lire le dossier', en: 'read the case' },
  receive: { fr: 'lire ce que porte une orientation', en: 'read what a referral carries' },
  protect: {
    fr: 'noter des faits et faire les étapes qui protègent',
    en: 'record facts and do the steps that protect',
  },
  write: { fr: 'faire toutes les étapes', en: 'do every step' },
  advise: { fr: 'donner un avis', en: 'give an opinion' },
  approve: { fr: 'valider comme seconde personne', en: 'approve as the second person' },
  assign: { fr: 'nommer qui suit le dossier', en: 'name who works on the case' },
  refer: { fr: 'orienter l’enfant vers un partenaire', en: 'refer the child to a partner' },
  inform: { fr: 'écrire et envoyer une lettre sur l’enfant', en: 'write and send a letter about the child' },
  restrict: { fr: 'réserver le dossier à un cercle', en: 'restrict the case to a circle' },
  audit: { fr: 'examiner comment le dossier a été tenu', en: 'examine how the case was handled' },
  share: { fr: 'noter ce qui a été dit à qui', en: 'record what was told to whom' },
  retain: { fr: 'conserver, ou proposer d’effacer', en: 'hold, or propose erasure' },
  open: { fr: 'ouvrir un dossier', en: 'open a case' },
  search: { fr: 'chercher un dossier', en: 'search for a case' },
  'list-members': { fr: 'voir qui est dans l’équipe', en: 'see who is in the team' },
  'see-duplicates': {
    fr: 'dire si deux dossiers sont le même enfant',
    en: 'say whether two cases are the same child',
  },
  'lead-mission': { fr: 'conduire une mission d’audit', en: 'lead an audit mission' },
  'plan-cover': { fr: 'organiser remplacements et astreintes', en: 'plan substitutions and the rota' },
  'review-break-glass': { fr: 'relire les accès d’urgence', en: 'review emergency access' },
  'see-privacy': {
    fr: 'suivre conservation et demandes d’accès',
    en: 'follow retention and access requests',
  },
  'keep-certificates': {
    fr: 'suivre les formations et recevoir les attestations',
    en: 'follow training and take in certificates',
  },
  'read-protocols': { fr: 'lire les protocoles', en: 'read the protocols' },
  'edit-protocol': { fr: 'écrire un protocole', en: 'write a protocol' },
  'review-protocol': { fr: 'relire un protocole', en: 'review a protocol' },
  'publish-protocol': { fr: 'publier un protocole', en: 'publish a protocol' },
  'try-protocol': { fr: 'essayer un protocole', en: 'try a protocol' },
  'manage-accounts': { fr: 'gérer les comptes et les équipes', en: 'manage accounts and teams' },
  'keep-contacts': {
    fr: 'tenir l’annuaire et les contacts d’astreinte',
    en: 'keep the directory and the on-call contacts',
  },
  'lead-training': { fr: 'conduire une formation', en: 'lead training' },
  'work-in-missions': { fr: 'travailler dans les missions d’audit', en: 'work in audit missions' },
  'break-glass': { fr: 'ouvrir un dossier en urgence', en: 'open a case in an emergency' },
};

export const FIELD_CLASS_WORDS: Readonly<Record<FieldClass, Text>> = {
  identity: { fr: 'identité', en: 'identity' },
  people: { fr: 'autres personnes', en: 'other people' },
  contact: { fr: 'contacts', en: 'contacts' },
  places: { fr: 'lieux où est l’enfant', en: 'where the child is' },
  health: { fr: 'santé', en: 'health' },
  judicial: { fr: 'justice', en: 'justice' },
  situation: { fr: 'situation', en: 'situation' },
  narrative: { fr: 'récits', en: 'accounts in words' },
  opinion: { fr: 'avis et appréciations', en: 'opinions' },
  staff: { fr: 'professionnels', en: 'staff' },
};

/** What a class holds, where a list says what is left out or told: on screen and on paper. */
export const FIELD_CLASS_CONTENTS: Readonly<Record<FieldClass, Text>> = {
  identity: { fr: 'l’identité', en: 'identity' },
  people: { fr: 'les noms des autres personnes', en: 'names of other people' },
  contact: { fr: 'comment joindre l’enfant et son entourage', en: 'how to reach the child and those around' },
  places: { fr: 'les lieux', en: 'places' },
  health: { fr: 'la santé', en: 'health' },
  judicial: { fr: 'les informations judiciaires', en: 'judicial information' },
  situation: { fr: 'la situation', en: 'the situation' },
  narrative: { fr: 'les récits et les notes', en: 'narratives and notes' },
  opinion: { fr: 'les avis et appréciations', en: 'opinions and assessments' },
  staff: { fr: 'les noms des professionnels', en: 'names of staff' },
};

export const ACCOUNT_ROLE_WORDS: Readonly<Record<AccountRole, Text>> = {
  caseworker: { fr: 'travailleur·se social·e', en: 'caseworker' },
  'ase-referent': { fr: 'référent·e ASE', en: 'ASE referent' },
  assessor: { fr: 'évaluateur·rice', en: 'assessor' },
  supervisor: { fr: 'responsable', en: 'supervisor' },
  auditor: { fr: 'auditeur·rice', en: 'auditor' },
  trainer: { fr: 'formateur·rice', en: 'trainer' },
  'protocol-editor': { fr: 'rédacteur·rice de protocoles', en: 'protocol editor' },
  administrator: { fr: 'administrateur·rice', en: 'administrator' },
  partner: { fr: 'partenaire', en: 'partner' },
};
