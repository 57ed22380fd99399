/** An id as we write it. In capitals the database would find the same row, but the record and the seals another name. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
