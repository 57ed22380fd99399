import { screen, waitFor, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { CaseAsKnown, CaseFileConformance, DeviationItem, Replay, ReplayMoment } from '@repere/contract';
import { caseFile } from '../../../../testing/fake-case';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { settled } from '../../../../testing/settled';
import { ExaminePage } from '../examine-page';
import { mission } from '../testing/fake-mission';

const both = (words: string) => ({ fr: words, en: words });
const moment = (at: string, when: string, title: string): ReplayMoment => ({
  ...{ at, when, kind: 'act', title: both(title), by: 'Camille', deviations: [] },
});
const LIFE: Replay = {
  caseFileId: 'c1',
  reference: 'RP-7K4M-2Q',
  calledName: 'Inès',
  zone: 'Europe/Paris',
  openedAt: '2026-03-09T09:00:00Z',
  now: '2026-03-20T09:00:00Z',
  moments: [
    moment('2', '2026-03-09T09:00:00Z', 'Faits notés'),
    moment('3', '2026-03-12T09:00:00Z', 'Signalement'),
  ],
};
const asKnown = (when: string, seq: number): CaseAsKnown => ({
  ...{ when, seq, entries: [], knownNow: [] },
  caseFile: caseFile({ may: { write: false, approve: false, assign: false } }),
});
const LATE: DeviationItem = {
  key: 'late:r1:danger',
  kind: 'late',
  caseFileId: 'c1',
  reference: 'RP-7K4M-2Q',
  calledName: 'Inès',
  runId: 'r1',
  step: 'danger',
  stepTitle: both('Évaluer le danger'),
  protocol: 'refuge',
  protocolTitle: both('Refuge'),
  version: '2.0.0',
  since: '2026-03-12T14:00:00+01:00',
  days: 4,
  origin: 'LEGAL',
  isOpen: true,
  text: both('Étape en retard (4 jours).'),
  basis: ['F31'],
  entryId: null,
  enteredBy: null,
  judgements: [],
  mayExplain: false,
  mayNotJudge: both('Vous lisez seulement.'),
};
const CONFORMANCE: CaseFileConformance = {
  reference: 'RP-7K4M-2Q',
  calledName: 'Inès',
  fitness: 0.5,
  met: 1,
  expected: 2,
  formula: {
    ...{ what: both('Part'), weights: both('Poids'), expected: both('Attendue') },
    ...{ leftOut: both('Ni pour ni contre'), apart: both('À part') },
  },
  deviations: [LATE],
  runs: [],
};

async function shown(deviations: readonly DeviationItem[] = [LATE]) {
  const api = await prepare();
  const fixture = await openPage(ExaminePage, { missionId: 'm1', caseFileId: 'c1' });
  (await sent(api, 'GET', '/api/missions/m1')).flush(
    mission({
      may: { change: false, open: false, close: false, examine: true, raise: true },
      cases: [
        {
          ...{ caseFileId: 'c1', reference: 'RP-7K4M-2Q', alias: 'aa', place: 1, score: null, reasons: [] },
          ...{ examination: { answers: [], done: false }, examinedBy: null, examinedAt: null, revision: 0 },
        },
      ],
    }),
  );
  await settled();
  await fixture.whenStable();
  (await sent(api, 'GET', '/api/case-files/c1/conformance')).flush({ ...CONFORMANCE, deviations });
  (await sent(api, 'GET', '/api/case-files/c1/replay')).flush(LIFE);
  (await sent(api, 'GET', '/api/case-files/c1/as-known?at=3')).flush(asKnown('2026-03-12T09:00:00Z', 3));
  await settled();
  await fixture.whenStable();
  return { api, fixture };
}

describe('a case beside the questions about it', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what departed from its protocols, and writes it into a finding that is then changed', async () => {
    const { fixture } = await shown();
    const known = within(screen.getByRole('region', { name: 'Ce que Repère sait déjà' }));
    expect(known.getByText('1 écart à ses protocoles, calculé du journal.')).toBeTruthy();
    await userEvent.click(known.getByRole('button', { name: 'En faire un constat' }));
    await settled();
    await fixture.whenStable();
    const field = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(name).value;
    expect(field('Ce qui était attendu')).toMatch(/Évaluer le danger.*\(F31\)$/);
    expect(field('Ce qui s’est passé')).toBe('Étape en retard (4 jours).');
    expect(field('Écart (facultatif)')).toBe('4');
    expect(field('Ce qui le montre')).toBe('Refuge v2.0.0, Évaluer le danger, jeudi 12 mars 2026 à 14:00');
    expect(field('Ce qui le montre') + field('Ce qui s’est passé')).not.toMatch(/Inès|Camille|RP-/);
    await waitFor(() => expect(document.activeElement?.id).toBe('expected'));
    // To whom, how grave and until when stays the auditor's to say.
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  });

  it('of nothing that departed says so', async () => {
    await shown([]);
    expect(screen.getByText('Aucun écart à ses protocoles.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'En faire un constat' })).toBeNull();
  });

  it('is shown as it was known, moment by moment, always with its date; the answers stay', async () => {
    const { api, fixture } = await shown();
    const then = within(screen.getByRole('region', { name: 'Le dossier comme il était connu' }));
    expect(then.getByText(/Vue du jeudi 12 mars 2026 à 10:00, lecture seule/)).toBeTruthy();
    const check = within(screen.getByRole('group', { name: 'Danger évalué ?' }));
    await userEvent.click(check.getByLabelText('Oui'));
    await userEvent.click(then.getByRole('button', { name: 'Acte précédent' }));
    (await sent(api, 'GET', '/api/case-files/c1/as-known?at=2')).flush(asKnown('2026-03-09T09:00:00Z', 2));
    await settled();
    await fixture.whenStable();
    expect(then.getByText(/Vue du lundi 9 mars 2026 à 10:00, lecture seule/)).toBeTruthy();
    expect(then.queryByRole('button', { name: 'Acte précédent' })).toBeNull();
    expect(check.getByLabelText<HTMLInputElement>('Oui').checked).toBe(true);
    expect(then.queryByRole('textbox')).toBeNull();
  });
});
