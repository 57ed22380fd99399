import type { FieldClass } from '@repere/access';
import type { CaseFile } from '@repere/cases';
import type { CaseClient } from '../../cases/testing/case-client';

/** What is written into the case, one mark a class; each is found in what shows that class, and nowhere else. */
export const MARKS: Readonly<Record<FieldClass, string>> = {
  identity: 'Nomdefamille-Zq4',
  people: 'Confiance-Zq4',
  contact: 'Parlecole-Zq4',
  places: 'Lieuevite-Zq4',
  health: 'CeGIDD',
  judicial: 'placement ou mesure du juge',
  situation: 'commettre une infraction',
  narrative: 'Vuetdit-Zq4',
  opinion: 'Avisamoi-Zq4',
  staff: 'formé·e au repérage',
};

/** A case in which something of every class is recorded, and a word beside an answer on health. */
export async function toldCase(cases: CaseClient): Promise<CaseFile> {
  const { id } = await cases.opened({
    child: { familyName: MARKS.identity, birth: '2010-05-12', gender: 'girl', phones: ['06 12 34 56 78'] },
  });
  const tell = async (values: object): Promise<void> => {
    const { state } = await cases.read(id);
    const { status, body } = await cases.act(id, 'facts', { values }, { seq: state.seq });
    if (status >= 300) throw new Error(JSON.stringify(body));
  };
  await tell({ contact_is_safe: 'yes', safe_contact: MARKS.contact, places_refused: MARKS.places });
  await tell({ care_place: 'cegidd', measure: 'judicial' });
  await tell({ named_adult: MARKS.people });
  await tell({ exposure: { answer: 'unknown', note: 'Aparte-Zq4' } });
  await cases.completed(id, 'identification', 'signs', {
    values: {
      vulnerabilities: {},
      warning_signs: {},
      trafficking_signs: {},
      offence_made_to_commit: 'no',
      observed: MARKS.narrative,
      opinion: MARKS.opinion,
      trained: 'yes',
    },
    note: 'Note-Zq4',
  });
  await cases.act(id, 'notes', { note: 'Note-Zq4' });
  await cases.act(id, 'people', { name: 'Personne-Zq4', relation: 'friend' });
  return cases.read(id);
}
