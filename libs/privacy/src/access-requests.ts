/** Whose data are asked for: the child's, those of somebody around the child, or of the staff. */
export type RequestSubject = 'child' | 'person' | 'staff';
export type AccessState = 'to-review' | 'reviewed' | 'handed-over' | 'refused';
