import type { StepInputDto } from '../../cases/steps/step-input.dto';

const UNKNOWN = { answer: 'unknown' } as const;
const NOT_ASKED = { answer: 'not-asked' } as const;

/** First steps as several fictional cases share them. */
export const intake = (exposure: 'yes' | 'no' | 'unknown', danger: 'yes' | 'no' = 'no'): StepInputDto => ({
  values: {
    urgent_danger_seen: danger,
    exposure: exposure === 'unknown' ? UNKNOWN : exposure,
    missing: 'no',
  },
});

export const safeContact: StepInputDto = {
  values: {
    language_understood: 'français',
    contact_is_safe: 'yes',
    safe_contact: 'messagerie de l’école, jamais le téléphone',
    contact_hours: 'entre midi et deux',
    code_word: 'parapluie',
    contact_may_leave: 'neutral_message',
    phone_read_by: 'une grande cousine',
  },
};

export const signsSeen: StepInputDto = {
  values: {
    vulnerabilities: { runaway: 'yes', isolated: 'yes', street: 'no', drugs: NOT_ASKED },
    warning_signs: { gifts: 'yes', phones: 'yes', money: UNKNOWN, injuries: 'no' },
    trafficking_signs: { spoken_for: 'yes', debt: UNKNOWN, papers_held: NOT_ASKED },
    trained: 'yes',
  },
};

export const noSignsSeen: StepInputDto = {
  values: {
    vulnerabilities: { runaway: 'yes', isolated: 'no', street: 'no', precarity: 'yes' },
    warning_signs: { gifts: 'no', phones: 'no', money: 'no', injuries: 'no' },
    trafficking_signs: {
      spoken_for: 'no',
      debt: 'no',
      papers_held: 'no',
      moved_about: 'no',
      phone: 'no',
      family_fear: 'no',
    },
    trained: 'yes',
  },
};

const no = (...items: readonly string[]) => Object.fromEntries(items.map((item) => [item, 'no'] as const));

/** Every line was looked at, so that no second screening is due. */
export const nothingSeen: StepInputDto = {
  values: {
    ...noSignsSeen.values,
    vulnerabilities: {
      ...no('runaway', 'care_absences', 'street', 'isolated', 'drugs', 'put_out'),
      precarity: 'yes',
    },
    warning_signs: no(
      'injuries',
      'tattoos',
      'self_harm',
      'substances',
      'running_away',
      'trips',
      'sexual_health',
      'hygiene',
      'sexual_talk',
      'strangers_online',
      'mood',
      'money',
      'gifts',
      'phones',
    ),
  },
};

export const statusIs = (status: 'possible' | 'probable' | 'confirmed'): StepInputDto => ({
  values: { victim_status: status },
  reasons: ['signs_seen'],
  bestInterests: 'Être à l’abri ce soir et revoir l’adulte en qui elle a confiance.',
  childView: { said: '« Je veux bien revenir jeudi. »' },
});

export const noSign: StepInputDto = {
  values: { victim_status: 'no_sign' },
  reasons: ['nothing_observed'],
  bestInterests: 'Un adulte reste présent et une date est prise.',
  childView: { said: '« Ça va, je voulais juste parler. »' },
};

export const dangerIs = (danger: 'immediate_grave' | 'danger' | 'risk'): StepInputDto => ({
  values: { danger, exploitation_forms: { prostitution: 'yes' }, crime_facts: UNKNOWN },
  reasons: ['exploited_now'],
  bestInterests: 'La sécurité d’abord, avec ses mots à elle.',
  childView: { whyNot: 'Elle dormait enfin ; on lui demandera demain.' },
});

export const healthFirst: StepInputDto = {
  values: { exposure: 'yes', care_place: 'cegidd' },
};
