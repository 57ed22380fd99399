// Printed by `npm run print-contract` from what the API describes.
import type * as t from './types.gen';

interface Route<Path extends readonly string[], Answer = void, Body = undefined, Query = Record<never, never>> {
    readonly path: Path;
    readonly answer: Answer;
    readonly body: Body;
    readonly query: Query;
}

export interface ApiRoutes {
    readonly DELETE:
        | Route<['case-files', string, 'assignments', string]>
        | Route<['case-files', string, 'conferences', string, 'minutes-draft']>
        | Route<['case-files', string, 'conflicts', string]>
        | Route<['case-files', string, 'grants', string, string]>
        | Route<['case-files', string, 'restriction']>
        | Route<['case-files', string, 'runs', string, 'steps', string, 'draft']>
        | Route<['duties', string]>
        | Route<['factors', 'passkeys', string]>
        | Route<['factors', 'totp']>
        | Route<['on-call-contacts', string], t.OnCallDirectory>
        | Route<['provider-invitations', string]>
        | Route<['provider-links', string]>
        | Route<['reminders', 'calendar-feed']>
        | Route<['service-imports', string], t.ServiceImports, undefined, { readonly although?: 'asked' }>
        | Route<['services', string, 'members', string], t.DirectoryService>
        | Route<['services', string], void, undefined, { readonly although?: 'asked' }>
        | Route<['session']>
        | Route<['substitutions', string]>
        | Route<['training', 'class', 'code']>
        | Route<['training', 'expectations', string]>
        | Route<['training', 'learners', 'session']>
        | Route<['training', 'moments', string]>
        | Route<['training', 'notes', string]>
        | Route<['training', 'own-scenarios', string]>
        | Route<['training', 'played']>
        | Route<['training', 'questions', string]>
        | Route<['training', 'reasons', string]>
        | Route<['training', 'spaces', string, 'moments', string]>
        | Route<['training', 'spaces', string], void, undefined, { readonly branches?: 'keep' }>;
    readonly GET:
        | Route<['about'], t.About>
        | Route<['access-questions'], t.QuestionsToMe>
        | Route<['access-requests', string, 'package']>
        | Route<['access-requests', string], t.AccessRequest>
        | Route<['access-requests'], t.AccessRequestPage, undefined, { readonly cursor?: string }>
        | Route<['account-changes'], t.AccountChanges>
        | Route<['accounts', string], t.AccountDetail>
        | Route<['accounts'], t.AccountPage, undefined, { readonly q?: string; readonly state?: 'open' | 'invited' | 'not-yet' | 'ended' | 'disabled'; readonly cursor?: string }>
        | Route<['alerts'], t.AlertPage, undefined, { readonly cursor?: string }>
        | Route<['appointments'], t.OwnAppointments, undefined, { readonly cursor?: string }>
        | Route<['approvals'], t.ApprovalPage, undefined, { readonly cursor?: string }>
        | Route<['break-glass', 'reviews'], t.BreakGlassReviews, undefined, { readonly cursor?: string }>
        | Route<['calendar', string]>
        | Route<['capacity-requests'], t.ReceivedCapacities, undefined, { readonly cursor?: string }>
        | Route<['case-files', string, 'access'], t.CaseAccess>
        | Route<['case-files', string, 'access-log'], t.CaseAccessLog, undefined, { readonly cursor?: string }>
        | Route<['case-files', string, 'appointments', string], t.AppointmentPage>
        | Route<['case-files', string, 'appointments'], t.Appointments>
        | Route<['case-files', string, 'as-known'], t.CaseAsKnown, undefined, { readonly at: string }>
        | Route<['case-files', string, 'bundles', string, 'download']>
        | Route<['case-files', string, 'bundles', string], t.Bundle>
        | Route<['case-files', string, 'bundles'], t.CaseBundles>
        | Route<['case-files', string, 'capacity-questions'], t.CapacityQuestions>
        | Route<['case-files', string, 'colleagues'], t.CaseColleagues>
        | Route<['case-files', string, 'conferences', string], t.ConferencePage>
        | Route<['case-files', string, 'conferences'], t.Conferences>
        | Route<['case-files', string, 'conformance'], t.CaseFileConformance>
        | Route<['case-files', string, 'documents', string, 'file']>
        | Route<['case-files', string, 'documents'], t.CaseDocuments, undefined, { readonly cursor?: string }>
        | Route<['case-files', string, 'journal'], t.TimelinePage, undefined, { readonly cursor?: string; readonly leaveOut?: string }>
        | Route<['case-files', string, 'letters', 'proposals', string], t.LetterProposal, undefined, { readonly corrects?: string; readonly referralId?: string }>
        | Route<['case-files', string, 'letters', string, 'pdf']>
        | Route<['case-files', string, 'letters', string], t.Letter>
        | Route<['case-files', string, 'letters'], t.Letters>
        | Route<['case-files', string, 'links'], t.CaseLinks>
        | Route<['case-files', string, 'page'], t.CasePage>
        | Route<['case-files', string, 'partners'], t.ReferralChoices>
        | Route<['case-files', string, 'prepared-referrals', string], t.ResumedReferral>
        | Route<['case-files', string, 'privacy'], t.CasePrivacy>
        | Route<['case-files', string, 'received-referrals', string], t.ReferredCase>
        | Route<['case-files', string, 'referral-preview'], t.ReferralPreview, undefined, { readonly classes?: string }>
        | Route<['case-files', string, 'referrals', string, 'additions'], t.ReferralAdditions>
        | Route<['case-files', string, 'referrals'], t.SentReferrals>
        | Route<['case-files', string, 'replay'], t.Replay>
        | Route<['case-files', string, 'runs', string, 'on-call'], t.OnCallPage>
        | Route<['case-files', string, 'runs', string, 'steps', string], t.StepPage, undefined, { readonly entries?: 'newest' | 'all' }>
        | Route<['case-files', string, 'told-referrals', 'services', string], t.ServiceToTell>
        | Route<['case-files', string, 'what-if', 'facts'], readonly t.TriableFact[]>
        | Route<['case-files', string], t.CaseFile, undefined, { readonly leaveOut?: string }>
        | Route<['conformance'], t.Conformance, undefined, { readonly team?: string; readonly protocol?: string; readonly step?: string; readonly from?: string; readonly to?: string }>
        | Route<['cover'], t.Cover>
        | Route<['demo-mails'], t.DemoMails>
        | Route<['deviations', 'groups'], t.DeviationGroups, undefined, { readonly team?: string; readonly protocol?: string; readonly step?: string; readonly from?: string; readonly to?: string; readonly kind?: 'no-third-person' | 'rights-incident' | 'late' | 'skipped' | 'unapproved' | 'unweighed' | 'out-of-order' | 'repeated' | 'waived' | 'amended' | 'late-recording' | 'flag'; readonly origin?: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL'; readonly judged?: 'no' | 'yes'; readonly caseFile?: string; readonly person?: string; readonly by: 'kind' | 'case' | 'person' }>
        | Route<['deviations'], t.DeviationPage, undefined, { readonly team?: string; readonly protocol?: string; readonly step?: string; readonly from?: string; readonly to?: string; readonly kind?: 'no-third-person' | 'rights-incident' | 'late' | 'skipped' | 'unapproved' | 'unweighed' | 'out-of-order' | 'repeated' | 'waived' | 'amended' | 'late-recording' | 'flag'; readonly origin?: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL'; readonly judged?: 'no' | 'yes'; readonly caseFile?: string; readonly person?: string; readonly cursor?: string }>
        | Route<['duplicate-tasks'], t.DuplicateTaskPage, undefined, { readonly cursor?: string }>
        | Route<['erasures', string, 'certificate']>
        | Route<['erasures'], t.ErasurePage, undefined, { readonly cursor?: string }>
        | Route<['event-log'], t.EventLog, undefined, { readonly team?: string; readonly protocol?: string; readonly step?: string; readonly from?: string; readonly to?: string }>
        | Route<['factors', 'passkeys', 'new'], t.PasskeyOptions>
        | Route<['factors'], t.Factors>
        | Route<['findings', string], t.Finding>
        | Route<['findings'], t.FindingList>
        | Route<['hand-over'], t.NightHandOver, undefined, { readonly scope?: 'me' | 'team' }>
        | Route<['health', 'live'], t.Health>
        | Route<['health', 'metrics']>
        | Route<['health', 'ready'], t.Readiness>
        | Route<['ledger', 'checkpoint']>
        | Route<['ledger', 'consistency'], t.Consistency, undefined, { readonly from: number; readonly to: number }>
        | Route<['ledger', 'keys'], t.SignerKeys>
        | Route<['legal-holds'], t.LegalHoldPage, undefined, { readonly cursor?: string }>
        | Route<['missions', 'choices'], t.MissionChoices>
        | Route<['missions', string, 'bundles', string, 'download']>
        | Route<['missions', string, 'bundles', string], t.Bundle>
        | Route<['missions', string, 'bundles'], t.MissionBundles>
        | Route<['missions', string, 'report.html'], void, undefined, { readonly language?: 'fr' | 'en' }>
        | Route<['missions', string, 'report.pdf'], void, undefined, { readonly language?: 'fr' | 'en' }>
        | Route<['missions', string], t.Mission>
        | Route<['missions'], t.MissionList>
        | Route<['on-call-contacts'], t.OnCallDirectory>
        | Route<['protocol-drafts', string, 'lessons'], t.TriedLessons>
        | Route<['protocol-drafts', string], t.ProtocolDraft>
        | Route<['protocol-drafts'], readonly t.DraftSummary[]>
        | Route<['protocol-dry-runs', string, 'cases'], t.DryRunCases, undefined, { readonly after?: string }>
        | Route<['protocol-dry-runs', string, 'download'], void, undefined, { readonly format?: 'csv' | 'json' }>
        | Route<['protocol-dry-runs', string], t.DryRun>
        | Route<['protocol-dry-runs'], readonly t.DryRun[]>
        | Route<['protocols', 'bundle'], t.EngineBundle, undefined, { readonly versions: string }>
        | Route<['protocols', 'references'], readonly t.ReferenceLine[]>
        | Route<['protocols', 'shared-files'], t.SharedFiles>
        | Route<['protocols', 'traceability'], readonly t.TraceLine[]>
        | Route<['protocols', 'wording'], t.Wording>
        | Route<['protocols', string, 'diff'], t.ProtocolDiff, undefined, { readonly from: string; readonly to: string }>
        | Route<['protocols', string, 'versions', string, 'card.pdf'], void, undefined, { readonly language?: 'fr' | 'en' }>
        | Route<['protocols', string, 'versions', string, 'diagram.bpmn'], void, undefined, { readonly language?: 'fr' | 'en' }>
        | Route<['protocols', string, 'versions', string, 'examples'], readonly t.ProtocolExample[]>
        | Route<['protocols', string, 'versions', string, 'files'], t.VersionFiles>
        | Route<['protocols', string, 'versions', string, 'files.zip']>
        | Route<['protocols', string, 'versions', string, 'proof'], t.ProofOfVersion>
        | Route<['protocols', string, 'versions', string, 'protocol.pdf'], void, undefined, { readonly language?: 'fr' | 'en' }>
        | Route<['protocols', string, 'versions', string], t.ReadableProtocol>
        | Route<['protocols', string, 'versions'], readonly t.VersionRecord[]>
        | Route<['protocols'], readonly t.ProtocolSummary[]>
        | Route<['provider-links'], t.ProviderLinks>
        | Route<['provider-sign-in', string, 'callback']>
        | Route<['provider-sign-in', string, 'signed-out']>
        | Route<['provider-sign-out']>
        | Route<['referrals', 'past'], t.PastReferrals, undefined, { readonly cursor?: string }>
        | Route<['referrals', 'unanswered'], t.UnansweredReferrals, undefined, { readonly cursor?: string }>
        | Route<['referrals'], t.ReceivedReferrals, undefined, { readonly cursor?: string }>
        | Route<['reminders', 'calendar']>
        | Route<['reminders', 'calendar-feed'], t.CalendarFeed>
        | Route<['reminders'], t.Reminders>
        | Route<['retention', 'due'], t.DueCases, undefined, { readonly cursor?: string }>
        | Route<['retention', 'rules'], t.RetentionRules>
        | Route<['rights-reviews'], t.RightsDueList>
        | Route<['service-imports'], t.ServiceImports>
        | Route<['session', 'passkey'], t.PasskeyOptions>
        | Route<['session', 'second-step', 'passkey'], t.PasskeyOptions>
        | Route<['session', 'second-step'], t.SecondStepDue>
        | Route<['session', 'step-up', 'passkey'], t.PasskeyOptions>
        | Route<['session', 'step-up'], t.StepUpAsked>
        | Route<['session'], t.Session>
        | Route<['sessions'], t.OwnSessions>
        | Route<['team'], t.Team>
        | Route<['team-board', string], t.BoardCasePage, undefined, { readonly team?: string; readonly lead?: string; readonly protocol?: string; readonly cursor?: string }>
        | Route<['team-board'], t.TeamBoard, undefined, { readonly team?: string }>
        | Route<['team-trends', 'cases'], t.BoardCasePage, undefined, { readonly of: 'late-week' | 'first-act'; readonly team?: string; readonly weeksAgo?: number; readonly origin?: 'LEGAL' | 'REPORT' | 'MEDICAL' | 'TOOL'; readonly delay?: 'day' | 'three-days' | 'week' | 'later' | 'none'; readonly cursor?: string }>
        | Route<['team-trends'], t.BoardTrends, undefined, { readonly team?: string }>
        | Route<['teams'], t.Teams>
        | Route<['training', 'board'], readonly t.GroupStanding[]>
        | Route<['training', 'certificates', 'own'], t.OwnTraining>
        | Route<['training', 'certificates'], t.TrainingMatrix>
        | Route<['training', 'class', 'learners', string, 'certificate', 'file']>
        | Route<['training', 'class', 'learners', string, 'certificate', 'pdf']>
        | Route<['training', 'class'], t.Group>
        | Route<['training', 'clock'], t.SpaceClock>
        | Route<['training', 'debrief', 'pdf'], void, undefined, { readonly language?: 'fr' | 'en'; readonly notes?: 'with' | 'without' }>
        | Route<['training', 'drafts', string, 'lessons'], t.DraftEffect>
        | Route<['training', 'drafts'], readonly t.WaitingDraft[]>
        | Route<['training', 'learners'], t.WaitingRoom>
        | Route<['training', 'moments'], t.Moments>
        | Route<['training', 'notes'], readonly t.TrainerNote[]>
        | Route<['training', 'own-scenarios', string, 'versions', string], t.ScenarioVersionText>
        | Route<['training', 'own-scenarios', string], t.OwnScenario>
        | Route<['training', 'own-scenarios'], readonly t.OwnScenarioSummary[]>
        | Route<['training', 'played'], readonly t.CastMember[]>
        | Route<['training', 'presentation', 'events', string]>
        | Route<['training', 'presentation', 'script'], t.PresentationScript>
        | Route<['training', 'presentation'], t.Presentation>
        | Route<['training', 'questions'], t.ClassQuestions>
        | Route<['training', 'scenarios', string], t.Scenario>
        | Route<['training', 'scenarios'], readonly t.ScenarioSummary[]>
        | Route<['training', 'score', 'groups'], readonly t.HandlingGroup[]>
        | Route<['training', 'score'], t.Score>
        | Route<['training', 'spaces'], t.TrainingSpaces>
        | Route<['training', 'story'], t.Story>
        | Route<['unmet-needs', 'export']>
        | Route<['unmet-needs'], t.UnmetNeeds>
        | Route<['worklist', 'children'], t.WorkChildren, undefined, { readonly scope?: 'me' | 'team'; readonly show?: 'tonight' | 'week' | 'waiting'; readonly protocol?: string; readonly cursor?: string; readonly lead?: string }>
        | Route<['worklist'], t.Worklist, undefined, { readonly scope?: 'me' | 'team'; readonly show?: 'tonight' | 'week' | 'waiting'; readonly protocol?: string; readonly cursor?: string; readonly caseFile?: string }>;
    readonly POST:
        | Route<['access-requests', string, 'hand-over'], t.AccessRequest, t.HandOver>
        | Route<['access-requests', string, 'refuse'], t.AccessRequest, t.RefuseRequest>
        | Route<['access-requests'], t.AccessRequest, t.MakeAccessRequest>
        | Route<['account-changes', string, 'decision'], void, t.Decision>
        | Route<['account-links', 'check'], t.LinkState, t.Link>
        | Route<['account-links', 'redeem'], void, t.RedeemLink>
        | Route<['accounts', string, 'disable'], t.AccountDetail, t.Reason>
        | Route<['accounts', string, 'enable'], t.AccountDetail, t.Reason>
        | Route<['accounts', string, 'reset-factors'], t.AccountDetail, t.Reason>
        | Route<['accounts'], t.AccountDetail, t.NewAccount>
        | Route<['answer-links', 'answers'], t.AskedCapacity, t.AnswerByLink>
        | Route<['answer-links', 'call-backs'], t.LinkCallBack, t.AskCallBack>
        | Route<['answer-links', 'questions'], t.AskedCapacity, t.OpenAnswerLink>
        | Route<['answer-links', 'referral-answers'], t.LinkedReferral, t.AnswerReferralByLink>
        | Route<['answer-links', 'referral-messages'], t.LinkedReferral, t.WriteMessageByLink>
        | Route<['answer-links', 'referrals'], t.LinkedReferral, t.OpenAnswerLink>
        | Route<['break-glass', string, 'end']>
        | Route<['break-glass', string, 'review'], void, t.ReviewBreakGlass>
        | Route<['break-glass'], t.BrokenGlass, t.BreakGlass>
        | Route<['capacity-requests', string, 'answers'], void, t.AnswerCapacity>
        | Route<['case-files', 'duplicates'], t.DuplicateMatches, t.DuplicateSearch>
        | Route<['case-files', 'search'], t.CaseFilePage, t.CaseFileSearch>
        | Route<['case-files', string, 'access-log', string, 'questions'], t.Asked, t.AskWhy>
        | Route<['case-files', string, 'appointments', string, 'changes'], void, t.ChangeAppointment>
        | Route<['case-files', string, 'appointments', string, 'outcome'], void, t.EndAppointment>
        | Route<['case-files', string, 'appointments'], t.PlannedAppointment, t.PlanAppointment>
        | Route<['case-files', string, 'approvers'], void, t.AskApprover>
        | Route<['case-files', string, 'bundles'], t.Bundle, t.BundleRequest>
        | Route<['case-files', string, 'capacity-questions', 'requests', string, 'answers'], void, t.AnswerCapacity>
        | Route<['case-files', string, 'capacity-questions', 'requests', string, 'reminders'], void, t.RemindPartner>
        | Route<['case-files', string, 'capacity-questions', 'requests', string, 'told'], void, t.TellService>
        | Route<['case-files', string, 'capacity-questions', string, 'unmet'], void, t.RecordCapacityUnmet>
        | Route<['case-files', string, 'capacity-questions'], void, t.AskCapacity>
        | Route<['case-files', string, 'conferences', string, 'actions', string, 'outcome'], void, t.SettleAction>
        | Route<['case-files', string, 'conferences', string, 'actions', string, 'owner'], void, t.PassAction>
        | Route<['case-files', string, 'conferences', string, 'minutes'], void, t.WriteMinutes>
        | Route<['case-files', string, 'conferences', string, 'preparation'], void, t.PrepareConference>
        | Route<['case-files', string, 'conferences', string, 'verdict'], void, t.JudgeMinutes>
        | Route<['case-files', string, 'conferences'], t.PlannedConference, t.PlanConference>
        | Route<['case-files', string, 'conflicts'], void, t.DeclareConflict>
        | Route<['case-files', string, 'documents', string, 'destruction'], void, t.DestroyDocument>
        | Route<['case-files', string, 'documents'], t.DocumentAdded, t.AddDocument>
        | Route<['case-files', string, 'erasure'], t.Erasure, t.ProposeErasure>
        | Route<['case-files', string, 'explained-deviations'], t.DeviationItem, t.ExplainDeviation>
        | Route<['case-files', string, 'facts'], t.ActDone, t.RecordFacts>
        | Route<['case-files', string, 'holds', string, 'lift'], void, t.HoldReason>
        | Route<['case-files', string, 'holds'], t.Made, t.HoldCase>
        | Route<['case-files', string, 'judged-deviations'], t.DeviationItem, t.JudgeDeviation>
        | Route<['case-files', string, 'lead-proposals', string, 'refusal'], void, t.RefuseLead>
        | Route<['case-files', string, 'lead-proposals'], void, t.ProposeLead>
        | Route<['case-files', string, 'letters', string, 'sending'], void, t.SendLetter>
        | Route<['case-files', string, 'letters'], t.LetterMade, t.WriteLetter>
        | Route<['case-files', string, 'links', string, 'answer'], void, t.AnswerLink>
        | Route<['case-files', string, 'links'], void, t.AskLink>
        | Route<['case-files', string, 'matching-services'], t.MatchedServices, t.MatchServices>
        | Route<['case-files', string, 'notes'], t.ActDone, t.AddNote>
        | Route<['case-files', string, 'opinions'], t.ActDone, t.GiveOpinion>
        | Route<['case-files', string, 'papers'], void, t.PrintPaper>
        | Route<['case-files', string, 'people'], t.Person, t.PersonInput>
        | Route<['case-files', string, 'prepared-referrals'], t.KeptPrepared, t.PrepareReferral>
        | Route<['case-files', string, 'received-referrals', string, 'answers'], void, t.AnswerReferral>
        | Route<['case-files', string, 'received-referrals', string, 'feedback'], void, t.GiveFeedback>
        | Route<['case-files', string, 'received-referrals', string, 'messages'], void, t.WriteMessage>
        | Route<['case-files', string, 'referrals', string, 'additions'], void, t.SendAddition>
        | Route<['case-files', string, 'referrals', string, 'answers'], void, t.AnswerReferral>
        | Route<['case-files', string, 'referrals', string, 'follow-ups'], void, t.FollowUpReferral>
        | Route<['case-files', string, 'referrals', string, 'messages'], void, t.WriteToService>
        | Route<['case-files', string, 'referrals', string, 'reminders'], void, t.RemindPartner>
        | Route<['case-files', string, 'referrals', string, 'unmet'], void, t.RecordUnmet>
        | Route<['case-files', string, 'referrals'], void, t.OpenReferral>
        | Route<['case-files', string, 'runs', string, 'move'], t.ActDone, t.MoveRunRequest>
        | Route<['case-files', string, 'runs', string, 'steps', string, 'amend'], t.ActDone, t.Amend>
        | Route<['case-files', string, 'runs', string, 'steps', string, 'approve'], t.ActDone, t.Approve>
        | Route<['case-files', string, 'runs', string, 'steps', string, 'calls'], t.ActDone, t.RecordCall>
        | Route<['case-files', string, 'runs', string, 'steps', string, 'check'], t.StepCheck, t.StepInput>
        | Route<['case-files', string, 'runs', string, 'steps', string, 'complete'], t.ActDone, t.StepInput>
        | Route<['case-files', string, 'runs', string, 'steps', string, 'return'], t.ActDone, t.Return>
        | Route<['case-files', string, 'runs', string, 'steps', string, 'waive'], t.ActDone, t.Waive>
        | Route<['case-files', string, 'runs'], t.ActDone, t.OpenRun>
        | Route<['case-files', string, 'second-opinions'], t.ActDone, t.AskSecondOpinion>
        | Route<['case-files', string, 'sharing'], t.Made, t.RecordSharing>
        | Route<['case-files', string, 'told-referrals'], void, t.ReferToService>
        | Route<['case-files', string, 'unasked-needs'], void, t.CloseUnasked>
        | Route<['case-files', string, 'what-if'], t.WhatIf, t.WhatIfRequest>
        | Route<['case-files'], t.CaseFile, t.OpenCaseFile>
        | Route<['duplicate-tasks', string, 'close'], void, t.CloseTask>
        | Route<['duties'], t.Planned, t.PlanDuty>
        | Route<['erasures', string, 'approve'], t.Erasure, t.ApproveErasure>
        | Route<['erasures', string, 'settle']>
        | Route<['factors', 'passkeys'], t.FactorAdded, t.NewPasskey>
        | Route<['factors', 'totp', 'confirm'], t.FactorAdded, t.TotpCode>
        | Route<['factors', 'totp'], t.TotpToConfirm>
        | Route<['findings', string, 'close'], t.Finding, t.FindingClosing>
        | Route<['hand-over', 'sent'], t.HandOverSent, t.SendHandOver>
        | Route<['invitations'], t.AccountDetail, t.InviteAgain>
        | Route<['missions', 'frame'], t.FrameSize, t.MissionScope>
        | Route<['missions', string, 'bundles'], t.Bundle, t.BundleRequest>
        | Route<['missions', string, 'close'], t.Mission>
        | Route<['missions', string, 'findings'], t.Finding, t.FindingInput>
        | Route<['missions', string, 'open'], t.Mission, t.OpenMission>
        | Route<['missions'], t.Mission, t.MissionPlan>
        | Route<['on-call-contacts'], t.OnCallDirectory, t.NewOnCallContact>
        | Route<['password-resets'], void, t.ForgottenPassword>
        | Route<['protocol-drafts', string, 'abandon'], t.ProtocolDraft>
        | Route<['protocol-drafts', string, 'accept-loss'], t.ProtocolDraft, t.SendBack>
        | Route<['protocol-drafts', string, 'approve'], t.ProtocolDraft>
        | Route<['protocol-drafts', string, 'comments', string, 'settle'], t.ProtocolDraft>
        | Route<['protocol-drafts', string, 'comments'], t.ProtocolDraft, t.AddComment>
        | Route<['protocol-drafts', string, 'explorations'], t.ProtocolDraft>
        | Route<['protocol-drafts', string, 'publish'], t.ProtocolDraft>
        | Route<['protocol-drafts', string, 'send-back'], t.ProtocolDraft, t.SendBack>
        | Route<['protocol-drafts', string, 'submit'], t.ProtocolDraft>
        | Route<['protocol-drafts'], t.ProtocolDraft, t.BeginDraft>
        | Route<['protocol-dry-runs', string, 'cancel'], t.DryRun>
        | Route<['protocol-dry-runs'], t.DryRun, t.DryRunRequest>
        | Route<['provider-invitations'], t.Invited, t.Invite>
        | Route<['provider-links'], t.GoToProvider, t.BeginLink>
        | Route<['provider-sign-in', string, 'back-channel-logout']>
        | Route<['provider-sign-in', string], t.GoToProvider, t.BeginSignIn>
        | Route<['retention', 'decisions', string, 'settle'], void, t.Settle>
        | Route<['retention', 'rules', string, 'decisions'], t.Made, t.ProposePeriod>
        | Route<['rights-reviews', string], void, t.RightsReview>
        | Route<['service-imports', 'preview'], t.ImportPreview, t.ServiceTable>
        | Route<['service-imports'], t.ServiceImports, t.ServiceTable>
        | Route<['services', 'search'], t.DirectoryServices, t.FindServices>
        | Route<['services'], t.DirectoryService, t.ServiceToWrite>
        | Route<['session', 'lock'], void, t.EndSession>
        | Route<['session', 'passkey'], t.Session, t.PasskeyAssertion>
        | Route<['session', 'second-step'], t.Session, t.StepProof>
        | Route<['session', 'step-up'], t.Session, t.StepUp>
        | Route<['session'], t.Session | t.SecondStepDue, t.SignIn>
        | Route<['sessions', 'end'], void, t.EndSession>
        | Route<['sessions', 'end-others'], t.EndedSessions>
        | Route<['substitutions'], t.Planned, t.PlanSubstitution>
        | Route<['teams'], t.Teams, t.NewTeam>
        | Route<['training', 'certificates', 'check'], t.CheckedCertificate, t.CheckCertificate>
        | Route<['training', 'certificates', string, 'withdraw'], void, t.WithdrawCertificate>
        | Route<['training', 'certificates'], t.ImportedCertificate, t.ImportCertificate>
        | Route<['training', 'clock'], t.MovedClock, t.MoveClock>
        | Route<['training', 'joins'], t.Joined, t.Join>
        | Route<['training', 'learners'], t.Learner, t.AskToJoin>
        | Route<['training', 'moments', string, 'branches'], t.TrainingSpace, t.Branch>
        | Route<['training', 'moments'], t.KeptMoment, t.KeepMoment>
        | Route<['training', 'own-scenarios'], t.OwnScenario, t.BeginOwnScenario>
        | Route<['training', 'spaces', string, 'changes'], t.TrainingSpace, t.ChangeTrainingSpace>
        | Route<['training', 'spaces', string, 'load', 'changes'], t.TrainingSpace, t.ChangeLoad>
        | Route<['training', 'spaces', string, 'load'], t.TrainingSpace, t.AskForLoad>
        | Route<['training', 'spaces', string, 'moments', string, 'branches'], t.TrainingSpace, t.Branch>
        | Route<['training', 'spaces', string, 'moments'], t.KeptMoment, t.KeepMoment>
        | Route<['training', 'spaces'], t.TrainingSpace, t.NewTrainingSpace>;
    readonly PUT:
        | Route<['access-questions', string, 'answer'], void, t.AnswerWhy>
        | Route<['access-requests', string, 'review'], t.AccessRequest, t.Review>
        | Route<['account', 'password'], void, t.ChangePassword>
        | Route<['accounts', string, 'dates'], t.AccountDetail, t.ChangeDates>
        | Route<['accounts', string, 'email'], t.AccountDetail, t.ChangeEmail>
        | Route<['accounts', string, 'roles'], t.AccountDetail, t.ChangeRoles>
        | Route<['accounts', string, 'teams'], t.AccountDetail, t.ChangeTeams>
        | Route<['case-files', string, 'answered-reminders', string]>
        | Route<['case-files', string, 'assignments', string]>
        | Route<['case-files', string, 'capacity-questions', 'closed', string]>
        | Route<['case-files', string, 'capacity-questions', 'links', string]>
        | Route<['case-files', string, 'capacity-questions', 'met', string]>
        | Route<['case-files', string, 'child'], t.ActDone, t.ChangeChild>
        | Route<['case-files', string, 'conferences', string, 'minutes-draft'], t.MinutesDraftSaved, t.SaveMinutesDraft>
        | Route<['case-files', string, 'lead'], t.ActDone, t.NameLead>
        | Route<['case-files', string, 'lead-proposals', 'accepted', string]>
        | Route<['case-files', string, 'lead-proposals', 'closed', string]>
        | Route<['case-files', string, 'letters', 'drafts', string], t.LetterDraftSaved, t.SaveLetterDraft>
        | Route<['case-files', string, 'links', 'ended', string]>
        | Route<['case-files', string, 'people', string], t.Person, t.PersonInput>
        | Route<['case-files', string, 'prepared-referrals', string, 'dropped'], void, t.DropPrepared>
        | Route<['case-files', string, 'prepared-referrals', string], void, t.ChangePrepared>
        | Route<['case-files', string, 'referrals', 'messages-read', string], void, t.MarkRead>
        | Route<['case-files', string, 'referrals', 'offers-taken', string], void, t.TakeOffer>
        | Route<['case-files', string, 'referrals', 'withdrawn', string]>
        | Route<['case-files', string, 'restriction'], void, t.RestrictCase>
        | Route<['case-files', string, 'runs', string, 'steps', string, 'draft'], t.DraftSaved, t.SaveDraft>
        | Route<['case-files', string, 'seen-alerts', string]>
        | Route<['factors', 'passkeys', string], void, t.PasskeyName>
        | Route<['factors', 'recovery-codes'], t.RecoveryCodes>
        | Route<['findings', string, 'answer'], t.Finding, t.FindingAnswer>
        | Route<['missions', string, 'cases', string, 'examination'], t.Examined, t.Examination>
        | Route<['missions', string], t.Mission, t.MissionPlan>
        | Route<['on-call-contacts', 'verified', string], t.OnCallDirectory>
        | Route<['on-call-contacts', string], t.OnCallDirectory, t.OnCallContactToWrite>
        | Route<['protocol-drafts', string, 'files'], t.ProtocolDraft, t.SaveDraftFiles>
        | Route<['provider-links', string], t.ProviderLinks>
        | Route<['reminders', 'calendar-feed'], t.MadeFeed>
        | Route<['reminders', 'choice'], void, t.DigestChoice>
        | Route<['services', 'verified', string], t.DirectoryService>
        | Route<['services', string, 'members', string], t.DirectoryService>
        | Route<['services', string], t.DirectoryService, t.ServiceToWrite>
        | Route<['session', 'activity'], t.SessionTimes>
        | Route<['session', 'language'], t.Session, t.Language>
        | Route<['teams', string], t.Teams, t.TeamToWrite>
        | Route<['training', 'board', string, 'entry'], t.EnteredTrainingSpace>
        | Route<['training', 'branches', string, 'entry'], t.EnteredTrainingSpace>
        | Route<['training', 'class', 'code'], t.JoinCode>
        | Route<['training', 'class', 'learners', string, 'certificate'], void, t.IssueCertificate>
        | Route<['training', 'class', 'learners', string], t.Learner, t.Admit>
        | Route<['training', 'class', 'limit'], t.AssessmentLimit>
        | Route<['training', 'class', 'score'], void, t.ShowScore>
        | Route<['training', 'expectations', string]>
        | Route<['training', 'learners', string, 'session'], t.Session>
        | Route<['training', 'notes', string], t.TrainerNote, t.AddTrainerNote>
        | Route<['training', 'own-scenarios', string], t.OwnScenario, t.SaveOwnScenario>
        | Route<['training', 'played'], t.Session, t.Play>
        | Route<['training', 'presentation'], t.Presentation, t.Present>
        | Route<['training', 'questions', string], void, t.AnswerQuestion>
        | Route<['training', 'reasons', string], void, t.RateReason>
        | Route<['training', 'spaces', string, 'entry'], t.EnteredTrainingSpace>;
}
