/** SQL: what `a` says of an appointment is what stands; nothing was said of it since. */
export const ONLY_STANDING = `NOT EXISTS (
  SELECT 1 FROM appointment later WHERE later.appointment_id = a.appointment_id AND later.version = a.version + 1)`;
