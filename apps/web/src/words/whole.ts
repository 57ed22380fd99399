import { en as enAtFirst } from './en';
import enAudit from './en/audit.json';
import enAdministration from './en/administration.json';
import enCapacity from './en/capacity.json';
import enDirectory from './en/directory.json';
import enDocuments from './en/documents.json';
import enEditing from './en/editing.json';
import enGuide from './en/guide.json';
import enAppointments from './en/appointments.json';
import enConferences from './en/conferences.json';
import enLetters from './en/letters.json';
import enScenarios from './en/scenarios.json';
import enSpaces from './en/spaces.json';
import enTraining from './en/training.json';
import { fr as frAtFirst } from './fr';
import frAudit from './fr/audit.json';
import frAdministration from './fr/administration.json';
import frCapacity from './fr/capacity.json';
import frDirectory from './fr/directory.json';
import frDocuments from './fr/documents.json';
import frEditing from './fr/editing.json';
import frGuide from './fr/guide.json';
import frAppointments from './fr/appointments.json';
import frConferences from './fr/conferences.json';
import frLetters from './fr/letters.json';
import frScenarios from './fr/scenarios.json';
import frSpaces from './fr/spaces.json';
import frTraining from './fr/training.json';

/** Every word on screen, those that come later included: for tests, and for what a key may be. */
export const en = {
  ...enAtFirst,
  administration: enAdministration,
  audit: enAudit,
  capacity: enCapacity,
  directory: enDirectory,
  documents: enDocuments,
  editing: enEditing,
  guide: enGuide,
  appointments: enAppointments,
  conferences: enConferences,
  letters: enLetters,
  scenarios: enScenarios,
  spaces: enSpaces,
  training: enTraining,
};
export const fr = {
  ...frAtFirst,
  administration: frAdministration,
  audit: frAudit,
  capacity: frCapacity,
  directory: frDirectory,
  documents: frDocuments,
  editing: frEditing,
  guide: frGuide,
  appointments: frAppointments,
  conferences: frConferences,
  letters: frLetters,
  scenarios: frScenarios,
  spaces: frSpaces,
  training: frTraining,
};
