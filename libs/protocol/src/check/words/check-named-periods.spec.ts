import { exchange, PROTOCOL, problemsWith } from '../../testing/small-library';

const FILE = 'shelter/1.0.0/protocol.yaml';
/** What the checker says when the step whose deadline is 48 hours has these titles. */
function said(fr: string, en: string): readonly string[] {
  const at = PROTOCOL.lastIndexOf('- id:', PROTOCOL.indexOf('within: 48 hours'));
  const step = PROTOCOL.slice(at);
  const [titles = ''] = /title: \{[^}]+\}/.exec(step) ?? [];
  const changed = exchange(step, titles, `title: { fr: "${fr}", en: "${en}" }`);
  return problemsWith({ [FILE]: PROTOCOL.slice(0, at) + changed })
    .filter(({ code }) => code.endsWith('-names-other-period'))
    .map(({ message, severity }) => `${severity}: ${message.en}`);
}

/** What the checker says of its guidance. */
function saidOfGuidance(fr: string, en: string): readonly string[] {
  const at = PROTOCOL.lastIndexOf('- id:', PROTOCOL.indexOf('within: 48 hours'));
  const step = PROTOCOL.slice(at);
  const [guidance = ''] = /guidance: \{[^}]+\}/.exec(step) ?? [];
  const changed =
    exchange(step.slice(0, 500), guidance, `guidance: { fr: "${fr}", en: "${en}" }`) + step.slice(500);
  return problemsWith({ [FILE]: PROTOCOL.slice(0, at) + changed })
    .filter(({ code }) => code === 'guidance-names-other-period')
    .map(({ message, severity }) => `${severity}: ${message.en}`);
}

describe('a period in guidance', () => {
  it.each([
    ['Sous 48 heures, mieux sous 4 heures.', 'Within 48 hours, better within 4 hours.'],
    ['Deux jours, ou 2 jours.', 'Two days, or 2 days.'],
    ['Six mois après, ou 6 mois.', 'Six months later, or 6 months.'],
    ['Appelez le 119.', 'Call 119.'],
  ])('%s: is the deadline’s own, stands beside it, or is of another kind', (fr, en) =>
    expect(saidOfGuidance(fr, en)).toEqual([]),
  );

  it('warns where it names another and not its own', () =>
    expect(saidOfGuidance('Vous avez 72 heures.', 'You have 3 days.')).toEqual([
      'warning: The French guidance says “72 heures”, the deadline “48 hours”.',
      'warning: The English guidance says “3 days”, the deadline “48 hours”.',
    ]));
});

describe('a period in a title', () => {
  it.each([
    ['Évaluer sous 48 h', 'Assess within 48 hours'],
    ['Évaluer sous 2 jours', 'Assess within 2 days'],
    ['Évaluer', 'Assess'],
    ['Évaluer après 17 ans', 'Assess after 17 years'],
    ['Appeler le 119', 'Call 119'],
  ])('%s: is the deadline’s, or none', (fr, en) => expect(said(fr, en)).toEqual([]));

  it.each([
    ['Évaluer sous 72 h', 'Assess within 72 hours'],
    ['Évaluer sous 3 jours', 'Assess within 3 days'],
    ['Évaluer sous 2 mois', 'Assess within 2 months'],
    ['Évaluer sous 5 jours ouvrés', 'Assess within 5 working days'],
  ])('%s: warns in both languages', (fr, en) => {
    expect(said(fr, en)).toHaveLength(2);
    expect(said(fr, en)[0]).toContain('warning: The French title says');
    expect(said(fr, en)[1]).toContain('48 hours');
  });

  it('says which language', () => {
    expect(said('Évaluer sous 48 h', 'Assess within 72 hours')).toEqual([
      'warning: The English title says “72 hours”, the deadline “48 hours”.',
    ]);
  });
});
