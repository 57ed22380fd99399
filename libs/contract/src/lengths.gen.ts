// Printed by `npm run print-contract` from what the API describes.

export const addCommentLengths = {
  text: 5000,
} as const;

export const addDocumentLengths = {
  title: 200,
  author: 200,
  content: 13333336,
} as const;

export const addNoteLengths = {
  note: 10000,
} as const;

export const addTrainerNoteLengths = {
  words: 500,
} as const;

export const amendLengths = {
  bestInterests: 10000,
  why: 2000,
} as const;

export const answerByLinkLengths = {
  words: 500,
  whomToCall: 200,
} as const;

export const answerCapacityLengths = {
  words: 500,
  whomToCall: 200,
} as const;

export const answerQuestionLengths = {
  choice: 64,
} as const;

export const answerReferralByLinkLengths = {
  words: 1000,
  byWhen: 120,
  whomToCall: 200,
} as const;

export const answerReferralLengths = {
  words: 1000,
  byWhen: 120,
  whomToCall: 200,
} as const;

export const answerWhyLengths = {
  answer: 2000,
} as const;

export const askLinkLengths = {
  reference: 40,
} as const;

export const askSecondOpinionLengths = {
  question: 2000,
} as const;

export const askToJoinLengths = {
  name: 30,
} as const;

export const askWhyLengths = {
  question: 1000,
} as const;

export const beginOwnScenarioLengths = {
  yaml: 100000,
} as const;

export const branchLengths = {
  title: 60,
} as const;

export const breakGlassLengths = {
  reference: 40,
  words: 2000,
} as const;

export const bundleRequestLengths = {
  reason: 500,
} as const;

export const caseFileSearchLengths = {
  text: 200,
} as const;

export const changeAppointmentLengths = {
  place: 300,
  from: 300,
  withWhom: 200,
  escort: 200,
  language: 100,
  thirdWords: 500,
  whyAgain: 500,
  notes: 1000,
} as const;

export const changeChildLengths = {
  why: 2000,
} as const;

export const changeEmailLengths = {
  reason: 1000,
} as const;

export const changePasswordLengths = {
  current: 1000,
  next: 128,
} as const;

export const changeRolesLengths = {
  reason: 1000,
} as const;

export const checkCertificateLengths = {
  file: 20000,
} as const;

export const checkLengths = {
  note: 2000,
} as const;

export const childLengths = {
  calledName: 200,
  givenNames: 200,
  familyName: 200,
  nationality: 100,
} as const;

export const closeTaskLengths = {
  note: 2000,
} as const;

export const declareConflictLengths = {
  words: 2000,
} as const;

export const endAppointmentLengths = {
  words: 1000,
} as const;

export const explainDeviationLengths = {
  key: 250,
  text: 2000,
} as const;

export const familyToldLengths = {
  why: 500,
} as const;

export const findServicesLengths = {
  text: 120,
} as const;

export const findingAnswerLengths = {
  text: 4000,
} as const;

export const findingClosingLengths = {
  note: 2000,
} as const;

export const findingInputLengths = {
  expected: 2000,
  happened: 2000,
  evidence: 2000,
} as const;

export const followUpReferralLengths = {
  words: 1000,
} as const;

export const forgottenPasswordLengths = {
  login: 200,
} as const;

export const giveFeedbackLengths = {
  words: 1000,
} as const;

export const giveOpinionLengths = {
  opinion: 10000,
} as const;

export const guestLengths = {
  name: 120,
  role: 160,
} as const;

export const handOverLengths = {
  toWhom: 200,
  how: 500,
} as const;

export const holdCaseLengths = {
  reason: 2000,
} as const;

export const holdReasonLengths = {
  reason: 2000,
} as const;

export const importCertificateLengths = {
  file: 20000,
  whySame: 300,
} as const;

export const informedBeforehandLengths = {
  why: 1000,
} as const;

export const issueCertificateLengths = {
  name: 120,
  whyPresent: 300,
} as const;

export const judgeDeviationLengths = {
  key: 250,
  text: 2000,
} as const;

export const judgeMinutesLengths = {
  words: 1000,
} as const;

export const keepMomentLengths = {
  title: 60,
} as const;

export const letterBasisLengths = {
  why: 2000,
} as const;

export const logoutTokenLengths = {
  logout_token: 8192,
} as const;

export const makeAccessRequestLengths = {
  askedBy: 500,
  identityChecked: 500,
} as const;

export const minutesDecisionLengths = {
  what: 1000,
  why: 1000,
} as const;

export const missionPlanLengths = {
  title: 200,
  question: 2000,
} as const;

export const moveRunRequestLengths = {
  reason: 2000,
} as const;

export const nameLeadLengths = {
  words: 2000,
} as const;

export const newAccountLengths = {
  name: 120,
  reason: 1000,
} as const;

export const newActionLengths = {
  what: 500,
} as const;

export const newOnCallContactLengths = {
  name: 120,
  say: 400,
} as const;

export const newPasskeyLengths = {
  name: 80,
} as const;

export const newTeamLengths = {
  name: 120,
  letterhead: 300,
  signsFor: 120,
} as const;

export const newTrainingSpaceLengths = {
  title: 60,
} as const;

