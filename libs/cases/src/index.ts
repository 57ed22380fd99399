export type * from './contract/accounts';
export type * from './contract/case-access';
export type * from './contract/case-file';
export { PERSON_RELATIONS, PERSON_ROLES } from './contract/case-file';
export type * from './contract/factors';
export { STEP_MEANS } from './contract/factors';
export type * from './contract/problem';
export type * from './contract/protocol-library';
export type * from './contract/protocol-work';
export type * from './contract/protocols';
export type * from './contract/provider';
export type * from './contract/session';
export type * from './contract/worklist';
export { engineRoles } from './acting/engine-roles';
export { stepGrounds } from './acting/step-grounds';
export { compareChildren, type Likeness } from './identity/compare-children';
export { nameForms } from './identity/name-forms';
export { makeReference, parseReference, REFERENCE_BYTES } from './identity/reference';
export { searchTokens, type SearchToken, type TokenKind } from './identity/search-tokens';
export { fitsTerms, type SearchTerm, termsOfQuery, tokensOfTerm } from './identity/search-terms';
export { chooseNextStep, rankNextSteps } from './next-step/choose-next-step';
export { type KnownPeople, MASK, type Masked, maskPeople } from './masking/mask-people';
export { isWithheld } from './withheld/is-withheld';
export { GIVEN_BY_TWO, needsSecondPerson } from './accounts/needs-second-person';
export {
  PASSWORD_MAX,
  PASSWORD_MIN,
  PASSWORD_MIN_SCORE,
  passwordFaults,
  passwordLength,
  preparePassword,
  wordsAbout,
  type PasswordFault,
  type PasswordOwner,
} from './accounts/password-rules';
