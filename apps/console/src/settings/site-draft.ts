import { type SettingsSitesQuery, type SiteRouteKind, type SiteSaveInput } from '../generated/documents.ts';

export type Site = SettingsSitesQuery['sites'][number];

/** A bastion as it stands in the form: everything is text until it is saved. */
export interface BastionDraft {
  /** Tells rows of the form apart while they have no address yet. */
  readonly key: string;
  readonly address: string;
  readonly port: string;
  readonly credential: string;
  /** One OpenSSH line per line. */
  readonly hostKeys: string;
}

export interface SiteDraft {
  readonly name: string;
  readonly routeKind: SiteRouteKind;
  readonly proxy: string;
  readonly socket: string;
  readonly credential: string;
  readonly provider: string;
  readonly bastions: readonly BastionDraft[];
}

export const emptyBastion = (key: string): BastionDraft => ({ key, address: '', port: '22', credential: '', hostKeys: '' });

export const draftOf = (site: Site | null): SiteDraft => (site === null ? { name: '', routeKind: 'SSH', proxy: '', socket: '', credential: '', provider: '', bastions: [] } : {
  name: site.name, routeKind: site.routeKind, proxy: site.proxy ?? '', socket: site.socket ?? '', credential: site.credential ?? '', provider: site.provider ?? '',
  bastions: site.bastions.map(({ address, port, credential, hostKeys }, index) => ({ key: String(index), address, port: String(port), credential, hostKeys: hostKeys.join('\n') })),
});

/** What keeps the form from being saved; the api knows more, this only spares a question. */
export type SiteProblem = 'nameMissing' | 'socketMissing' | 'bastionAddressMissing' | 'bastionPortWrong' | 'bastionCredentialMissing' | 'bastionHostKeysMissing';

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
const isPort = (text: string): boolean => /^\d{1,5}$/u.test(text) && Number(text) >= 1 && Number(text) <= 65_535;

export function problemOf(draft: SiteDraft): SiteProblem | null {
  if (draft.name.trim() === '') return 'nameMissing';
  if (draft.routeKind === 'SIMULATED') return draft.socket.trim() === '' ? 'socketMissing' : null;
  for (const bastion of draft.bastions) {
    if (bastion.address.trim() === '') return 'bastionAddressMissing';
    if (!isPort(bastion.port)) return 'bastionPortWrong';
    if (bastion.credential === '') return 'bastionCredentialMissing';
    if (linesOf(bastion.hostKeys).length === 0) return 'bastionHostKeysMissing';
  }
  return null;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What is sent: of the way in only the parts that its kind has. */
export function inputOf(draft: SiteDraft): Omit<SiteSaveInput, 'idempotencyKey'> {
  const isSsh = draft.routeKind === 'SSH';
  return {
    name: draft.name.trim(), routeKind: draft.routeKind, credential: orNull(draft.credential), provider: orNull(draft.provider),
    proxy: isSsh ? orNull(draft.proxy) : null, socket: isSsh ? null : orNull(draft.socket),
    bastions: isSsh ? draft.bastions.map(({ address, port, credential, hostKeys }) => ({ address: address.trim(), port: Number(port), credential, hostKeys: linesOf(hostKeys) })) : [],
  };
}