export const notDuplicateLengths = {
  why: 1000,
} as const;

export const notesLengths = {
  fr: 10000,
  en: 10000,
} as const;

export const onCallContactToWriteLengths = {
  name: 120,
  say: 400,
} as const;

export const openMissionLengths = {
  seed: 128,
} as const;

export const openReferralLengths = {
  why: 2000,
  besideAnother: 500,
  request: 2000,
  beforeYes: 500,
} as const;

export const originalPlaceLengths = {
  place: 200,
  seal: 100,
} as const;

export const partTextLengths = {
  text: 6000,
} as const;

export const participantLengths = {
  name: 200,
  language: 100,
} as const;

export const passActionLengths = {
  words: 1000,
} as const;

export const passkeyAssertionLengths = {
  id: 1400,
  clientDataJSON: 4000,
  authenticatorData: 4000,
  signature: 4000,
  userHandle: 100,
} as const;

export const passkeyAttestationLengths = {
  id: 1400,
  clientDataJSON: 4000,
  attestationObject: 20000,
} as const;

export const passkeyNameLengths = {
  name: 80,
} as const;

export const personInputLengths = {
  name: 200,
  contact: 500,
  note: 10000,
} as const;

export const placeOfCommentLengths = {
  file: 200,
  step: 100,
} as const;

export const planAppointmentLengths = {
  place: 300,
  from: 300,
  withWhom: 200,
  escort: 200,
  language: 100,
  thirdWords: 500,
  whyAgain: 500,
  notes: 1000,
} as const;

export const planConferenceLengths = {
  purpose: 500,
  childWords: 2000,
} as const;

export const plannedTimeLengths = {
  place: 300,
} as const;

export const pointLengths = {
  text: 300,
} as const;

export const prepareConferenceLengths = {
  purpose: 500,
  childWords: 2000,
} as const;

export const preparedTermsLengths = {
  why: 2000,
  besideAnother: 500,
  beforeYes: 500,
  request: 4000,
} as const;

export const presentLengths = {
  slide: 100,
  page: 300,
} as const;

export const proposeErasureLengths = {
  basis: 1000,
} as const;

export const proposeLeadLengths = {
  words: 2000,
} as const;

export const proposePeriodLengths = {
  source: 1000,
} as const;

export const rateReasonLengths = {
  note: 1000,
} as const;

export const reasonLengths = {
  reason: 1000,
} as const;

export const recordFactsLengths = {
  note: 10000,
} as const;

export const recordSharingLengths = {
  why: 2000,
  toWhom: 200,
  service: 200,
  what: 4000,
  answer: 2000,
} as const;

export const redeemLinkLengths = {
  password: 128,
} as const;

export const referToServiceLengths = {
  why: 2000,
  besideAnother: 500,
  what: 4000,
  beforeYes: 500,
} as const;

export const refuseLeadLengths = {
  words: 2000,
} as const;

export const refuseRequestLengths = {
  why: 2000,
} as const;

export const restrictCaseLengths = {
  words: 2000,
} as const;

export const returnLengths = {
  reason: 2000,
} as const;

export const reviewBreakGlassLengths = {
  words: 2000,
} as const;

export const rowLengths = {
  id: 64,
} as const;

export const safeContactLengths = {
  how: 200,
  hours: 200,
  codeWord: 100,
  mayBeLeft: 200,
  whoElseReads: 200,
} as const;

export const saveOwnScenarioLengths = {
  yaml: 100000,
} as const;

export const sendAdditionLengths = {
  why: 2000,
} as const;

export const sendBackLengths = {
  reason: 5000,
} as const;

export const sendLetterLengths = {
  toWhom: 200,
  reference: 200,
  keptWhere: 200,
  secondSignature: 200,
} as const;

export const serviceTableLengths = {
  table: 2500000,
} as const;

export const serviceToWriteLengths = {
  name: 120,
  address: 300,
  say: 400,
} as const;

export const settleActionLengths = {
  words: 1000,
} as const;

export const signInLengths = {
  login: 200,
  password: 1000,
} as const;

export const soughtChildLengths = {
  calledName: 200,
  familyName: 200,
} as const;

export const stepInputLengths = {
  bestInterests: 10000,
  note: 10000,
  outOfOrder: 2000,
} as const;

export const stepProofLengths = {
  code: 20,
  recoveryCode: 40,
} as const;

export const stepUpLengths = {
  code: 20,
  recoveryCode: 40,
  password: 1000,
} as const;

export const teamToWriteLengths = {
  name: 120,
  letterhead: 300,
  signsFor: 120,
} as const;

export const tellServiceLengths = {
  why: 2000,
  besideAnother: 500,
  what: 4000,
} as const;

export const totpCodeLengths = {
  code: 20,
} as const;

export const waiveLengths = {
  note: 10000,
} as const;

export const writeLetterLengths = {
  recipient: 600,
} as const;

export const writeMessageByLinkLengths = {
  words: 1000,
} as const;

export const writeMessageLengths = {
  words: 1000,
} as const;

export const writeMinutesLengths = {
  childWhyNot: 1000,
  childWords: 2000,
  teller: 200,
  summary: 5000,
  correction: 1000,
} as const;

export const writeToServiceLengths = {
  words: 1000,
} as const;
