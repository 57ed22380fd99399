// Control and direction characters: they hide text, break logs, or can't be stored.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a text holds only characters that people write: no control characters but line breaks and tabs, no half characters. */
export const isOfPlainCharacters = (text: string): boolean =>
  !FORBIDDEN.test(text) && !LONE_SURROGATE.test(text);
