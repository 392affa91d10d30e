import { type NodeAccessError, type NodeAccessFailure } from '@skein/node-access';

const remedies: Readonly<Record<NodeAccessFailure, string>> = {
  unreachable: 'nobody answers at its address; check power, network and the site\'s way in',
  proxyDown: 'the proxy of its site is down; bring it back',
  bastionDown: 'a bastion of its site is down; bring it back',
  hostKeyMismatch: 'it shows another host key than the pinned one, and nothing was sent to it; import its new key if it was reinstalled, find out who answers if not',
  authenticationFailed: 'it refuses the login; check user and key of its credential',
  becomeRefused: 'its login may not become root; check the sudo rule of its credential',
  connectionLost: 'the connection was lost while it was looked at',
  deadlineExceeded: 'it did not answer in time; look at its load and at the repository that it asks',
  protocolViolation: 'it answered what nobody understands; look at the log of the worker',
  refused: 'it refused to be looked at',
};

/** Why a node could not be looked at and what to do about it. The node's own words are hostile and stay out. */
export const describeSilence = ({ failure }: NodeAccessError): string => `${remedies[failure]}; then assess it again`;
