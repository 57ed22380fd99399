import type { StepForm } from '../pages/step-form';

/**
 * What the outreach team answers for a child of about 16 met at night, step by step, by the step's title on screen.
 * An exposure is possible, signs are seen, no crime is known: a worrying information to the CRIP.
 */
export const nightStreet: Readonly<Record<string, (form: StepForm) => Promise<void>>> = {
  'Recevoir l’alerte': async (form) => {
    await form.answerQuestion(/^Une exposition récente est possible/, 'Oui');
    await form.date(/^Dernière exposition, le jour/, lastNight());
    await form.chooseOption(/^Qui nous alerte/, 'contact direct');
    await form.chooseOption(/^Lieu ou canal du contact/, 'rue');
    await form.typeText(/^Besoins immédiats/, 'Dormir, charger son téléphone.');
  },
  'La santé d’abord': async (form) => {
    await form.chooseOption(/^Vers quels soins/, 'urgences de l’hôpital');
  },
  'Proposer le traitement d’urgence contre le VIH': async (form) => {
    await form.chooseOption(/^Traitement d’urgence contre le VIH/, 'accepté');
  },
  'Proposer la contraception d’urgence': async (form) => {
    await form.chooseOption(/^Contraception d’urgence/, 'acceptée');
  },
  'Garder les preuves sans retarder les soins': async (form) => {
    await form.chooseOption(/^Comment les preuves sont gardées/, 'certificat médical');
  },
  'Évaluer le danger': async (form) => {
    await form.chooseOption(/^Danger$/, 'danger');
    await form.answerQuestion(/^Des faits qui sont un crime/, 'Non');
    await form.tick('Motifs', 'l’exploiteur peut atteindre l’enfant');
    await decide(form);
  },
  // Of the demo's département; it asks for nothing.
  'Prévenir la permanence exploitation du département': async () => undefined,
  'Envoyer l’information préoccupante à la CRIP': async (form) => {
    await form.page.getByText(/^Envoyée sans Repère/).click();
    await form.typeText('Référence', 'IP fictive n° 7');
  },
  'Faire le plan de sécurité, aujourd’hui, avec l’enfant': async (form) => {
    await form.answerQuestion(/^Dort en lieu protecteur ce soir/, 'Oui');
    await form.see('Le mot convenu');
  },
  'Convenir d’un contact sûr': async (form) => {
    await form.answerQuestion(/^Un contact sûr est connu/, 'Oui');
    await form.typeText(/^Mot convenu/, 'parapluie');
  },
  'Noter qui est l’enfant, sans l’interroger': async (form) => {
    await form.answerQuestion(/^Se dit mineur·e/, 'Oui');
  },
  'Noter les signes vus ou dits': async (form) => {
    await form.see('Vit à la rue');
    await form.see('Plusieurs téléphones');
    await form.see('Une dette à rembourser');
    await form.typeText(/^Ce qui a été vu ou dit/, '« Il dit que je lui dois encore. »');
    await form.answerQuestion(/^Vous êtes formé·e au repérage/, 'Oui');
  },
  'Dire si l’enfant est peut-être victime': async (form) => {
    await form.chooseOption(/^Statut de victime/, 'possible');
    await form.tick('Motifs', 'signes vus par un professionnel');
    await decide(form);
  },
  'Décider qui saisir': async (form) => {
    await form.chooseOption(/^Qui saisir/, 'CRIP');
    await form.tick('Motifs', 'une évaluation est nécessaire');
    await decide(form);
  },
};

async function decide(form: StepForm): Promise<void> {
  await form.typeText('Intérêt supérieur de l’enfant', 'Dormir à l’abri ce soir, être soignée.');
  await form.chooseOption('Avis de l’enfant', 'L’enfant l’a dit');
  await form.typeText('Ses mots', '« Je veux dormir, après on verra. »');
}

/** The day, in the child's département, of twelve hours ago, as day, month, year: the treatment has hours left whatever the time. */
function lastNight(): string[] {
  const day = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'short' });
  return day.format(Date.now() - 12 * 3_600_000).split('/');
}
