/** Names by which a machine means itself: nobody else's device comes there. */
const OWN_NAMES = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Whether devices of a class come to this address: another machine's name, and by TLS, without which nobody is signed in. */
export const isReachedByOthers = ({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): boolean =>
  protocol === 'https:' && !OWN_NAMES.test(hostname);
