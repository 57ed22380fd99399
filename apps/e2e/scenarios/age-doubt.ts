import type { CaseFile, StepInput } from '@repere/contract';
import type { ApiClient } from '../api-client';
import { BORN } from './scenario-answers';

/**
 * All that comes before a medical opinion, in its order: a doubt that a service voices, the explanation, the representative, no
 * papers, an assessment that says adult, an exam that a judge ordered and the child agreed to. One supervisor approves.
 */
export async function examOrdered(worker: ApiClient, supervisor: ApiClient): Promise<CaseFile> {
  const { id } = await worker.openCaseFile({ child: { birth: `${String(BORN)}~` } });
  const age = (step: string, input: StepInput) => worker.complete(id, 'age-doubt', step, input);
  await worker.complete(id, 'identification', 'who', {
    values: {
      first_presentation: daysAgo(90),
      says_minor: 'yes',
      doubt_voiced: 'yes',
      doubt_reason: 'other_age_on_file',
    },
  });
  await age('need', {
    values: { doubt_voiced: 'yes', doubt_from: 'department', doubt_needed: 'yes' },
    reasons: ['other_age_on_file'],
    bestInterests: 'Savoir à qui demander une école ; rien n’attend.',
    childView: { said: '« J’ai dit la vérité. »' },
  });
  await supervisor.approveStep(id, 'age-doubt', 'need');
  await age('information', {
    values: {
      language_understood: 'soninké',
      child_understood_information: 'yes',
      reversal_explained: 'yes',
    },
    by: [{ role: 'TS' }, { role: 'INT', name: 'Interprète fictif', language: 'soninké', tie: 'none' }],
    evidence: {
      age_information_sheet: { reference: 'Feuille en soninké' },
      signature_or_witness: { reference: 'Témoin : interprète' },
    },
  });
  await age('representative', {
    values: { lawyer_asked: 'yes', ad_hoc_asked: 'yes' },
    evidence: { request: { reference: 'Lettre fictive au parquet' } },
  });
  await age('papers_check', { values: { papers: 'absent', stated_age: 192 } });
  await age('assessment', {
    values: {
      assessment: 'adult',
      after_respite: 'yes',
      assessors: 2,
      assessment_understood: 'yes',
      read_back: 'yes',
      assessed_on: daysAgo(40),
    },
    by: [
      { role: 'EVAL', name: 'Évaluatrice fictive' },
      { role: 'EVAL', name: 'Évaluateur fictif' },
    ],
  });
  await supervisor.approveStep(id, 'age-doubt', 'assessment');
  await age('exam_order', {
    values: {},
    row: {
      id: 'exam-1',
      values: {
        judicial_order: 'yes',
        ordered_on: daysAgo(30),
        papers_then: 'absent',
        implausible_then: 'yes',
        result: 'pending',
      },
    },
    closes: true,
    by: [{ role: 'JE' }],
    evidence: { exam_order: { reference: 'Ordonnance fictive' } },
  });
  await age('exam_consent', {
    values: {},
    row: { id: 'exam-1', values: { consent: 'given', consent_understood: 'yes', withdrawn: 'no' } },
    evidence: { consent_form: { reference: 'Formulaire en soninké' } },
  });
  return worker.readCaseFile(id);
}

/** ISO 8601 day. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
