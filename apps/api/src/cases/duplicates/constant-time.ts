/** More than a search takes when something hidden was found, decrypted and compared: found or not, it takes as long. */
export const SEARCH_MS = 150;
