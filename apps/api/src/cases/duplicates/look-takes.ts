/** More than a look takes when something hidden was found, decrypted and compared: found or not, it takes as long. */
export const LOOK_TAKES_MS = 150;
