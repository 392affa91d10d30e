/** Public keys that a host may show, and the algorithms to ask it for: only those of pinned types, or a rotation would look like an attack. */
export interface PinnedHostKeys {
  readonly algorithms: readonly string[];
  accepts(shown: Buffer): boolean;
}

const algorithmsOfType: Readonly<Record<string, readonly string[]>> = {
  'ssh-ed25519': ['ssh-ed25519'],
  'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
  'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
  'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256'],
};

/** `lines` are OpenSSH public keys (`type base64 comment`); what cannot be read accepts nothing. */
export function pinnedHostKeys(lines: readonly string[]): PinnedHostKeys {
  const keys = lines.flatMap((line) => {
    const [type, base64] = line.trim().split(/\s+/);
    return type !== undefined && base64 !== undefined && type in algorithmsOfType ? [{ type, blob: Buffer.from(base64, 'base64') }] : [];
  });
  return {
    algorithms: [...new Set(keys.flatMap(({ type }) => algorithmsOfType[type] ?? []))],
    accepts: (shown) => keys.some(({ blob }) => blob.length > 0 && blob.equals(shown)),
  };
}
