/** Why a node could not be looked at, and what to do about it; the first ten by how the way to it failed. */
export const silenceTexts = {
  unreachable: 'nobody answers at its address; check power, network and the site\'s way in; then assess it again',
  proxyDown: 'the proxy of its site is down; bring it back; then assess it again',
  bastionDown: 'a bastion of its site is down; bring it back; then assess it again',
  hostKeyMismatch: 'it shows another host key than the pinned one, and nothing was sent to it; import its new key if it was reinstalled, find out who answers if not; then assess it again',
  authenticationFailed: 'it refuses the login; check user and key of its credential; then assess it again',
  becomeRefused: 'its login may not become root; check the sudo rule of its credential; then assess it again',
  connectionLost: 'the connection was lost while it was looked at; then assess it again',
  deadlineExceeded: 'it did not answer in time; look at its load and at the repository that it asks; then assess it again',
  protocolViolation: 'it answered what nobody understands; look at the log of the worker; then assess it again',
  refused: 'it refused to be looked at; then assess it again',
  inChange: 'the node is in change; assess it again when its run has ended',
  stranger: 'another machine answers at its address: its machine id is not the pinned one; import the node again if it was reinstalled',
} as const;
